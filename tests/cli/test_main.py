"""Whole commands: what is printed where, and the exit code. What plans become is given by fakes."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from ghgplan.cli import building
from ghgplan.cli.main import main
from ghgplan.diagnostics import Diagnostic, Severity, Span
from ghgplan.project.bug import bug_of
from ghgplan.project.building import PlanResult
from ghgplan.project.compilation import Stage
from ghgplan.project.course import Standing
from ghgplan.project.loading import TextFile
from ghgplan.project.trouble import Trouble


@pytest.fixture
def project(tmp_path, monkeypatch):
    for name in ("a", "b", "c"):
        folder = tmp_path / "plans" / name
        folder.mkdir(parents=True)
        (folder / "plan.yaml").write_text("bse year: 2022\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return tmp_path


def finding(plan, severity=Severity.ERROR):
    arguments = {"key": "bse year", "suggestion": "base year"}
    return Diagnostic("GP-S01", Span(plan.label, 1, 1, 8), ("bse year",), arguments, severity)


OUTCOMES = {
    "built": lambda plan: {"outputs": ("a.md", "a.docx")},
    "warned": lambda plan: {"outputs": ("a.md",), "diagnostics": (finding(plan, Severity.WARNING),)},
    "failed": lambda plan: {"diagnostics": (finding(plan),)},
    "trouble": lambda plan: {"trouble": Trouble("trouble.disk-full", folder="out")},
    "bug": lambda plan: {"bug": bug_of(ZeroDivisionError("division by zero"))},
}


@pytest.fixture
def outcomes(monkeypatch):
    """Lets the three plans of the project become what a test says."""

    def set_outcomes(*names):
        def build_plans(plans, work, progress, **_):
            for number, (plan, name) in enumerate(zip(plans, names, strict=True)):
                progress(Standing(plan, Stage.READ, number, len(plans)))
                files = {plan.label: TextFile(plan.path, ("bse year: 2022",))}
                outcome = OUTCOMES[name](plan)
                yield PlanResult(plan, files=files, failed=work.request.fails(outcome.get("diagnostics", ())), **outcome)

        monkeypatch.setattr(building, "build_plans", build_plans)

    return set_outcomes


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("built", "built", "built"), 0),
        (("built", "warned", "built"), 0),
        (("built", "failed", "built"), 1),
        (("bug", "built", "built"), 1),
        (("built", "failed", "trouble"), 3),
    ],
)
def test_exit_codes(project, outcomes, names, code):
    outcomes(*names)
    assert main(["build"]) == code


def test_one_line_for_each_plan(project, outcomes, capsys):
    outcomes("built", "built", "built")
    main(["build"])
    said = capsys.readouterr()
    assert [line.rpartition("; ")[0] for line in said.out.splitlines()] == [
        f"{name}: built, files: 2, in out/{name}; warnings: 0" for name in ("a", "b", "c")
    ]
    assert said.err == ""


def test_findings_stand_before_the_line_of_their_plan(project, outcomes, capsys):
    outcomes("built", "failed", "built")
    main(["build"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("plans/b/plan.yaml:1:1 error GP-S01")
    assert lines[2:4] == ["  1 | bse year: 2022", "    | ^^^^^^^^"]
    assert lines[-2].startswith("b: not built, former files are kept; errors: 1")


def test_piped_text_is_plain(project, outcomes, capsys):
    outcomes("failed", "warned", "built")
    main(["build"])
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "\r" not in said.out + said.err


def test_quiet_tells_errors_only(project, outcomes, capsys):
    outcomes("built", "warned", "built")
    main(["build", "--quiet"])
    assert capsys.readouterr() == ("", "")
    outcomes("built", "failed", "warned")
    main(["build", "--quiet"])
    said = capsys.readouterr().out
    assert said.count("GP-S01") == 1
    assert "b: not built" in said


def test_chinese_on_demand(project, outcomes, capsys):
    outcomes("built", "failed", "trouble")
    main(["build", "--ui-lang", "zh"])
    said = capsys.readouterr()
    assert "a：已生成 2 个文件" in said.out
    assert "错误 GP-S01" in said.out
    assert "磁盘已满" in said.err


def test_a_check_speaks_of_no_files(project, outcomes, capsys):
    outcomes("built", "warned", "failed")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "a: in order" in said
    assert "c: errors: 1, warnings: 0; " in said


@pytest.mark.parametrize("verb", ["check", "build"])
def test_strict_lets_warnings_fail(project, outcomes, capsys, verb):
    outcomes("built", "warned", "built")
    assert main([verb, "--strict"]) == 1
    assert "errors: 0, warnings: 1; 0.0 s (--strict: warnings fail)" in capsys.readouterr().out
    outcomes("built", "warned", "built")
    main([verb, "--strict", "--quiet"])
    assert "warning GP-S01" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_check_for_programs_is_one_object_and_nothing_else(project, outcomes, capsys, form):
    outcomes("warned", "failed", "trouble")
    assert main(["check", "--format", form]) == 3
    said = capsys.readouterr()
    assert json.loads(said.out)
    assert "disk is full" in said.err


def test_a_check_for_github_is_a_command_for_each_finding(project, outcomes, capsys):
    outcomes("warned", "failed", "built")
    assert main(["check", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(",")[0] for line in lines] == ["::warning file=plans/a/plan.yaml", "::error file=plans/b/plan.yaml"]


def test_a_bug_is_one_sentence_and_in_full_with_debug(project, outcomes, capsys):
    outcomes("built", "bug", "built")
    main(["build"])
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "ZeroDivisionError: division by zero" in said
    main(["build", "--debug"])
    assert "ZeroDivisionError: division by zero\nb: not built" in capsys.readouterr().err


def test_an_unknown_plan(project, capsys):
    (project / "plans/foundry").mkdir()
    (project / "plans/foundry/plan.yaml").touch()
    assert main(["build", "fondry", "a"]) == 2
    assert capsys.readouterr() == ("", 'There is no plan, folder or file named "fondry". Did you mean "foundry"?\n')


def test_a_folder_without_plans(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--ui-lang", "en"]) == 2
    assert "plans/<name>/plan.yaml" in capsys.readouterr().err


def test_wrong_usage(capsys):
    assert main(["bild", "--ui-lang", "en"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Wrong usage: ")
    assert 'Did you mean "build"?' in said


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "Interrupted"),
        (Trouble("trouble.other-build", folder="out", seconds="10"), 3, "Another build"),
        (RuntimeError("odd"), 1, "ghgplan itself failed (RuntimeError: odd)"),
    ],
)
def test_what_ends_a_command_is_one_sentence(project, monkeypatch, capsys, error, code, words):
    def build_plans(*_, **__):
        raise error
        yield

    monkeypatch.setattr(building, "build_plans", build_plans)
    assert main(["build"]) == code
    said = capsys.readouterr().err
    assert words in said
    assert len(said.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
def test_an_output_that_is_full_is_no_bug(project):
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "ghgplan", "schema", "--ui-lang", "en"]
        finished = subprocess.run(command, cwd=project, stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert finished.returncode == 3
    assert "stdout" in finished.stderr
    assert "Traceback" not in finished.stderr
    assert "ghgplan itself" not in finished.stderr


def test_the_version(capsys):
    with pytest.raises(SystemExit) as raised:
        main(["--version"])
    assert raised.value.code == 0
    assert capsys.readouterr().out.startswith("ghgplan ")


def test_the_schema_is_printed_as_json(capsys):
    assert main(["schema"]) == 0
    assert "properties" in json.loads(capsys.readouterr().out)


def test_a_console_in_a_code_page_is_made_to_take_any_text(project, outcomes, monkeypatch):
    outcomes("built", "failed", "built")
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp437")
    monkeypatch.setattr(sys, "stdout", console)
    assert main(["build", "--ui-lang", "zh"]) == 1
    console.flush()
    assert "已生成" in console.buffer.getvalue().decode("utf-8")


def test_the_version_does_not_wait_for_what_draws_and_writes():
    program = "import sys; from ghgplan.cli.main import main\ntry: main(['--version'])\nfinally: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "ghgplan.cli.arguments" in loaded
    assert not loaded & {"matplotlib", "docx", "docxtpl", "pydantic", "pint"}


@pytest.mark.parametrize(("call", "frozen"), [("main()", True), ("main(['rule', 'GP-M11'])", False)])
def test_a_process_that_ends_looks_for_no_garbage(call, frozen):
    program = f"import atexit, gc; from ghgplan.cli.main import main\natexit.register(lambda: print(gc.get_freeze_count() > 1000))\n{call}"
    done = subprocess.run([sys.executable, "-c", program, "rule", "GP-M11"], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == str(frozen)


@pytest.mark.skipif(sys.platform == "win32", reason="a console's streams are not closed there")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_nobody_who_listens(project, closed):
    line = f'"{sys.executable}" -m ghgplan build {closed}'
    done = subprocess.run(["/bin/sh", "-c", line], cwd=project, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
