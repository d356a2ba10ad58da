"""Charts drawn by a process beside the one that builds."""

from pathlib import Path

import psutil
import pytest

from ghgplan.document.charts import FlowDiagram
from ghgplan.project.compilation import Stage
from ghgplan.project.pictures import draw_here
from ghgplan.project.request import Request
from ghgplan.project.workers import draughtsman as module
from ghgplan.project.workers.draughtsman import draughtsman
from ghgplan.project.workers.process import WorkerDied
from little_project import files
from many_plans import are_gone, build, workers, write_plans

CHARTS = (FlowDiagram((("熔炼", "Melting"), ("铸造", "Casting"))), FlowDiagram((("Melting",), ("Rolling",))))


def test_pictures_are_those_of_this_process() -> None:
    here = draw_here(CHARTS)()
    with draughtsman() as draw:
        at_work = workers()
        assert len(at_work) == 1
        assert draw(CHARTS)() == here
        assert draw(CHARTS[1:])() == here[1:]
    assert are_gone(at_work)


@pytest.mark.parametrize("when", ["before", "while"])
def test_a_process_that_dies_is_done_without(when: str) -> None:
    here = draw_here(CHARTS)()
    with draughtsman() as draw:
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
    with draughtsman() as draw:
        assert draw is draw_here


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
    build(tmp_path, storing=True)
    plan = tmp_path / "plans/a/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("English sentence", "Another sentence"), "utf-8")
    assert seen(tmp_path, jobs=2, storing=True) == 0
