"""The Sectoral Decarbonization Approach on the library's curves: which curve a pathway follows, and its values by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ghgplan.compute.numbers import Library, Number, computed, written_decimals
from ghgplan.compute.pathway_methods import CONVERGENCE_YEAR, convergence, straight
from ghgplan.compute.pathway_years import YEAR, PathwayYears, years_apart
from ghgplan.plan.model.pathways import Pathway
from ghgplan.plan.model.plan import Plan
from ghgplan.plan.units import NO_UNIT, parse_unit
from ghgplan.reference.curves import PathwayCurve, curves
from ghgplan.values import frozen


def curve_of(plan: Plan, pathway: Pathway) -> PathwayCurve | None:
    """The curve that the pathway names; else the only one of its boundary, or the one of its entity's activity; else None."""
    if pathway.curve:
        return curves()[pathway.curve]
    of_boundary = [each for each in curves().values() if each.boundary == pathway.boundary]
    if len(of_boundary) == 1:
        return of_boundary[0]
    entity = plan.entities.get(pathway.entity)
    activity = entity.activity if entity else None
    return next((each for each in of_boundary if each.id == f"{activity}-process"), None)


@frozen
class CurvePath:
    """A curve as run by one base value (in the unit of its values) from one base year on the curve."""

    curve: PathwayCurve
    base: Number
    years: PathwayYears

    @property
    def base_year(self) -> int:
        return self.years.file.plan.pathways[self.years.name].base_year

    @property
    def limit(self) -> Number:
        """What the curve converges to, in the library's unit."""
        amount = self.curve.converges_to
        return self._entry(amount.value, amount.unit)

    def at(self, year: int) -> Number | None:
        """The value of ``year``; None before the base year and after the curve has converged.

        Beyond the curve's last year it runs straight to the value it converges to, which it reaches in 2050.
        This stretch is ours, not the method's, and its numbers are indicative.
        """
        limit = self.limit
        if self.base_year <= year <= self.curve.last_year:
            now, then = self._remaining(year), self._remaining(self.base_year)
            value = convergence(self.base.value, limit.value_in(self.base.unit), now.value, then.value)
            return computed(value, self.base.unit, "curve", (limit, self.base, now, then), self.base.decimals)
        last = self.at(self.curve.last_year) if self.curve.last_year < year <= CONVERGENCE_YEAR else None
        if last is None:
            return None
        end, converged = (self._entry(Decimal(at), YEAR.symbol) for at in (self.curve.last_year, CONVERGENCE_YEAR))
        passed, whole = years_apart(end, self.years.at(year)), years_apart(end, converged)
        value = straight(last.value, limit.value_in(last.unit), passed.value, whole.value)
        return computed(value, last.unit, "curve drawn on", (last, limit, passed, whole), last.decimals, indicative=True)

    def values(self, years: Iterable[int]) -> Mapping[int, Number]:
        """The values of those of ``years`` that have one."""
        return {year: value for year in years if (value := self.at(year))}

    def _remaining(self, year: int) -> Number:
        return self._entry(dict(self.curve.remaining)[year])

    def _entry(self, value: Decimal, unit: str = "") -> Number:
        return Number(value, parse_unit(unit) if unit else NO_UNIT, Library(self.curve.entry().id), written_decimals(value))


def curve_path(years: PathwayYears, base: Number | None) -> CurvePath | None:
    """The pathway's curve run by its base value, where both are known and fit each other."""
    plan = years.file.plan
    pathway = plan.pathways[years.name]
    curve = curve_of(plan, pathway)
    if curve is None or base is None or curve.boundary != pathway.boundary or curve.remaining_in(pathway.base_year) is None:
        return None
    path = CurvePath(curve, base, years)
    try:
        limit = path.limit.value_in(base.unit)
    except ValueError:
        return None
    return path if base.value > limit else None
