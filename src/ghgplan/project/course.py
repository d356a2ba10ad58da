"""How far a command has come with its plans, and how long the rest will take."""

from __future__ import annotations

import time
from collections.abc import Callable

from ghgplan.project.addresses import PlanAddress
from ghgplan.project.compilation import Stage
from ghgplan.values import frozen

FEWEST = 4
"""Plans that must have been finished before their pace says anything."""


@frozen
class Standing:
    """What is being done with ``plan``, after ``done`` of ``total`` plans; ``seconds_left`` is None while nothing can be said of it."""

    plan: PlanAddress
    stage: Stage
    done: int
    total: int
    seconds_left: float | None = None


Progress = Callable[[Standing], None]


class Course:
    """Follows a command that has ``total`` plans, of which ``settled`` need nothing to be done."""

    def __init__(self, total: int, settled: int, progress: Progress, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._settled = settled
        self._progress = progress
        self._clock = clock
        self._finished = 0
        self._first = self._last = 0.0

    def notice(self, plan: PlanAddress, stage: Stage) -> None:
        """``plan`` has come to ``stage``."""
        self._progress(Standing(plan, stage, self._settled + self._finished, self._total, self._seconds_left()))

    def finished(self) -> None:
        """One more plan is done with."""
        self._last = self._clock()
        self._finished += 1
        if self._finished == 1:
            self._first = self._last

    def _seconds_left(self) -> float | None:
        # From the first plan's end on: before it, all is loaded.
        if self._finished < FEWEST:
            return None
        pace = (self._last - self._first) / (self._finished - 1)
        left = pace * (self._total - self._settled - self._finished)
        return max(0.0, left - (self._clock() - self._last))
