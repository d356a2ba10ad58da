"""Plans shared out among processes of this machine."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from ghgplan.project.addresses import PlanAddress
from ghgplan.project.bug import bug_of
from ghgplan.project.building import PlanResult
from ghgplan.project.compilation import Stage
from ghgplan.project.course import Course
from ghgplan.project.trouble import Trouble
from ghgplan.project.work import Work
from ghgplan.project.workers.ordering import in_order
from ghgplan.project.workers.process import WorkerDied, WorkerProcess
from ghgplan.project.workers.trades import Building

_ATTEMPTS = 2
"""How often a plan is given to a worker: the first may have died for reasons of its own."""
_BLINK = 0.2
"""Seconds between looks at Ctrl-C, which on Windows reaches no thread that waits."""


def build_locally(plans: Sequence[PlanAddress], work: Work, jobs: int, course: Course) -> Generator[PlanResult]:
    """Build ``plans`` with ``jobs`` processes; the results in the order of ``plans``, as soon as they are there."""
    news: SimpleQueue[tuple[int, Stage | PlanResult]] = SimpleQueue()
    shared = _Shared(plans)
    foremen: list[_Foreman] = []
    try:
        for _ in range(min(jobs, len(plans))):
            foremen.append(_Foreman(shared, work, news))
            foremen[-1].start()
        yield from in_order(_finished(plans, news, course))
    finally:
        shared.close()
        for foreman in foremen:
            foreman.dismiss()
        for foreman in foremen:
            # One that Ctrl-C kept from starting cannot be waited for.
            if foreman.is_alive():
                foreman.join()


def _finished(
    plans: Sequence[PlanAddress], news: SimpleQueue[tuple[int, Stage | PlanResult]], course: Course
) -> Iterator[tuple[int, PlanResult]]:
    """The results by number, in the order in which they come."""
    left = len(plans)
    while left:
        try:
            number, told = news.get(timeout=_BLINK)
        except Empty:
            continue
        if isinstance(told, PlanResult):
            left -= 1
            course.finished()
            yield number, told
        else:
            course.notice(plans[number], told)


class _Shared:
    """The plans that nobody has taken yet."""

    def __init__(self, plans: Sequence[PlanAddress]) -> None:
        self._plans = enumerate(plans)
        self._lock = Lock()

    def take(self) -> tuple[int, PlanAddress] | None:
        """The next plan and its number; None when there is none."""
        with self._lock:
            return next(self._plans, None)

    def close(self) -> None:
        """Give out nothing more."""
        with self._lock:
            self._plans = enumerate(())


class _Foreman(Thread):
    """Sees to one worker: gives it plans, passes on what it says, replaces it when it dies."""

    def __init__(self, shared: _Shared, work: Work, news: SimpleQueue[tuple[int, Stage | PlanResult]]) -> None:
        super().__init__(daemon=True)
        self._shared = shared
        self._work = work
        self._news = news
        self._worker: WorkerProcess | None = None
        self._dismissed = False

    def run(self) -> None:
        while not self._dismissed and (taken := self._shared.take()):
            number, plan = taken
            try:
                result = self._built(number, plan)
            except Exception as bug:  # whoever waits for this plan has to be told
                result = PlanResult(plan, bug=bug_of(bug))
                with suppress(Exception):
                    self._end()
            self._news.put((number, result))
        self._end()

    def dismiss(self) -> None:
        """Let the worker break off what it does."""
        self._dismissed = True
        worker = self._worker
        if worker:
            worker.dismiss()

    def _built(self, number: int, plan: PlanAddress) -> PlanResult:
        for _ in range(_ATTEMPTS):
            if self._dismissed:
                break
            try:
                return self._hired().do(plan, lambda stage: self._news.put((number, stage)))
            except WorkerDied:
                self._end()
        return PlanResult(plan, trouble=Trouble("trouble.worker-died", plan=plan.name))

    def _hired(self) -> WorkerProcess:
        self._worker = self._worker or WorkerProcess(Building(self._work))
        if self._dismissed:
            self._worker.dismiss()
        return self._worker

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker:
            worker.end()
