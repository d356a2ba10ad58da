"""A process beside this one that takes over a part of one plan: it loads what that takes while this one reads the plan."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from ghgplan.project.files import write_here
from ghgplan.project.hands import OWN, Hands
from ghgplan.project.pictures import draw_here
from ghgplan.project.workers.process import WorkerDied, WorkerProcess
from ghgplan.project.workers.trades import Drawing, Trade, Writing

Task = TypeVar("Task")
Begin = Callable[[Sequence[Task]], Callable[[], Sequence[Any]]]


@contextmanager
def draughtsman() -> Generator[Hands]:
    """Charts are drawn beside; where the other process is not to be had or dies, here."""
    with _beside(Drawing(), draw_here) as draw:
        yield replace(OWN, draw=draw)


@contextmanager
def scribe() -> Generator[Hands]:
    """A part of the files is written beside; where the other process is not to be had or dies, here."""
    with _beside(Writing(), write_here) as write:
        yield replace(OWN, write=write)


@contextmanager
def _beside(trade: Trade, here: Begin[Task]) -> Generator[Begin[Task]]:
    try:
        worker = WorkerProcess(trade)
    except WorkerDied:
        yield here
        return

    def begin(tasks: Sequence[Task]) -> Callable[[], Sequence[Any]]:
        if not tasks:
            return tuple
        try:
            worker.give(tasks)
        except WorkerDied:
            return here(tasks)
        return lambda: _taken(worker, tasks, here)

    try:
        yield begin
    finally:
        worker.end()


def _taken(worker: WorkerProcess, tasks: Sequence[Task], here: Begin[Task]) -> Sequence[Any]:
    try:
        return worker.take(lambda _: None)
    except WorkerDied:
        return here(tasks)()
