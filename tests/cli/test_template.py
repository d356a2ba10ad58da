from pathlib import Path

import pytest

from ghgplan.cli.exit_codes import ExitCode
from ghgplan.cli.main import main

STANDARD = Path(__file__).parents[2] / "templates" / "standard.docx"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "templates").mkdir()
    return tmp_path


def test_new_writes_a_copy_and_says_what_to_do_next(project, capsys):
    assert main(["template", "new", "acme", "--ui-lang", "en"]) == ExitCode.BUILT
    assert (project / "templates/acme.docx").read_bytes() == STANDARD.read_bytes()
    said = capsys.readouterr().out
    assert "made: templates/acme.docx" in said
    assert "ghgplan template check acme" in said
    assert "document: template: acme" in said


def test_new_leaves_alone_what_is_there(project, capsys):
    (project / "templates/acme.docx").write_bytes(b"mine")
    assert main(["template", "new", "acme.docx", "--ui-lang", "en"]) == ExitCode.USAGE
    assert (project / "templates/acme.docx").read_bytes() == b"mine"
    assert "templates/acme.docx is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new"], "give the new template one name"),
        (["new", "a", "b"], "give the new template one name"),
        (["new", "a/b"], "cannot be the name of a template"),
        (["new", "a", "--like", "sumary"], 'Did you mean "summary"?'),
        (["chek"], 'Did you mean "check"?'),
        ([], "there are: new, check"),
        (["check", "standrad"], 'Did you mean "standard"?'),
        (["check", "standard", "--like", "summary"], "--like"),
        (["check"], "begin with: ghgplan template new NAME"),
    ],
)
def test_what_is_not_understood_is_said_with_what_was_meant(project, capsys, arguments, said):
    assert main(["template", *arguments, "--ui-lang", "en"]) == ExitCode.USAGE
    assert said in capsys.readouterr().err
    assert list((project / "templates").iterdir()) == []


def test_check_says_what_is_wrong_with_each_template_and_goes_on(project, capsys):
    main(["template", "new", "good", "--like", "summary"])
    (project / "templates/bad.docx").write_bytes(b"text")
    (project / "templates/own.md.j2").write_bytes(b"{{ range(9) }}")
    capsys.readouterr()
    assert main(["template", "check", "--ui-lang", "en"]) == ExitCode.PLAN_ERROR
    said = capsys.readouterr().out
    assert "bad.docx:1:1 error GP-T24: This is no Word file (.docx)" in said
    assert "templates/bad.docx: errors: 1, warnings: 0" in said
    assert "templates/good.docx: in order" in said
    assert "own.md.j2:1:1 error GP-F21" in said
    assert main(["template", "check", "good", "templates/good.docx", "--ui-lang", "zh"]) == ExitCode.BUILT
    assert "templates/good.docx：没有问题" in capsys.readouterr().out
