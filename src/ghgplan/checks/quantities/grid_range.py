"""Factors of electricity that are above the averages of all grids of their time: margins, or other countries'."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import interval
from ghgplan.checks.quantities.factors import is_implausible
from ghgplan.checks.quantities.grid_choice import (
    factors_beside_the_choice,
    factors_beside_their_source,
    factors_of_other_kinds,
    life_cycle_factors,
)
from ghgplan.checks.quantities.known_factors import PER_POWER, averages
from ghgplan.checks.quantities.recognising import ELECTRICITY
from ghgplan.checks.quantities.stated_factors import StatedFactor, stated_factors
from ghgplan.checks.rule import Finding
from ghgplan.checks.telling import told
from ghgplan.compute.report import Report
from ghgplan.plan.units import parse_unit
from ghgplan.reference.grid import GridFactor
from ghgplan.reference.lookup import folded

_WITHIN = 4
"""Years that the factor may be older than the latest data that it is multiplied with."""
_ABOVE_ALL, _ABOVE_THE_REGIONS = Decimal("1.01"), Decimal("1.25")
"""How far above the largest average a factor may lie: of all grids, and of the one that the plan names."""


def factors_above_all_grids(report: Report) -> Iterator[Finding]:
    """A factor of electricity that no grid of those years has on average, nor the one that the plan names."""
    others = (factors_of_other_kinds, life_cycle_factors, factors_beside_the_choice, factors_beside_their_source)
    told_already = {found.path for rule in others for found in rule(report)}
    for factor in stated_factors(report):
        if factor.thing != ELECTRICITY or factor.path in told_already or is_implausible(factor):
            continue
        largest, most = _limit(report, factor)
        try:
            value = interval(factor.number, PER_POWER)
        except ValueError:
            continue
        if largest and value.low > _in_tonnes(largest) * most:
            arguments = {"name": factor.name, "factor": told(factor.number), "largest": str(largest.amount), "entry": largest.entry().id}
            yield Finding(factor.path, arguments)


def _limit(report: Report, factor: StatedFactor) -> tuple[GridFactor | None, Decimal]:
    """The largest average that the factor may be held against, and how far above it may lie."""
    accounting = report.plan.accounting
    chosen = accounting.grid if accounting else None
    own = factor.source.source.region if factor.source else None
    region = own or (chosen.region if chosen else None)
    years = [*factor.source.activity, *factor.source.emissions] if factor.source else []
    first = max(years, default=report.plan.document.date.year - 1) - _WITHIN
    of_time = [each for each in averages() if each.year >= first and each.series != "ndrc-provincial"]
    of_region = [each for each in of_time if region and _is(each, region)]
    among = of_region or of_time
    largest = max(among, key=_in_tonnes, default=None)
    return largest, _ABOVE_THE_REGIONS if of_region else _ABOVE_ALL


def _is(factor: GridFactor, region: str) -> bool:
    names = (factor.region.id, factor.region.name.zh, factor.region.name.en)
    return folded(region) in {folded(name) for name in names}


def _in_tonnes(factor: GridFactor) -> Decimal:
    return factor.amount.value * parse_unit(factor.amount.unit).factor_to(PER_POWER)
