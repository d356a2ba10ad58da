"""The library's curves on intervals: what a base value, known to its last digit, leads to, and what a value comes from.

The curves are an unofficial calibration, so the value that they converge to runs over all that the published tables allow.
"""

from __future__ import annotations

from decimal import Decimal

from ghgplan.checks.precision import Interval, exactly
from ghgplan.compute.pathway_methods import convergence
from ghgplan.plan.units import Unit, parse_unit
from ghgplan.reference.curves import PathwayCurve
from ghgplan.values import frozen

_LARGEST_INTENSITY = 30
"""tCO2e/t: above all that aluminium is made with. Below it, a number in plain tCO2e lacks its "per tonne"."""


@frozen
class CurveRun:
    """A curve as run from ``base_year``; values are in the pathway's unit, of which one tCO2e/t is ``factor``."""

    curve: PathwayCurve
    base_year: int
    factor: Decimal

    def reaches(self, year: int) -> bool:
        """Whether the curve says something about ``year``."""
        return self.curve.remaining_in(year) is not None

    def leads_to(self, base: Interval, year: int) -> Interval:
        """All values of ``year`` that a base value in ``base`` may lead to."""
        first, then = self._remaining(self.base_year), self._remaining(year)
        return _hull(*(base.mapped(lambda value, limit=limit: convergence(value, limit, then, first)) for limit in self._limits()))

    def comes_from(self, value: Interval, year: int) -> Interval:
        """All base values from which the curve may lead to ``value`` in ``year``."""
        first, then = self._remaining(self.base_year), self._remaining(year)
        return _hull(*(value.mapped(lambda value, limit=limit: convergence(value, limit, first, then)) for limit in self._limits()))

    def expected(self, base: Decimal, year: int) -> Decimal:
        """The value of ``year`` with the convergence value that the library prefers."""
        return convergence(base, self.curve.converges_to.value * self.factor, self._remaining(year), self._remaining(self.base_year))

    def origin(self, value: Interval, year: int) -> Interval:
        """The base values that lead to ``value`` with the convergence value that the library prefers."""
        limit = self.curve.converges_to.value * self.factor
        return value.mapped(lambda each: convergence(each, limit, self._remaining(self.base_year), self._remaining(year)))

    @property
    def lowest_limit(self) -> Decimal:
        return min(self._limits())

    def _limits(self) -> tuple[Decimal, Decimal]:
        low, high = self.curve.feasible_converges_to
        return low.value * self.factor, high.value * self.factor

    def _remaining(self, year: int) -> Decimal:
        remaining = self.curve.remaining_in(year)
        if remaining is None:
            raise ValueError(f"{self.curve.id} does not reach {year}")
        return remaining


def factor_of(unit: Unit, largest: Decimal) -> Decimal | None:
    """How many of ``unit`` one tCO2e/t is; None where the unit is no intensity.

    Small numbers in plain tCO2e are read as the intensities that they must be: that the unit is wrong is another rule's to say.
    """
    if unit.is_kind("intensity"):
        return parse_unit("tCO2e/t").factor_to(unit)
    if unit.is_kind("emissions"):
        factor = parse_unit("tCO2e").factor_to(unit)
        return factor if largest < _LARGEST_INTENSITY * factor else None
    return None


def common(intervals: list[Interval]) -> Interval | None:
    """What all of ``intervals`` share."""
    low, high = max(each.low for each in intervals), min(each.high for each in intervals)
    return Interval(low, high) if low <= high else None


def shared_by_most(intervals: list[Interval]) -> tuple[int, Interval]:
    """How many of ``intervals`` at most share a value, and all that those share."""
    best = max((each.low for each in intervals), key=lambda at: sum(exactly(at).meets(other) for other in intervals))
    sharing = [each for each in intervals if exactly(best).meets(each)]
    return len(sharing), common(sharing) or exactly(best)


def _hull(*intervals: Interval) -> Interval:
    return Interval(min(each.low for each in intervals), max(each.high for each in intervals))
