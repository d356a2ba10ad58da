import pytest

from ghgplan.project.own_templates import BadName, checked, new_template, own_templates, template_file


def test_a_new_template_is_a_copy_and_is_never_written_over(tmp_path):
    made = new_template(tmp_path, "示例", "standard")
    assert made == tmp_path / "templates" / "示例.docx"
    assert checked(made) == ()
    made.write_bytes(b"my work")
    for name in ("示例", "示例"):
        with pytest.raises(FileExistsError):
            new_template(tmp_path, name, "summary")
    assert made.read_bytes() == b"my work"
    new_template(tmp_path, "Acme", "summary")
    with pytest.raises(FileExistsError):
        new_template(tmp_path, "acme", "summary")


@pytest.mark.parametrize("name", ["", "../a", "a/b", "con", "~$a", "-a", "a" * 100, "a\u202eb"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path, name):
    with pytest.raises(BadName):
        new_template(tmp_path, name, "standard")
    assert list(tmp_path.iterdir()) == []


def test_own_templates_are_listed_without_locks(tmp_path):
    assert own_templates(tmp_path) == []
    (tmp_path / "templates").mkdir()
    for name in ("b.docx", "~$b.docx", "a.md.j2", "notes.txt"):
        (tmp_path / "templates" / name).write_bytes(b"")
    assert [path.name for path in own_templates(tmp_path)] == ["a.md.j2", "b.docx"]


def test_a_template_is_meant_by_its_file_or_its_name(tmp_path):
    made = new_template(tmp_path, "acme", "standard")
    assert template_file("acme", tmp_path) == template_file("templates/acme.docx", tmp_path) == made
    assert template_file("other", tmp_path) is None
    assert template_file("a\0b", tmp_path) is None


@pytest.mark.parametrize(
    ("content", "line"), [(b"# {{ title }}\n{{ range(9) }}\n", 2), (b"\n\n{% for %}", 3), ("标题".encode("gb18030"), 1)]
)
def test_a_markdown_template_is_read_too(tmp_path, content, line):
    path = tmp_path / "own.md.j2"
    path.write_bytes(content)
    (finding,) = checked(path)
    assert (finding.code, finding.span.line) == ("GP-F21", line)
    path.write_bytes(b"# {{ title }}")
    assert checked(path) == ()
