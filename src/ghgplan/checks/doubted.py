"""Figures that another rule has found fault with: what was computed from them proves nothing against what is stated."""

from __future__ import annotations

from decimal import Decimal

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.quantities.activity_and_energy import slipped
from ghgplan.checks.quantities.amounts_by_totals import amounts_off_by_totals
from ghgplan.checks.quantities.factors import factors_by_powers, factors_of_carbon, factors_of_coal_equivalent, factors_out_of_range
from ghgplan.checks.quantities.grid_choice import factors_beside_the_choice, factors_of_other_kinds, life_cycle_factors
from ghgplan.checks.quantities.grid_range import factors_above_all_grids
from ghgplan.checks.quantities.impossible import negative_values
from ghgplan.checks.quantities.levels import actuals_by_powers
from ghgplan.checks.quantities.powers import power_within
from ghgplan.checks.quantities.years import units_that_differ, year_against_years
from ghgplan.checks.rule import Check
from ghgplan.checks.telling import places
from ghgplan.compute.numbers import Number
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.remembering import once_each

_CHECKS: tuple[Check, ...] = (
    year_against_years,
    units_that_differ,
    negative_values,
    actuals_by_powers,
    factors_of_coal_equivalent,
    factors_by_powers,
    factors_of_carbon,
    factors_out_of_range,
    factors_of_other_kinds,
    life_cycle_factors,
    factors_beside_the_choice,
    factors_above_all_grids,
    amounts_off_by_totals,
)

_ANOTHER_FACTOR = Interval(Decimal("0.2"), Decimal(5))
"""How far a figure lies from its product when the factor was of another kind; powers of ten apart."""


@once_each
def _paths(report: Report) -> frozenset[Path]:
    return slipped(report) | {found.path for check in _CHECKS for found in check(report)}


class Doubted:
    """What of a report's inputs is in doubt."""

    def __init__(self, report: Report) -> None:
        self._paths = _paths(report)

    def rests_on_doubt(self, *numbers: Number) -> bool:
        """Whether any of the figures behind the numbers is in doubt."""
        return any(place.path in self._paths for place in places(*numbers))

    def explains(self, stated: Number, computed: Number) -> bool:
        """Whether what is in doubt behind ``computed`` can be why it is not what is stated."""
        if not self.rests_on_doubt(computed) or not computed.value or not stated.value:
            return False
        try:
            ratio = interval(stated) / interval(computed, stated.unit)
        except ZeroDivisionError:
            return True
        return ratio.meets(_ANOTHER_FACTOR) or power_within(ratio) is not None
