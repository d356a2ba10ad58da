"""Tables of energy: structure by carrier, where a carrier goes, consumption by year."""

from __future__ import annotations

from collections.abc import Sequence

from ghgplan.compute.energy import CarrierReport
from ghgplan.compute.inventory import ByYear
from ghgplan.compute.numbers import TONNE_COAL_EQUIVALENT, Number
from ghgplan.document.blocks import Cell, Row, Words
from ghgplan.document.tables.entities import are_several, caption, first_column
from ghgplan.document.tables.grid import Grid, head, merged_down, selected, text, value
from ghgplan.document.tables.notes import joined, period_notes
from ghgplan.document.wording import NOTHING, Wording, once
from ghgplan.plan.model.outline import Item

Entry = tuple[str, CarrierReport]


def structure_table(wording: Wording, item: Item) -> Grid | None:
    """Amount, coefficient, coal equivalent and share of each carrier; for several years a group of columns each."""
    entries = _carriers(wording, item)
    years = _years([carrier for _, carrier in entries], item.years)
    if not years:
        return None
    entities = [entity for entity, _ in entries]
    several = are_several(entities)
    heads = [*(["entity"] if several else []), "carrier", "unit"]
    groups = ("amount of energy", "coefficient", "coal equivalent", "share")
    rows: list[Row] = []
    for entity, carrier in entries:
        cells: list[Cell] = []
        cells += first_column(wording, entities, entity)
        cells += [text(wording.plain_text(carrier.carrier.name)), text(_unit(wording, carrier))]
        for year in years:
            cells += [
                _number(wording, carrier.consumption.get(year)),
                _number(wording, carrier.coefficient),
                _number(wording, carrier.coal_equivalent.get(year)),
                _quantity(wording, carrier.shares.get(year)),
            ]
        rows.append(tuple(cells))
    labels = [wording.label(f"column.{name}") for name in groups]
    labels[2] = wording.with_unit(labels[2], TONNE_COAL_EQUIVALENT)
    if len(years) == 1:
        head_rows = ((*(head(wording.label(f"column.{name}")) for name in heads), *(head(label) for label in labels)),)
        title = caption(wording, "table.energy structure of", entities, year=str(years[0]))
    else:
        first = (
            *(head(wording.label(f"column.{name}"), rows=2) for name in heads),
            *(head(wording.label("year", year=str(year)), columns=len(groups)) for year in years),
        )
        head_rows = (first, tuple(head(label) for _ in years for label in labels))
        title = caption(wording, "table.energy structure", entities)
    note = joined(wording, period_notes(wording, ((entity, year) for entity in entities for year in years)))
    return Grid(title, head_rows, merged_down(rows, [0] if several else [], entities), note)


def use_table(wording: Wording, item: Item) -> Grid | None:
    """Where a carrier goes: the whole and each use, with shares, by year; years that no use is known for are left out."""
    entries = [(entity, carrier) for entity, carrier in _carriers(wording, item) if carrier.uses]
    known = {year for _, carrier in entries for use in carrier.uses.values() for year in (*use.amounts, *use.shares)}
    years = [year for year in _years([carrier for _, carrier in entries], item.years) if year in known]
    if len(entries) != 1 or not years:
        return None
    carrier = entries[0][1]
    name = wording.plain_text(carrier.carrier.name)
    first = [head(wording.label("column.use"), rows=2), *(head(wording.label("year", year=str(year)), columns=2) for year in years)]
    unit = next(iter(carrier.consumption.values())).unit
    second = [
        head(words)
        for _ in years
        for words in (wording.with_unit(wording.label("column.amount of energy"), unit), wording.label("column.share"))
    ]
    rows: list[Row] = [(text(wording.label("row.total of", name=name)), *_pairs(wording, years, carrier.consumption, carrier.total_shares))]
    rows += [(text(wording.plain_text(use.use.name)), *_pairs(wording, years, use.amounts, use.shares)) for use in carrier.uses.values()]
    note = joined(wording, period_notes(wording, ((entries[0][0], year) for year in years)))
    return Grid(caption(wording, "table.energy use", [entries[0][0]], name=name), (tuple(first), tuple(second)), tuple(rows), note)


def consumption_table(wording: Wording, item: Item) -> Grid | None:
    """Consumption by carrier and year."""
    entries = _carriers(wording, item)
    years = _years([carrier for _, carrier in entries], item.years)
    if not years:
        return None
    entities = [entity for entity, _ in entries]
    several = are_several(entities)
    heads = [head(wording.label(f"column.{name}")) for name in (*(["entity"] if several else []), "carrier", "unit")]
    heads += [head(wording.label("year", year=str(year))) for year in years]
    rows: list[Row] = [
        (
            *first_column(wording, entities, entity),
            text(wording.plain_text(carrier.carrier.name)),
            text(_unit(wording, carrier)),
            *(_number(wording, carrier.consumption.get(year)) for year in years),
        )
        for entity, carrier in entries
    ]
    title = caption(wording, "table.energy consumption", entities)
    note = joined(wording, period_notes(wording, ((entity, year) for entity in entities for year in years)))
    return Grid(title, (tuple(heads),), merged_down(rows, [0] if several else [], entities), note)


def _carriers(wording: Wording, item: Item) -> list[Entry]:
    return [
        (name, carrier)
        for name, entity in selected(wording.report.entities, item.of).items()
        for carrier_name, carrier in entity.energy.items()
        if item.carrier in (None, carrier_name)
    ]


def _years(carriers: Sequence[CarrierReport], chosen: Sequence[int]) -> list[int]:
    return sorted({year for carrier in carriers for year in carrier.consumption if not chosen or year in chosen})


def _unit(wording: Wording, carrier: CarrierReport) -> Words:
    return once(wording.unit(next(iter(carrier.consumption.values())).unit)) if carrier.consumption else NOTHING


def _pairs(wording: Wording, years: Sequence[int], amounts: ByYear, shares: ByYear) -> list[Cell]:
    return [cell for year in years for cell in (_number(wording, amounts.get(year)), _quantity(wording, shares.get(year)))]


def _number(wording: Wording, number: Number | None) -> Cell:
    return value(wording.number(number) if number else None)


def _quantity(wording: Wording, number: Number | None) -> Cell:
    return value(wording.quantity(number) if number else None)
