"""Why a table of intensities stays empty: an entity whose scope 2 (or 1) nobody stated has no intensity of scopes 1 and 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ghgplan.compute.inventory import InventoryReport
from ghgplan.diagnostics import Diagnostic
from ghgplan.plan.model.outline import Item
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.sections import items


def unknown_scopes(file: PlanFile, inventories: Mapping[str, InventoryReport]) -> Iterator[Diagnostic]:
    """What to add for each table ``intensity`` of the outline that would show nothing because one of both scopes is not known.

    ``inventories`` are by entity, members' entities behind their members' names. A scope that nobody wrote down is
    unknown, not nothing.
    """
    for path, item in items(file.plan.outline):
        if item.table != "intensity":
            continue
        chosen = {name: inventory for name, inventory in inventories.items() if _is_chosen(name, item.of)}
        if any(_wanted(item, inventory.years("intensity")) for inventory in chosen.values()):
            continue
        for name, inventory in chosen.items():
            for known, unknown in (("scope 1", "scope 2"), ("scope 2", "scope 1")):
                years = _wanted(item, set(inventory.years(known)) - set(inventory.years(unknown, "scope 1+2")))
                if years:
                    arguments = {"entity": name, "scope": unknown, "years": ", ".join(str(year) for year in years), "year": str(years[0])}
                    yield Diagnostic("GP-C56", file.source.span(path), path, arguments)


def _is_chosen(name: str, of: Sequence[str]) -> bool:
    return not of or any(name == wanted or name.startswith(f"{wanted}.") for wanted in of)


def _wanted(item: Item, years: Sequence[int] | set[int]) -> list[int]:
    return sorted(year for year in years if not item.years or year in item.years)
