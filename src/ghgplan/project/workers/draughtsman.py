"""Charts drawn by a process beside this one: it loads what draws while this one reads the plan."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

from ghgplan.document.charts import Chart
from ghgplan.project.pictures import Draw, draw_here
from ghgplan.project.workers.process import WorkerDied, WorkerProcess
from ghgplan.project.workers.trades import Drawing


@contextmanager
def draughtsman() -> Generator[Draw]:
    """Draws in a process of its own; where that is not to be had or dies, in this one."""
    try:
        worker = WorkerProcess(Drawing())
    except WorkerDied:
        yield draw_here
        return

    def draw(charts: Sequence[Chart]) -> Callable[[], Sequence[bytes]]:
        try:
            worker.give(charts)
        except WorkerDied:
            return draw_here(charts)
        return lambda: _taken(worker, charts)

    try:
        yield draw
    finally:
        worker.end()


def _taken(worker: WorkerProcess, charts: Sequence[Chart]) -> Sequence[bytes]:
    try:
        return worker.take(lambda _: None)
    except WorkerDied:
        return draw_here(charts)()
