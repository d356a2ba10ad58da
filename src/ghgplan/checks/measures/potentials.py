"""What a renewable power plant without a share of self use may avoid at the most."""

from __future__ import annotations

from decimal import Decimal

from ghgplan.checks.quantities.known_factors import PER_POWER, known
from ghgplan.checks.quantities.recognising import ELECTRICITY
from ghgplan.compute.avoidance import MEGAWATT, MEGAWATT_HOUR
from ghgplan.compute.report import MeasureReport

_HOURS = Decimal(2200)
"""Full-load hours a year, at the most, of panels whose generation is not stated."""


def most_generated(each: MeasureReport) -> Decimal:
    """tCO2e a year: all the power that no effect was computed for, at the largest factor of any grid."""
    factor = known(ELECTRICITY, PER_POWER)
    whole = Decimal(0)
    for position in range(len(each.measure.capacity)):
        key = f"capacity.{position + 1}"
        if f"{key}.reduction" in each.numbers or each.measure.reduction or factor is None:
            continue
        generation = each.numbers.get(f"{key}.generation")
        energy = generation.value_in(MEGAWATT_HOUR) if generation else _HOURS * each.numbers[f"{key}.capacity"].value_in(MEGAWATT)
        whole += energy * factor.possible.high
    return whole
