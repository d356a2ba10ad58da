"""What many timings say together: their middle, how far they spread, and how sure a ratio of two of them is."""

from __future__ import annotations

import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some measurements, with the least and the most."""

    median: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Ratio:
    """One median over another, with the bounds between which 95 % of the resampled ratios lie."""

    value: float
    low: float
    high: float


def spread(measured: Sequence[float]) -> Spread:
    """The spread of at least one measurement."""
    return Spread(statistics.median(measured), min(measured), max(measured))


def ratio(ours: Sequence[float], theirs: Sequence[float], *, seed: int = 0) -> Ratio:
    """The ratio of the medians, with a bootstrap interval (Efron's percentile method, 95 %).

    Both were measured in turn, so whole turns are drawn, not single timings: what slowed a turn slowed both. Where the
    numbers of timings differ, each side is drawn by itself.
    """
    value = statistics.median(ours) / statistics.median(theirs)
    chance = random.Random(seed)  # noqa: S311 no secret hangs on it
    drawn = sorted(_resampled(ours, theirs, chance) for _ in range(RESAMPLES))
    return Ratio(value, min(value, drawn[round(0.025 * (RESAMPLES - 1))]), max(value, drawn[round(0.975 * (RESAMPLES - 1))]))


def _resampled(ours: Sequence[float], theirs: Sequence[float], chance: random.Random) -> float:
    if len(ours) == len(theirs):
        turns = chance.choices(range(len(ours)), k=len(ours))
        return statistics.median(ours[turn] for turn in turns) / statistics.median(theirs[turn] for turn in turns)
    return statistics.median(chance.choices(ours, k=len(ours))) / statistics.median(chance.choices(theirs, k=len(theirs)))
