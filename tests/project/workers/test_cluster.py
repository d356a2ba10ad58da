"""Plans built on a Dask cluster: a real scheduler and two workers on this machine, one of which is killed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Timer

import psutil
import pytest
from distributed.client import Future as DaskFuture
from distributed.client import FutureCancelledError

from ghgplan.cli.main import main
from ghgplan.project.compilation import Stage
from ghgplan.project.course import Standing
from ghgplan.project.request import Request
from ghgplan.project.trouble import Trouble
from ghgplan.project.workers import cluster, parcels
from little_project import files, replace
from many_plans import MARKDOWN, are_gone, build, write_plans

NAMES = tuple("abcdefgh")


@dataclass(frozen=True)
class Cluster:
    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


def started(module: str, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{module}", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def run_cluster(folder: Path) -> Iterator[Cluster]:
    told = folder / "scheduler.json"
    scheduler = started("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
    workers: list[subprocess.Popen[bytes]] = []
    try:
        until = time.monotonic() + 60
        while not (told.exists() and told.read_text()) and time.monotonic() < until:
            time.sleep(0.05)
        address = json.loads(told.read_text())["address"]
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        workers += [started("dask_worker", address, *options, "--local-directory", str(folder / str(number))) for number in range(2)]
        yield Cluster(address, scheduler, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    yield from run_cluster(tmp_path_factory.mktemp("dask"))


@pytest.fixture
def dask_to_be_broken(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "dask").mkdir()
    yield from run_cluster(tmp_path / "dask")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_plans(tmp_path / "project", *NAMES)
    return tmp_path / "project"


def test_results_and_files_are_those_of_this_machine(project: Path, dask: Cluster) -> None:
    here = build(project, request=Request(), out="here")
    there = build(project, request=Request(), out="there", cluster=dask.address)
    assert there == here
    assert files(project / "there") == files(project / "here")
    assert all(result.seconds > 0 for result in there)


def test_what_came_back_is_kept_and_not_built_again(project: Path, dask: Cluster) -> None:
    build(project, cluster=dask.address, storing=True)
    replace(project / "plans/c/plan.yaml", "English sentence", "Another sentence")
    replace(project / "plans/e/data/fuel.csv", "118", "119")
    results = build(project, storing=True)
    assert [result.plan.name for result in results if not result.unchanged] == ["c", "e"]


def test_broken_plans_cost_only_themselves_and_tell_what_they_tell_here(project: Path, dask: Cluster) -> None:
    (project / "plans/b/plan.yaml").write_text("company: [", encoding="utf-8")
    (project / "plans/c/data/fuel.csv").rename(project / "plans/c/data/Fuel.csv")
    there = build(project, cluster=dask.address)
    assert there == build(project)
    assert [result.failed for result in there] == [name in "bc" for name in NAMES]
    # The file that was meant is known from what lies in the folder, which was not sent.
    assert "Fuel.csv" in str(there[2].diagnostics[0].arguments)


def test_a_worker_that_is_killed_loses_nothing_and_nothing_is_written_twice(project: Path, dask_to_be_broken: Cluster) -> None:
    told: list[Standing] = []
    victim = dask_to_be_broken.workers[0]

    def progress(now: Standing) -> None:
        told.append(now)
        # Both are at work by now, and have a plan waiting each.
        if now.stage is Stage.WRITE and now.done == 1:
            victim.kill()
            victim.wait()

    results = build(project, request=Request(), cluster=dask_to_be_broken.address, progress=progress)
    assert victim.poll() is not None
    assert [(result.plan.name, result.failed, result.trouble, result.bug) for result in results] == [
        (name, False, None, None) for name in NAMES
    ]
    assert Counter(now.plan.name for now in told if now.stage is Stage.WRITE) == dict.fromkeys(NAMES, 1)
    there = files(project / "out")
    build(project, request=Request(), out="here")
    assert there == files(project / "here")


def test_only_findings_are_looked_for_where_nothing_is_written(project: Path, dask: Cluster) -> None:
    assert build(project, cluster=dask.address, out=None) == build(project, out=None)
    assert not (project / "out").exists()


def test_the_command_line_builds_on_a_cluster(
    project: Path, dask: Cluster, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert main(["build", "--to", "md", "--ui-lang", "en", "--cluster", dask.address]) == 0
    built = [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if ": built" in line]
    assert built == list(NAMES)


def test_another_ghgplan_on_the_cluster_is_told(project: Path, dask: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "sameness", lambda: "0.2.0 abc")
    monkeypatch.setattr(cluster, "sameness", lambda: "0.2.0 abc")
    with pytest.raises(Trouble) as raised:
        build(project, cluster=dask.address)
    assert raised.value.name == "trouble.cluster-differs"
    assert raised.value.arguments["here"] == "0.2.0 abc"


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "odd://127.0.0.1:1", "tcp://"])
def test_an_address_where_no_cluster_is(project: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_SECONDS_TO_CONNECT", 1)
    with pytest.raises(Trouble) as raised:
        build(project, cluster=address)
    assert raised.value.name == "trouble.no-cluster"


def test_a_cluster_without_workers_is_given_up(project: Path, dask_to_be_broken: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    for process in dask_to_be_broken.workers:
        process.kill()
        process.wait()
    monkeypatch.setattr(cluster, "_SECONDS_ALONE", 0.5)
    with pytest.raises(Trouble) as raised:
        build(project, cluster=dask_to_be_broken.address)
    assert raised.value.name == "trouble.no-workers"


class WorkersThatLeave:
    """A cluster whose first plan takes longer than it may be alone, and which has no workers while the second is under way."""

    def __init__(self) -> None:
        self._workers = [{"worker": 1}]
        # Would otherwise be loaded at the first result, which takes as long as the second plan.
        import_module("distributed.scheduler")

    def nthreads(self) -> dict[str, int]:
        return self._workers.pop() if self._workers else {}

    def submit(self, _function: object, _parcel: parcels.Parcel, *, key: str, pure: bool) -> Future[parcels.Reply]:
        assert not pure
        future: Future[parcels.Reply] = Future()
        if key.endswith("-0"):
            time.sleep(1)
            future.set_result(parcels.Reply())
        else:
            Timer(0.4, future.set_result, (parcels.Reply(),)).start()
        return future


def test_a_cluster_that_brought_results_until_now_is_not_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plans(tmp_path, "a", "b")
    monkeypatch.setattr(cluster, "_connected", lambda _: nullcontext(WorkersThatLeave()))
    monkeypatch.setattr(cluster, "_SECONDS_ALONE", 0.9)
    assert [result.plan.name for result in build(tmp_path, cluster="any", out=None)] == ["a", "b"]


def test_a_scheduler_that_goes_away_is_told(project: Path, dask_to_be_broken: Cluster) -> None:
    def progress(now: Standing) -> None:
        if now.stage is Stage.WRITE:
            dask_to_be_broken.scheduler.kill()
            dask_to_be_broken.scheduler.wait()

    with pytest.raises(Trouble) as raised:
        build(project, cluster=dask_to_be_broken.address, progress=progress)
    assert raised.value.name in ("trouble.no-cluster", "trouble.no-workers")


def test_without_the_extra_packages_they_are_asked_for(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Trouble) as raised:
        build(project, request=MARKDOWN, cluster="tcp://127.0.0.1:1")
    assert raised.value.name == "trouble.cluster-extra"


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process of a console")
def test_ctrl_c_leaves_the_cluster_as_it_was(tmp_path: Path, dask: Cluster) -> None:
    write_plans(tmp_path, *(f"plan-{number:02}" for number in range(30)))
    running = subprocess.Popen(
        [sys.executable, "-m", "ghgplan", "build", "--ui-lang", "en", "--cluster", dask.address],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    assert running.stdout
    running.stdout.readline()
    running.send_signal(2)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert errors.splitlines() == ["Interrupted. The plan at work was not written, its former files are kept"]
    assert are_gone([process for process in psutil.Process().children() if process.pid == running.pid])
    assert all(worker.poll() is None for worker in dask.workers)


def test_a_connection_that_is_lost_is_no_error_of_ghgplan(project: Path, dask: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_: object) -> None:
        raise FutureCancelledError("key", "scheduler-connection-lost")

    monkeypatch.setattr(DaskFuture, "result", lost)
    with pytest.raises(Trouble) as caught:
        build(project, cluster=dask.address)
    assert caught.value.name == "trouble.no-cluster"
