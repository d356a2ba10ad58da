"""A project of several small plans, and the processes that build them."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import psutil

from ghgplan.project.addresses import find
from ghgplan.project.all_plans import build_plans
from ghgplan.project.building import PlanResult
from ghgplan.project.course import Standing
from ghgplan.project.request import Format, Request
from ghgplan.project.work import Work
from little_project import CSV, PLANT

MARKDOWN = Request(formats=(Format.MARKDOWN,))


def write_plans(project: Path, *names: str) -> None:
    """Plans by these names, each with a pathway of its own."""
    for number, name in enumerate(names):
        folder = project / "plans" / name
        (folder / "data").mkdir(parents=True)
        (folder / "plan.yaml").write_text(PLANT.replace("0.74", f"0.7{number % 9}"), encoding="utf-8")
        (folder / "data/fuel.csv").write_text(CSV, encoding="utf-8")


def build(
    project: Path,
    *,
    jobs: int = 1,
    cluster: str = "",
    request: Request = MARKDOWN,
    out: str | None = "out",
    storing: bool = False,
    progress: Callable[[Standing], None] = lambda _: None,
) -> list[PlanResult]:
    """Build all plans of ``project``."""
    work = Work(request, project / out if out else None, storing=storing)
    return list(build_plans(find((), project).plans, work, progress, jobs=jobs, cluster=cluster))


def workers() -> list[psutil.Process]:
    """The processes of this one that build plans."""
    return [child for child in psutil.Process().children(recursive=True) if "ghgplan.project.workers.worker" in _command(child)]


def are_gone(processes: list[psutil.Process], seconds: float = 10) -> bool:
    """Whether all of them have ended, or end before long."""
    until = time.monotonic() + seconds
    while any(_is_alive(process) for process in processes) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(_is_alive(process) for process in processes)


def _is_alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return []
