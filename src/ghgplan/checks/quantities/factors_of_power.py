"""The plan's own emission factor of electricity, where another figure ought to stand."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.precision import interval
from ghgplan.checks.quantities.recognising import ELECTRICITY, of_source
from ghgplan.checks.subjects import inventories
from ghgplan.compute.numbers import Number
from ghgplan.compute.report import Report
from ghgplan.plan.units import parse_unit

_LEAST_DIGITS = 4
"""Shorter ones are equal by chance: 0.30 is a coal rate of power supply."""
_COAL, _CARBON_DIOXIDE = parse_unit("kgce/kWh"), parse_unit("kgCO2/kWh")


def is_factor_of_power(report: Report, coefficient: Number) -> bool:
    """Whether a coal-equivalent coefficient of electricity is, digit for digit, the factor that the inventory takes for it."""
    try:
        value = interval(coefficient, _COAL)
    except ValueError:
        return False
    is_exact = len(coefficient.value.as_tuple().digits) >= _LEAST_DIGITS
    return is_exact and any(value.low < factor.value_in(_CARBON_DIOXIDE) < value.high for factor in _factors(report))


def _factors(report: Report) -> Iterator[Number]:
    for _, inventory in inventories(report):
        for source in inventory.sources.values():
            if source.source.scope == "scope 2" and of_source(source.source) == ELECTRICITY:
                yield from (factor for factor in source.factors.values() if _is_by_power(factor))


def _is_by_power(factor: Number) -> bool:
    try:
        factor.value_in(_CARBON_DIOXIDE)
    except ValueError:
        return False
    return True
