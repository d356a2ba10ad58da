"""Plans built by several processes of this machine: real ones, some of them killed."""

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import psutil
import pytest

from ghgplan.project.addresses import find
from ghgplan.project.all_plans import build_plans
from ghgplan.project.compilation import Stage
from ghgplan.project.course import Course, Standing
from ghgplan.project.request import Request
from ghgplan.project.trouble import Trouble
from ghgplan.project.work import Work, usable_cores
from ghgplan.project.workers.local import build_locally
from ghgplan.project.workers.process import WorkerDied, WorkerProcess
from ghgplan.project.workers.trades import Drawing
from little_project import files
from many_plans import MARKDOWN, are_gone, build, workers, write_plans

NAMES = ("a", "b", "c", "d")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_plans(tmp_path, *NAMES)
    return tmp_path


def test_results_and_files_are_those_of_one_process(project: Path) -> None:
    alone = build(project, request=Request(), out="alone")
    together = build(project, request=Request(), out="together", jobs=2)
    assert together == alone
    assert [result.plan.name for result in together] == list(NAMES)
    assert all(result.seconds > 0 for result in together)
    assert files(project / "together") == files(project / "alone")


def test_findings_are_those_of_one_process(project: Path) -> None:
    assert build(project, jobs=2, out=None) == build(project, out=None)


def test_a_broken_plan_costs_only_itself(project: Path) -> None:
    broken = project / "plans/b/plan.yaml"
    broken.write_text("company: [", encoding="utf-8")
    (project / "plans/c/data/fuel.csv").unlink()
    results = build(project, jobs=2)
    assert [(result.failed, result.trouble is not None) for result in results] == [
        (False, False),
        (True, False),
        (True, False),
        (False, False),
    ]
    assert results[1].diagnostics == build(project)[1].diagnostics
    assert sorted(path.name for path in (project / "out").iterdir() if path.is_dir()) == ["a", "d"]


def test_what_is_unchanged_starts_no_process(project: Path) -> None:
    build(project, storing=True, jobs=2)
    (project / "plans/b/plan.yaml").write_text((project / "plans/b/plan.yaml").read_text("utf-8").replace("English", "Englisk"), "utf-8")
    told: list[Standing] = []
    seen: list[psutil.Process] = []

    def progress(now: Standing) -> None:
        told.append(now)
        seen.extend(workers())

    results = build(project, storing=True, jobs=2, progress=progress)
    assert [result.unchanged for result in results] == [True, False, True, True]
    assert {(now.plan.name, now.done, now.total) for now in told} == {("b", 3, 4)}
    assert len({*seen}) == 1, "what is beside a plan that is built alone"
    told.clear()
    seen.clear()
    assert all(result.unchanged for result in build(project, storing=True, jobs=2, progress=progress))
    assert not told
    assert not seen


def test_progress_tells_every_stage_of_every_plan(project: Path) -> None:
    told: list[Standing] = []
    build(project, jobs=2, progress=told.append)
    stages = {name: [now.stage for now in told if now.plan.name == name] for name in NAMES}
    assert stages == {name: [stage for stage in Stage if stage is not Stage.LAY_OUT] for name in NAMES}
    assert [now.done for now in told] == sorted(now.done for now in told)


def test_the_plan_of_a_worker_that_is_killed_is_given_to_another(project: Path) -> None:
    killed: list[psutil.Process] = []

    def progress(now: Standing) -> None:
        if now.plan.name == "b" and now.stage is Stage.DRAW and not killed:
            killed.extend(workers())
            for process in killed:
                process.kill()

    results = build(project, jobs=2, progress=progress)
    assert killed
    assert [(result.plan.name, result.failed, result.trouble, result.bug) for result in results] == [
        (name, False, None, None) for name in NAMES
    ]
    assert files(project / "out") == files_of_one_process(project)


def test_a_plan_that_its_workers_die_of_is_given_up_and_the_others_built(project: Path) -> None:
    def progress(now: Standing) -> None:
        # The only worker, so that no other plan is at work.
        if now.plan.name == "b" and now.stage is Stage.COMPUTE:
            for process in workers():
                process.kill()

    plans = find((), project).plans
    course = Course(len(plans), 0, progress)
    results = list(build_locally(plans, Work(MARKDOWN, project / "out"), 1, course))
    assert [result.trouble and result.trouble.name for result in results] == [None, "trouble.worker-died", None, None]
    assert sorted(path.name for path in (project / "out").iterdir()) == ["a", "c", "d"]


def test_a_worker_that_cannot_be_ended_costs_only_its_plan(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    end, refusals = WorkerProcess.end, [PermissionError()]

    def refused(worker: WorkerProcess) -> None:
        end(worker)
        if refusals:
            raise refusals.pop()

    def progress(now: Standing) -> None:
        if now.plan.name == "b" and now.stage is Stage.COMPUTE and refusals:
            for process in workers():
                process.kill()

    monkeypatch.setattr(WorkerProcess, "end", refused)
    plans = find((), project).plans
    results = list(build_locally(plans, Work(MARKDOWN, project / "out"), 1, Course(len(plans), 0, progress)))
    assert [result.bug and result.bug.told for result in results] == [None, "PermissionError: ", None, None]


def test_a_worker_that_takes_no_trade_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_worker: WorkerProcess, _task: object) -> None:
        raise WorkerDied

    monkeypatch.setattr(WorkerProcess, "give", refuse)
    with pytest.raises(WorkerDied):
        WorkerProcess(Drawing())
    assert not workers()


def test_whoever_needs_no_more_results_ends_the_workers(tmp_path: Path) -> None:
    # So many that they are at work still when the first result has come.
    write_plans(tmp_path, *(f"plan-{number:03}" for number in range(60)))
    results = build_plans(find((), tmp_path).plans, Work(MARKDOWN, tmp_path / "out"), lambda _: None, jobs=2)
    next(results)
    at_work = workers()
    assert at_work
    results.close()
    assert are_gone(at_work)


def test_workers_end_when_the_build_does(project: Path) -> None:
    seen: set[psutil.Process] = set()
    build(project, jobs=2, progress=lambda _: seen.update(workers()))
    assert len(seen) == 2
    assert are_gone([*seen])


def test_workers_load_nothing_from_the_folder_that_they_start_in(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "queue.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(project)
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if entry not in ("", str(project))])
    assert [result.trouble for result in build(project, jobs=2)] == [None] * len(NAMES)


def test_what_workers_start_in_their_turn_has_the_environment_of_the_command(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "theirs")
    seen: list[str] = []
    build(project, jobs=2, progress=lambda _: seen.extend(worker.environ()["PYTHONPATH"] for worker in workers()))
    assert {*seen} == {"theirs"}


def test_ctrl_c_while_processes_are_started_is_ctrl_c(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = Thread.start
    started: list[Thread] = []

    def interrupted(thread: Thread) -> None:
        if started:
            raise KeyboardInterrupt
        started.append(thread)
        start(thread)

    monkeypatch.setattr(Thread, "start", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(project, jobs=3)
    assert not started[0].is_alive()
    assert workers() == []


def test_more_processes_than_plans_are_not_started(project: Path) -> None:
    seen: set[psutil.Process] = set()
    build(project, jobs=64, progress=lambda _: seen.update(workers()))
    assert len(seen) <= len(NAMES)


def command(project: Path, *options: str) -> subprocess.Popen[str]:
    """A build in a process of its own, which Ctrl-C can reach."""
    return subprocess.Popen(
        [sys.executable, "-m", "ghgplan", "build", "--to", "md", "--ui-lang", "en", *options],
        cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True,
    )  # fmt: skip


def in_the_midst(project: Path) -> tuple[subprocess.Popen[str], list[psutil.Process]]:
    """A build of many plans after its first result, and its two workers."""
    write_plans(project, *(f"plan-{number:03}" for number in range(60)))
    running = command(project, "--jobs", "2")
    assert running.stdout
    running.stdout.readline()
    at_work = psutil.Process(running.pid).children(recursive=True)
    assert len(at_work) == 2
    return running, at_work


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process of a console")
def test_ctrl_c_ends_all_at_once_and_says_so(tmp_path: Path) -> None:
    running, at_work = in_the_midst(tmp_path)
    begun = time.monotonic()
    os.kill(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=30)
    assert time.monotonic() - begun < 5
    assert running.returncode == 130
    assert errors.splitlines() == ["Interrupted. The plan at work was not written, its former files are kept"]
    assert are_gone(at_work)
    assert not [*(tmp_path / "out").rglob("*.tmp")]


@pytest.mark.skipif(sys.platform == "win32", reason="a killed parent's children are found otherwise there")
def test_workers_do_not_outlive_a_command_that_is_killed(tmp_path: Path) -> None:
    running, at_work = in_the_midst(tmp_path)
    running.kill()
    running.communicate(timeout=30)
    assert are_gone(at_work)


def test_the_number_of_processes_can_be_asked_for(project: Path) -> None:
    assert usable_cores() >= 1
    finished = command(project, "--jobs", "0")
    _, errors = finished.communicate(timeout=60)
    assert finished.returncode == 2
    assert "--jobs takes a number of processes" in errors


def test_a_trouble_is_the_same_in_another_process() -> None:
    trouble = Trouble("trouble.disk-full", folder="out")
    again = pickle.loads(pickle.dumps(trouble))
    assert (type(again), again.name, again.arguments) == (Trouble, trouble.name, trouble.arguments)


def files_of_one_process(project: Path) -> dict[str, bytes]:
    build(project, out="alone")
    return files(project / "alone")
