"""Cases measured in turn, as often and with as many plans as the time allows."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
    naive_seconds: float
    memory: int | None
    naive_memory: int | None


def fitting(wanted: int, seconds: float, a_plan: float) -> int:
    """The largest of the usual sizes up to ``wanted`` that takes at most ``seconds``, at ``a_plan`` seconds each; at least 1."""
    return max((size for size in {*SIZES, wanted} if size <= wanted and size * a_plan <= seconds), default=1)


def warmed(place: Workplace) -> float:
    """Run each side once, so that the files of both are in memory; the seconds that a plan took on both sides together."""
    side = cold(place, "warm", 1)
    naive = place.naive(side.command.folder)
    return timed(side.command, place.environment).wall + timed(naive, place.environment).wall


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


def growth(place: Workplace, most: int, *, seconds: float, a_plan: float) -> Iterator[Growth]:
    """Cold builds of 1, 10, 100, ... plans, as far as the time allows, each with its memory in a run of its own."""
    end = time.monotonic() + seconds
    size = 1
    # Twice: once for the time, once for the memory.
    while size <= most and 2 * size * a_plan <= end - time.monotonic():
        side = cold(place, "growth", size)
        naive = place.naive(side.command.folder)
        ours = timed(side.command, place.environment).wall
        theirs = timed(naive, place.environment).wall
        side.before()
        memory = peak_memory(side.command, place.environment)
        naive_memory = peak_memory(naive, place.environment)
        a_plan = (ours + theirs) / size
        yield Growth(size, ours, theirs, memory, naive_memory)
        size *= 10
