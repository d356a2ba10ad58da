"""A process beside the one that builds a plan: it draws its charts, or writes a part of its files."""

import time
from contextlib import nullcontext
from pathlib import Path

import psutil
import pytest

from ghgplan.document.charts import FlowDiagram
from ghgplan.project.compilation import Stage
from ghgplan.project.course import Standing
from ghgplan.project.hands import OWN
from ghgplan.project.pictures import draw_here
from ghgplan.project.request import Request
from ghgplan.project.workers import beside as module
from ghgplan.project.workers.beside import draughtsman, scribe
from ghgplan.project.workers.process import WorkerDied
from little_project import files, replace
from many_plans import are_gone, build, workers, write_plans

CHARTS = (FlowDiagram((("熔炼", "Melting"), ("铸造", "Casting"))), FlowDiagram((("Melting",), ("Rolling",))))


def test_pictures_are_those_of_this_process() -> None:
    here = draw_here(CHARTS)()
    with draughtsman() as hands:
        draw = hands.draw
        at_work = workers()
        assert len(at_work) == 1
        assert draw(CHARTS)() == here
        assert draw(CHARTS[1:])() == here[1:]
    assert are_gone(at_work)


def test_pictures_that_nobody_takes_hold_nobody_up() -> None:
    # More than a pipe holds.
    charts = tuple(FlowDiagram(((f"熔炼 {number}", "Melting"), ("铸造", "Casting"))) for number in range(60))
    with draughtsman() as hands:
        (process,) = workers()
        hands.draw(charts)
        until = time.monotonic() + 30
        while not blocked(process) and time.monotonic() < until:
            time.sleep(0.05)
        begun = time.monotonic()
    assert time.monotonic() - begun < 1


def blocked(process: psutil.Process) -> bool:
    """Whether the process has begun, and does nothing for a while."""
    before = process.cpu_times().user
    time.sleep(0.5)
    return 0.1 < before == process.cpu_times().user


@pytest.mark.parametrize("when", ["before", "while"])
def test_a_process_that_dies_is_done_without(when: str) -> None:
    here = draw_here(CHARTS)()
    with draughtsman() as hands:
        draw = hands.draw
        (process,) = workers()
        if when == "before":
            process.kill()
            assert are_gone([process])
        wait = draw(CHARTS)
        if when == "while":
            process.kill()
        assert wait() == here


def test_a_process_that_cannot_be_started_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise WorkerDied

    monkeypatch.setattr(module, "WorkerProcess", refuse)
    with draughtsman() as hands, scribe() as others:
        assert hands == others == OWN


def seen(project: Path, *, jobs: int, storing: bool, out: str | None = "out") -> int:
    """How many processes a build has beside it."""
    found: set[psutil.Process] = set()
    build(
        project,
        jobs=jobs,
        storing=storing,
        out=out,
        request=Request(),
        progress=lambda now: found.update(workers() if now.stage is Stage.READ else []),
    )
    return len(found)


def test_the_first_build_of_one_plan_has_a_draughtsman_and_writes_the_same(tmp_path: Path) -> None:
    write_plans(tmp_path, "a")
    assert seen(tmp_path, jobs=2, storing=True) == 1
    assert files(tmp_path / "out/a") == {name.removeprefix("a/"): content for name, content in files_of_one(tmp_path).items()}


def files_of_one(project: Path) -> dict[str, bytes]:
    build(project, request=Request(), out="alone")
    return files(project / "alone")


def test_nobody_is_hired_without_need(tmp_path: Path) -> None:
    write_plans(tmp_path, "a")
    assert seen(tmp_path, jobs=1, storing=False) == 0
    assert seen(tmp_path, jobs=2, storing=False, out=None) == 0


@pytest.mark.parametrize("dies", [False, True])
def test_where_charts_are_kept_a_scribe_writes_a_part_and_all_is_the_same(tmp_path: Path, dies: bool) -> None:
    write_plans(tmp_path, "a")
    build(tmp_path, storing=True, request=Request())
    replace(tmp_path / "plans/a/plan.yaml", "English sentence", "Another sentence")
    found: list[psutil.Process] = []

    def progress(now: Standing) -> None:
        if now.stage is Stage.EMIT:
            found.extend(workers())
            for process in found if dies else ():
                process.kill()

    (result,) = build(tmp_path, jobs=2, storing=True, request=Request(), progress=progress)
    assert (result.failed, result.trouble, result.bug) == (False, None, None)
    assert len(found) == 1
    assert are_gone(found)
    assert b"Another sentence" in (tmp_path / "out/a/a.en.md").read_bytes()
    assert files(tmp_path / "out/a") == {name.removeprefix("a/"): content for name, content in files_of_one(tmp_path).items()}


def test_a_plan_without_charts_does_not_hire_a_draughtsman_every_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plans(tmp_path, "a")
    plan = tmp_path / "plans/a/plan.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(text[: text.index("outline:")] + "outline: [{title: {zh: 现状, en: Now}, text: {zh: 一, en: First}}]\n", "utf-8")
    hired: list[str] = []
    for name in ("draughtsman", "scribe"):
        monkeypatch.setattr(module, name, lambda name=name: hired.append(name) or nullcontext(OWN))
    build(tmp_path, jobs=2, storing=True)
    replace(plan, "First", "Second")
    (result,) = build(tmp_path, jobs=2, storing=True)
    assert not result.failed
    assert hired == ["draughtsman", "scribe"]


def test_what_is_wrong_with_a_template_is_the_same_finding(tmp_path: Path) -> None:
    write_plans(tmp_path, "a")
    build(tmp_path, storing=True, request=Request())
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/standard.md.j2").write_text("{{ titel }}", "utf-8")
    here = build(tmp_path, storing=False, request=Request())
    (there,) = build(tmp_path, jobs=2, storing=True, request=Request())
    assert [there.diagnostics] == [result.diagnostics for result in here]
    assert there.failed
    assert "GP-F21" in {finding.code for finding in there.diagnostics}
