import pytest

from ghgplan.project import templates
from ghgplan.project.templates import MARKDOWN, WORD, load_templates, template_path, word_template_names
from ghgplan.project.trouble import Trouble


def test_a_projects_own_template_comes_first(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / MARKDOWN).write_bytes("\ufeff# 自己的\r\n".encode())
    (tmp_path / "templates" / WORD).write_bytes(b"PK own")
    loaded = load_templates(tmp_path)
    assert (loaded.markdown, loaded.word) == ("# 自己的\n", b"PK own")


@pytest.mark.parametrize("name", [WORD, MARKDOWN])
def test_without_one_ours_is_taken(tmp_path, name):
    path = template_path(name, tmp_path)
    assert path is not None
    assert not path.is_relative_to(tmp_path)


def test_a_template_that_is_nowhere_is_trouble(tmp_path, monkeypatch):
    monkeypatch.setattr(templates, "WORD", "none.docx")
    with pytest.raises(Trouble) as raised:
        load_templates(tmp_path)
    assert raised.value.arguments["name"] == "none.docx"


def test_word_templates_are_found_by_name_the_projects_own_beside_ours(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "acme.docx").write_bytes(b"PK acme")
    (tmp_path / "templates" / "~$acme.docx").write_bytes(b"lock")
    assert word_template_names(tmp_path) == ["acme", "standard", "summary"]
    loaded = load_templates(tmp_path)
    assert loaded.named("acme") == b"PK acme"
    assert loaded.named("standard") == loaded.word
    assert (loaded.named("summary") or b"").startswith(b"PK")


@pytest.mark.parametrize("name", ["other", "../acme", "a/b", "", "con"])
def test_any_other_name_is_none(tmp_path, name):
    assert load_templates(tmp_path).named(name) is None
