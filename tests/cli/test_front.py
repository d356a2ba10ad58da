"""The door to the command line: what it answers itself is what the rest would answer, and the rest is handed on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ghgplan.cli import front
from ghgplan.cli.arguments import UsageError, understand
from ghgplan.cli.main import main
from ghgplan.project.request import Format
from little_project import write_project

HEAVY = {"argparse", "babel", "dataclasses", "enum", "json", "pathlib", "pydantic", "re", "typing", "ghgplan.cli.running"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return tmp_path


def without_seconds(text: str) -> list[str]:
    return [line.rpartition(";")[0] if line.endswith(" s") else line for line in text.splitlines()]


def test_a_build_without_changes_loads_nothing_and_says_the_same(project: Path) -> None:
    program = "import sys; before = set(sys.modules); from ghgplan.cli.main import main\ncode = main(sys.argv[1:])\nprint(code, *(set(sys.modules) - before), file=sys.stderr)"
    first, second = (
        subprocess.run([sys.executable, "-c", program, "build", "--to", "md"], capture_output=True, text=True, encoding="utf-8", check=True)
        for _ in range(2)
    )
    assert "pydantic" in first.stderr.split()
    assert not HEAVY & set(second.stderr.split()[1:]), second.stderr
    assert second.stderr.split()[0] == "0"
    assert [line.replace(": built, ", ": up to date, ") for line in without_seconds(first.stdout)][:-1] == second.stdout.splitlines()[:-1]
    assert "plant: up to date, files: 6, in out/plant; warnings: " in second.stdout


@pytest.fixture
def answered(project: Path) -> Path:
    assert main(["build", "--to", "md"]) == 0
    assert front.answer(["build", "--to", "md"]) == 0
    return project


@pytest.mark.parametrize(
    "given",
    [
        ["build"],
        ["build", "--to", "md", "--lang", "zh"],
        ["build", "--to", "md", "--out", "elsewhere"],
        ["build", "--to", "md", "--strict"],
        ["build", "--to", "md", "--ui-lang", "zh"],
        ["build", "--to", "md", "--quiet"],
        ["build", "--to", "md", "--force"],
        ["build", "--to", "md", "--dry-run"],
        ["build", "--to", "md", "plants"],
        ["build", "--to", "md", "plans/plant"],
        ["build", "--to", "md", "--jobs", "0"],
        ["build", "--to", "md", "--jobs", "257"],
        ["build", "--to", "md", "--cluster", "tcp://192.0.2.1:8786"],
        ["check", "--to", "md"],
        ["check", "--to", "md", "--format", "json"],
        ["rule"],
        [],
    ],
)
def test_anything_else_is_handed_on(answered: Path, given: list[str]) -> None:
    assert front.answer(given) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda project: (project / "plans/plant/data/fuel.csv").write_text(
            "source,year,amount,unit\ngas,2023,120,万m3\n", encoding="utf-8"
        ),
        lambda project: (project / "out/plant/plant.zh.md").unlink(),
        lambda project: (project / "out/group/group.zh.md").write_bytes(b"mine"),
        lambda project: (project / "plans/new").mkdir() or (project / "plans/new/plan.yaml").touch(),
        lambda project: (project / "plans/group/plan.yaml").unlink(),
        lambda project: (project / "templates").mkdir() or (project / "templates/standard.docx").touch(),
    ],
    ids=["data", "output gone", "output changed", "new plan", "plan gone", "template"],
)
def test_a_change_is_handed_on(answered: Path, change) -> None:  # type: ignore[no-untyped-def]
    change(answered)
    assert front.answer(["build", "--to", "md"]) is None


def test_how_many_would_work_does_not_matter(answered: Path) -> None:
    assert front.answer(["build", "--to", "md", "--jobs", "4"]) == 0
    assert front.answer(["build", "--to=md", "--jobs=256"]) == 0


def test_one_plan_of_several_is_known(answered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (answered / "plans/group/plan.yaml").write_text("changed")
    assert front.answer(["build", "--to", "md", "plant"]) == 0
    assert "group" not in capsys.readouterr().out


def test_a_folder_that_is_no_plan_is_no_change(answered: Path) -> None:
    (answered / "plans/notes").mkdir()
    (answered / "plans/README.md").touch()
    assert front.answer(["build", "--to", "md"]) == 0


@pytest.mark.parametrize("verb", ["build", "check"])
def test_what_failed_fails_again_with_its_findings(project: Path, capsys: pytest.CaptureFixture[str], verb: str) -> None:
    path = project / "plans/plant/plan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("casthouse", "casthous"), encoding="utf-8")
    assert main([verb, "--to", "md"]) == 1
    first = capsys.readouterr().out
    assert front.answer([verb, "--to", "md"]) == 1
    assert without_seconds(capsys.readouterr().out) == without_seconds(first)
    assert "casthouse" in first


def test_findings_for_programs_come_from_the_store(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = []
    for _ in range(2):
        assert main(["check", "--format", "json"]) == 0
        shown.append(json.loads(capsys.readouterr().out))
    assert shown[0] == shown[1]
    assert shown[0]["plans"][0]["findings"]


def test_a_dry_run_says_what_a_build_would_do_and_does_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--to", "md", "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "group: would be built again: it was not built in this way before"
    assert not (project / "out").exists()
    main(["build", "--to", "md"])
    (project / "out/plant/plant.zh.md").unlink()
    plan = project / "plans/group/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("Summary", "In short"), encoding="utf-8")
    capsys.readouterr()
    assert main(["build", "--to", "md", "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "group: would be built again: plans/group/plan.yaml was changed",
        "plant: would be built again: out/plant/plant.zh.md is missing",
    ]
    assert not (project / "out/plant/plant.zh.md").exists()
    main(["build", "--to", "md", "--dry-run", "--force", "--ui-lang", "zh"])
    assert capsys.readouterr().out.splitlines()[0] == "group：将重新生成：要求全部重新生成（--force）"


def test_a_dry_run_knows_that_an_unchanged_plan_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "--to", "md", "--strict"])
    capsys.readouterr()
    assert main(["build", "--to", "md", "--strict", "--dry-run"]) == 1
    assert "plant: unchanged, and still in error" in capsys.readouterr().out


def test_names_that_clash_are_handed_on(answered: Path) -> None:
    record = next((answered / ".cache/ghgplan/plans").glob("plant-*"))
    from ghgplan.project.store import entries

    text = entries.read_entry(str(record))
    assert text
    entries.write_entry(str(record), text.replace(b"\nname\tplant", b"\nname\tgroup"))
    assert front.answer(["build", "--to", "md"]) is None


WORDS = some.sampled_from(
    [
        *(
            "plant",
            "group",
            "--lang",
            "zh",
            "en,zh",
            "--lang=zh-en",
            "--lang=",
            "--to",
            "md",
            "--to=docx,pdf",
            "pdf",
            "--out",
            "out",
            "x/y",
        ),
        *("--strict", "--quiet", "-q", "-v", "--verbose", "--ui-lang", "--ui-lang=en", "--ui-lang=fr", "--", "-", "", " ", "..", "--force"),
        *("-qv", "--strict=yes", "--help", "--format", "text", "--li", "a b", "，", "zh，en"),
    ]
)


@given(some.sampled_from(["build", "check"]), some.lists(WORDS, max_size=5))
def test_what_the_door_understands_is_what_was_meant(verb: str, words: list[str]) -> None:
    asked = front.understood([verb, *words])
    if asked is None:
        return
    try:
        command = understand([verb, *words], "en")
    except UsageError as error:
        pytest.fail(f"{words}: {error}")
    formats = [kind for kind in Format if kind in command.request.formats]
    out = front.place(f"{os.sep}here{os.sep}{command.out}", f"{os.sep}here") if verb == "build" else ""
    meant = front.asked_of_plans(verb, command.request.editions, formats, out, strict=command.request.strict)
    assert asked.of_plans(f"{os.sep}here") == meant
    assert tuple(asked.names) == command.plans
    assert ("--quiet" in asked.options, "--verbose" in asked.options) == (command.quiet, command.verbose)
    assert not command.force
    assert not command.dry_run
