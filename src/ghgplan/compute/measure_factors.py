"""Which factors a measure's savings are multiplied by: those of the inventory, so that a fuel has one factor in a plan."""

from __future__ import annotations

from ghgplan.compute import energy_factors
from ghgplan.compute.choices import Choices
from ghgplan.compute.fuel_factors import density, fuel_factor, fuel_numbers
from ghgplan.compute.numbers import Number
from ghgplan.diagnostics import Path
from ghgplan.plan.model.measures import Saving
from ghgplan.plan.units import Unit, parse_unit
from ghgplan.reference.grid import grid_factor
from ghgplan.reference.lookup import Asked, Unknown


def saved_fuel_factor(choices: Choices, saving: Saving, amount: Unit, path: Path) -> tuple[Number | None, Number | None]:
    """The factor of the fuel that the saving at ``path`` names, and its density where the amount is one of volume.

    ``amount`` is the unit of the saving, ``m3`` or ``m3/t``: the factor is for what stands before the stroke.
    """
    fuel = fuel_numbers(choices, saving.fuel or "", (*path, "fuel"))
    if fuel is None:
        return None, None
    saved = parse_unit(amount.symbol.partition("/")[0])
    of_density = density(choices, fuel.id, saving.density, (*path, "density"))
    return fuel_factor(fuel, saved, of_density), of_density if saved.is_kind("volume") else None


def saved_electricity_factor(choices: Choices, path: Path) -> Number | None:
    """The grid's factor of the year that ``accounting`` pins, else of the latest year that the series has.

    What is saved is saved in years to come, whose factors nobody knows yet.
    """
    chosen = choices.accounting.grid
    year = choices.file.plan.document.date.year
    if chosen and chosen.year is None:
        found = grid_factor(chosen.series, chosen.region, year)
        if isinstance(found, Unknown) and found.asked is Asked.GRID_YEAR:
            year = int(found.nearest[0])
    return energy_factors.electricity_factor(choices, year, None, path)
