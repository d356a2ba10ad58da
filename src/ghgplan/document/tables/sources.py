"""Tables of emission sources: what was identified, their activity data, what they emit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.numbers import TONNE_CO2E, Number, total
from ghgplan.compute.series import ByYear
from ghgplan.compute.sources import SourceReport
from ghgplan.document.blocks import Cell, Row, Words
from ghgplan.document.formatting import gas_text, quantity_text
from ghgplan.document.tables.entities import are_several, caption, first_column
from ghgplan.document.tables.grid import Grid, head, merged_down, text, value
from ghgplan.document.tables.inventory import inventories, number_cell, source_years
from ghgplan.document.tables.notes import basis_notes, joined, period_notes
from ghgplan.document.tables.totals import agree, rounding_note
from ghgplan.document.wording import NOTHING, Wording, figure, once
from ghgplan.plan.model.outline import Item

Entry = tuple[str, SourceReport]
"""A source and the entity that it belongs to."""


def sources_table(wording: Wording, item: Item) -> Grid | None:
    """The sources that were identified: those that emitted nothing in any year are left out."""
    entries = _entries(wording, item)
    if not entries:
        return None
    heads = [head(wording.label(f"column.{name}")) for name in (*_first_names(entries), "gases")]
    rows = [(*_first_cells(wording, entries, entry), text(_gases(entry[1]))) for entry in entries]
    note = joined(wording, basis_notes(wording, emitted([source for _, source in entries], item)))
    return Grid(_caption(wording, "table.sources", entries), (tuple(heads),), _merged(rows, entries), note)


def activity_table(wording: Wording, item: Item) -> Grid | None:
    """Activity data by source and year, with where they come from."""
    entries = _entries(wording, item)
    years = source_years([source for _, source in entries], item, "activity")
    if not years:
        return None
    first = [head(wording.label(f"column.{name}"), rows=2) for name in (*_first_names(entries), "unit")]
    first.append(head(wording.label("column.activity data"), columns=len(years)))
    first += [head(wording.label(f"column.{name}"), rows=2) for name in ("evidence", "gases")]
    second = tuple(head(wording.label("year", year=str(year))) for year in years)
    rows: list[Row] = []
    for entity, source in entries:
        unit = _unit(wording, source.activity)
        if source.source.unit_converted:
            unit = wording.label("converted unit", unit=unit)
        evidence = wording.plain_text(source.source.evidence) if source.source.evidence else NOTHING
        values = [number_cell(wording, source.activity.get(year)) for year in years]
        rows.append((*_first_cells(wording, entries, (entity, source)), text(unit), *values, text(evidence), text(_gases(source))))
    converted = any(source.source.unit_converted for _, source in entries)
    note = joined(wording, [wording.label("note.converted unit") if converted else None, *period_notes(wording, _shown(entries, years))])
    return Grid(_caption(wording, "table.activity data", entries), (tuple(first), second), _merged(rows, entries), note)


def emissions_table(wording: Wording, item: Item) -> Grid | None:
    """Activity data, factor, global warming potential (where a source states one) and emissions by source and year.

    Several entities have their total below.
    """
    entries = _entries(wording, item)
    years = source_years([source for _, source in entries], item, "emissions")
    if not years:
        return None
    with_gwp = any(source.source.gwp is not None for _, source in entries)
    names = (*_first_names(entries), "gases", "unit")
    first = [head(wording.label(f"column.{name}"), rows=2) for name in names]
    first.append(head(wording.label("column.activity data"), columns=len(years)))
    first += [head(wording.label(f"column.{name}"), rows=2) for name in (("factor", "gwp") if with_gwp else ("factor",))]
    first.append(head(wording.with_unit(wording.label("column.emissions"), TONNE_CO2E), columns=len(years)))
    second = tuple(head(wording.label("year", year=str(year))) for _ in range(2) for year in years)
    rows: list[Row] = []
    for entity, source in entries:
        gwp = [value(figure(f"{source.source.gwp:f}") if source.source.gwp is not None else None)] if with_gwp else []
        rows.append((
            *_first_cells(wording, entries, (entity, source)),
            text(_gases(source)),
            text(_unit(wording, source.activity)),
            *(number_cell(wording, source.activity.get(year)) for year in years),
            value(_factor(wording, source)),
            *gwp,
            *(number_cell(wording, source.emissions.get(year)) for year in years),
        ))  # fmt: skip
    body = list(_merged(rows, entries))
    totals = _totals(inventories(wording, item.of), entries, years)
    if totals:
        before = len(rows[0]) - len(years)
        label = text(wording.label("row.total"), strong=True, columns=before)
        body.append((label, *(number_cell(wording, totals.get(year), strong=True) for year in years)))
    notes = [rounding_note(wording, [(_emissions(entries, year), number) for year, number in totals.items()])]
    notes += [*period_notes(wording, _shown(entries, years)), *basis_notes(wording, emitted([source for _, source in entries], item))]
    note = joined(wording, notes)
    return Grid(_caption(wording, "table.emissions", entries), (tuple(first), second), tuple(body), note)


def emitted(sources: Iterable[SourceReport], item: Item) -> list[Number]:
    """What the sources emit in the years that the item chooses, biogenic CO2 included."""
    by_year = [series for source in sources for series in (source.emissions, source.biogenic)]
    return [number for series in by_year for year, number in series.items() if not item.years or year in item.years]


def _shown(entries: Sequence[Entry], years: Sequence[int]) -> list[tuple[str, int]]:
    return [(entity, year) for entity, _ in entries for year in years]


def _entries(wording: Wording, item: Item) -> list[Entry]:
    return [
        (entity, source)
        for entity, inventory in inventories(wording, item.of).items()
        for source in inventory.sources.values()
        if source.activity
    ]


def _entities(entries: Sequence[Entry]) -> list[str]:
    return [entity for entity, _ in entries]


def _caption(wording: Wording, label: str, entries: Sequence[Entry]) -> Words:
    return caption(wording, label, _entities(entries))


def _first_names(entries: Sequence[Entry]) -> list[str]:
    return [*(["entity"] if are_several(_entities(entries)) else []), "scope", "source kind", "facility", "source"]


def _first_cells(wording: Wording, entries: Sequence[Entry], entry: Entry) -> list[Cell]:
    entity, source = entry
    return [
        *first_column(wording, _entities(entries), entity),
        text(wording.label(f"row.{source.source.scope}")),
        text(wording.label(f"source kind.{source.source.kind}")),
        text(wording.plain_text(source.source.name)),
        text(wording.plain_text(source.source.carrier)),
    ]


def _merged(rows: Sequence[Row], entries: Sequence[Entry]) -> tuple[Row, ...]:
    entities = _entities(entries)
    return merged_down(rows, [0, 1, 2] if are_several(entities) else [0, 1], entities)


def _emissions(entries: Sequence[Entry], year: int) -> list[Number]:
    return [source.emissions[year] for _, source in entries if year in source.emissions]


def _totals(chosen: dict[str, InventoryReport], entries: Sequence[Entry], years: Sequence[int]) -> dict[int, Number]:
    """The total of several entities for the years in which each has one, and the sources shown are all of it."""
    shown = set(_entities(entries))
    if len(shown) < 2:
        return {}
    totals: dict[int, Number] = {}
    for year in years:
        wholes = [inventory.totals["total"][year] for inventory in chosen.values() if year in inventory.totals.get("total", {})]
        whole = total(wholes, TONNE_CO2E)
        if len(wholes) == len(chosen) and agree(total(_emissions(entries, year), TONNE_CO2E), whole):
            totals[year] = whole
    return totals


def _gases(source: SourceReport) -> Words:
    return figure(", ".join(gas_text(gas) for gas in source.source.gases))


def _unit(wording: Wording, series: ByYear) -> Words:
    return once(wording.unit(next(iter(series.values())).unit)) if series else NOTHING


def _factor(wording: Wording, source: SourceReport) -> Words | None:
    """The factor; those of all years, in order, where they differ."""
    factors = [source.factor] if source.factor else list(source.factors.values())
    if not factors:
        return None
    return once(wording.each(lambda language: " / ".join(quantity_text(factor, language) for factor in factors)))
