"""Tables of emissions by gas, and of scope 2 by both methods of the GHG Protocol."""

from __future__ import annotations

from dataclasses import replace

from ghgplan.compute.gases import GASES
from ghgplan.compute.totals import MARKET_BASED
from ghgplan.document.tables.grid import Grid
from ghgplan.document.tables.inventory import inventories, totals_table
from ghgplan.document.tables.notes import basis_notes, joined
from ghgplan.document.tables.sources import emitted
from ghgplan.document.wording import Wording
from ghgplan.plan.model.outline import Item

_METHODS = {"scope 2": "row.scope 2 location-based", MARKET_BASED: "row.scope 2 market-based"}


def gases_table(wording: Wording, item: Item) -> Grid | None:
    """Emissions by gas, by entity and year, and their total where the gases are all of it; the note names the potentials' report."""
    grid = totals_table(wording, item, [f"gases.{gas}" for gas in GASES], "table.emissions by gas")
    if grid is None:
        return None
    sources = [source for inventory in inventories(wording, item.of).values() for source in inventory.sources.values()]
    return replace(grid, note=joined(wording, [grid.note, *basis_notes(wording, emitted(sources, item))]))


def scope_2_table(wording: Wording, item: Item) -> Grid | None:
    """Scope 2 location-based and market-based, by entity and year; a note where the location-based factor serves both."""
    chosen = inventories(wording, item.of).values()
    if not any(MARKET_BASED in inventory.totals for inventory in chosen):
        return None
    grid = totals_table(wording, item, tuple(_METHODS), "table.scope 2", labels=_METHODS, summed=False)
    sources = [source for inventory in chosen for source in inventory.sources.values() if source.market_based]
    if grid and any(source.source.market_factor is None for source in sources):
        return replace(grid, note=wording.label("note.location factor"))
    return grid
