"""Cases measured in turn, as often and with as many plans as the time allows."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.cases import Case, Kind, cold
from benchmarks.running import Timing, peak_memory, timed
from benchmarks.workplace import Workplace

SIZES = (1, 3, 10, 30, 100, 300, 1000, 3000)


@dataclass(frozen=True, slots=True)
class Result:
    """A case's timings by side, turn by turn; the first side is ours."""

    kind: Kind
    plans: int
    timings: Mapping[str, Sequence[Timing]]


@dataclass(frozen=True, slots=True)
class Growth:
    """Cold builds of so many plans: seconds (wall) and bytes at most; None where it was not run."""

    plans: int
    seconds: float
    memory: int | None
    naive_seconds: float | None
    naive_memory: int | None


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds that a plan takes on each side when several are built at once."""

    ours: float
    naive: float


def fitting(wanted: int, seconds: float, a_plan: float) -> int:
    """The largest of the usual sizes up to ``wanted`` that takes at most ``seconds``, at ``a_plan`` seconds each; at least 1."""
    return max((size for size in {*SIZES, wanted} if size <= wanted and size * a_plan <= seconds), default=1)


def warmed(place: Workplace, plans: int = 5) -> Pace:
    """Run each side, so that the files of both are in memory; the pace at which they went."""
    for count in (1, plans):
        side = cold(place, "warm", count)
        naive = place.naive(side.command.folder)
        ours, theirs = (timed(command, place.environment).wall / count for command in (side.command, naive))
    return Pace(ours, theirs)


def measured(kind: Kind, case: Case, plans: int, place: Workplace, *, rounds: int, seconds: float) -> Result:
    """Run the sides in turn: at least once, at most ``rounds`` times, and no longer than ``seconds`` if more than once."""
    end = time.monotonic() + seconds
    sides = [case.ours, *case.others]
    timings: dict[str, list[Timing]] = {side.name: [] for side in sides}
    for _ in range(rounds):
        start = time.monotonic()
        for side in sides:
            side.before()
            timings[side.name].append(timed(side.command, place.environment))
        now = time.monotonic()
        if now + (now - start) > end:
            break
    return Result(kind, plans, timings)


def growth(place: Workplace, most: int, *, seconds: float, pace: Pace) -> Iterator[Growth]:
    """Cold builds of 1, 10, 100, ... plans, as far as the time allows, each with its memory in a run of its own.

    The naive script goes along as long as that leaves time for ten times as many plans of ours.
    """
    end = time.monotonic() + seconds
    size = 1
    while size <= most and 2 * size * pace.ours <= end - time.monotonic():
        side = cold(place, "growth", size)
        ours = timed(side.command, place.environment).wall
        side.before()
        memory = peak_memory(side.command, place.environment)
        pace = replace(pace, ours=ours / size)
        naive = place.naive(side.command.folder)
        goes_along = 2 * size * (pace.naive + 10 * pace.ours) <= end - time.monotonic()
        yield Growth(
            size,
            ours,
            memory,
            timed(naive, place.environment).wall if goes_along else None,
            peak_memory(naive, place.environment) if goes_along else None,
        )
        size *= 10
