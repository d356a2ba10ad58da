"""Whether every entry that a plan replaces is one of the library, and is replaced by something."""

from __future__ import annotations

from ghgplan.compute.choices import Choices, listed
from ghgplan.reference import grid
from ghgplan.reference.entries import Kind
from ghgplan.reference.library import all_entries
from ghgplan.reference.lookup import Unknown, nearest_names


def check_overrides(choices: Choices) -> None:
    """Findings at overrides that replace nothing."""
    for entry, override in choices.accounting.overrides.items():
        at = ("accounting", "overrides", entry)
        if not (entry in all_entries() or _is_of_a_grid(entry)):
            near = nearest_names(entry, all_entries())
            choices.find("GP-C32", at, hint="GP-C32.near" if near else None, entry=entry, near=listed(near))
        elif not (override.amount or override.calorific_value or override.carbon_content or override.oxidation):
            choices.find("GP-C32", at, hint="GP-C32.empty", entry=entry, near="")


def _is_of_a_grid(entry: str) -> bool:
    """A year that the library does not have yet, of a series and a region that it has."""
    kind, *rest = entry.split("/")
    if kind != Kind.GRID_FACTOR.value or len(rest) != 3 or not rest[2].isdigit():
        return False
    return rest[1] in grid.regions() and not isinstance(grid.grid_factors(rest[0]), Unknown)
