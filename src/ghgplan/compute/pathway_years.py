"""A pathway's years as numbers, each with the place of the plan that names it: rates count from one to the other."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ghgplan.compute.numbers import Number, Origin, Stated, computed
from ghgplan.compute.pathway_methods import around, straight
from ghgplan.diagnostics import Path
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.units import parse_unit
from ghgplan.values import frozen

YEAR = parse_unit("年")


@frozen
class PathwayYears:
    """The years of the pathway ``name`` and of the progress on it."""

    file: PlanFile
    name: str

    def at(self, year: int) -> Number:
        """The year, with the first place that names it; a year that no place names follows from the pathway as a whole."""
        pathway = self.file.plan.pathways[self.name]
        here: Path = ("pathways", self.name)
        if year == pathway.base_year:
            return self._stated(year, (*here, "base year"))
        if year in pathway.years:
            return self._stated(year, (*here, "years", str(pathway.years.index(year))))
        keys: tuple[Path, ...] = (
            *((*here, chapter, str(year)) for chapter in ("values", "to", "remaining")),
            ("progress", self.name, "actual", str(year)),
        )
        for path in keys:
            if self.file.source.node(path) is not None:
                return _year(year, Stated(path, self.file.source.key_span(path)))
        if year == pathway.aim:
            return self._stated(year, (*here, "aim"))
        return _year(year, Stated(here, self.file.source.key_span(here)))

    def apart(self, first: int, last: int) -> Number:
        """The number of years from ``first`` to ``last``."""
        return years_apart(self.at(first), self.at(last))

    def between(self, points: Mapping[int, Number], year: int) -> Number:
        """The value of ``year`` on the straight lines through ``points``; a point's own on the point.

        Raises ValueError for a year outside the points.
        """
        if year in points:
            return points[year]
        neighbours = around({at: number.value for at, number in points.items()}, year)
        if neighbours is None:
            raise ValueError(f"no line reaches {year}")
        first, last = points[neighbours[0]], points[neighbours[1]]
        passed, whole = self.apart(neighbours[0], year), self.apart(*neighbours)
        value = straight(first.value, last.value, passed.value, whole.value)
        return computed(value, first.unit, "straight line", (first, last, passed, whole), max(first.decimals, last.decimals))

    def _stated(self, year: int, path: Path) -> Number:
        return _year(year, Stated(path, self.file.source.span(path)))


def years_apart(first: Number, last: Number) -> Number:
    """The number of years from the year ``first`` to the year ``last``."""
    return computed(last.value - first.value, YEAR, "years apart", (last, first), 0)


def _year(year: int, origin: Origin) -> Number:
    return Number(Decimal(year), YEAR, origin, 0)
