"""Factors of purchased electricity and heat, as the plan chose them."""

from __future__ import annotations

from ghgplan.compute.choices import Choices, listed
from ghgplan.compute.numbers import Number
from ghgplan.diagnostics import Path
from ghgplan.plan.model.accounting import AVERAGE_SERIES
from ghgplan.reference import grid, parameters
from ghgplan.reference.entries import Kind
from ghgplan.reference.lookup import Asked, Unknown

DEFAULT_HEAT = "mee"
"""The default of the national guidelines, which the plan language names."""


def electricity_factor(choices: Choices, year: int, own_region: str | None, path: Path) -> Number | None:
    """The location-based factor for the electricity of ``year`` of the source at ``path``."""
    chosen = choices.accounting.grid
    if chosen is None:
        choices.not_chosen("grid", "electricity", (*path, "electricity"), AVERAGE_SERIES)
        return None
    region_at = (*path, "region") if own_region else ("accounting", "grid", "region")
    region = grid.region(own_region or chosen.region)
    if isinstance(region, Unknown):
        choices.find("GP-C24", region_at, hint="GP-C24.near" if region.nearest else None, name=region.name, near=listed(region.nearest))
        return None
    of_year = chosen.year or year
    entry = f"{Kind.GRID_FACTOR}/{chosen.series}/{region.id}/{of_year}"
    own = choices.overriding(entry)
    if own:
        return own
    found = grid.grid_factor(chosen.series, region.id, of_year)
    if not isinstance(found, Unknown):
        return choices.number(entry, found.amount, found.provenance, ("accounting", "grid"))
    if found.asked is Asked.GRID_YEAR:
        at: Path = ("accounting", "grid", "year") if chosen.year else (*path, "activity", str(year))
        years = listed(found.known)
        choices.find("GP-C26", at, year=str(of_year), region=region.id, series=chosen.series, years=years, entry=entry)
    else:
        choices.find("GP-C25", region_at, region=region.id, series=chosen.series, instead=listed(found.nearest or found.known))
    return None


def heat_factor(choices: Choices) -> Number | None:
    """The factor of purchased heat."""
    found = parameters.parameter("purchased heat", choices.accounting.heat or DEFAULT_HEAT, "heat")
    if isinstance(found, Unknown):
        choices.unknown(found, ("accounting", "heat"), "purchased heat")
        return None
    return choices.number(found.entry().id, found.amount, found.provenance, ("accounting", "heat"))
