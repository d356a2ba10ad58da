"""Figures that a slip of the keyboard is likelier to explain than a plant: a unit too large by a thousand."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from ghgplan.compute.choices import Choices
from ghgplan.compute.numbers import INTENSITY, Number, Stated
from ghgplan.compute.series import ByYear
from ghgplan.diagnostics import Path, Severity

LARGEST_STEP = Decimal(1000)
"""Between two years: 万 too much or too little is a step of ten thousand, t for kg one of a thousand."""

LARGEST_INTENSITY = Decimal(100)
"""tCO2e per tonne of product, scopes 1 and 2: several times the world average of primary aluminium from cradle to gate (15.1 in 2022)."""


def check_activity(choices: Choices, activity: ByYear) -> None:
    """A warning where activity data leap between one year and the next."""
    for (year, before), (next_year, after) in pairwise(activity.items()):
        if before.value == 0 or after.value == 0 or not isinstance(after.origin, Stated):
            continue
        try:
            step = after.value_in(before.unit) / before.value
        except ValueError:
            continue
        if not 1 / LARGEST_STEP < step < LARGEST_STEP:
            arguments = {"amount": _text(after), "year": str(next_year), "before": _text(before), "year_before": str(year)}
            choices.find("GP-C38", after.origin.path, severity=Severity.WARNING, **arguments)


def check_intensity(choices: Choices, intensity: ByYear, production: Path) -> None:
    """A warning where a tonne of product emits more than aluminium plausibly does."""
    for year, number in intensity.items():
        if number.unit.is_kind("intensity") and number.value_in(INTENSITY) > LARGEST_INTENSITY:
            at = (*production, str(year))
            choices.find("GP-C39", at, severity=Severity.WARNING, intensity=f"{number.rounded} {number.unit.symbol}", year=str(year))


def _text(number: Number) -> str:
    return f"{number.value} {number.unit.symbol}"
