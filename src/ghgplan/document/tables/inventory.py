"""Tables of emissions: totals by scope and category, intensities, sources, activity data, shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ghgplan.compute.inventory import CATEGORIES, SCOPES, InventoryReport
from ghgplan.compute.numbers import INTENSITY, TONNE_CO2E, Number, total
from ghgplan.compute.series import ByYear
from ghgplan.compute.sources import SourceReport
from ghgplan.compute.totals import BIOGENIC
from ghgplan.document.blocks import Cell, Row, Words
from ghgplan.document.formatting import GASES, gas_text, month_text, quantity_text
from ghgplan.document.tables.grid import Grid, head, merged_down, selected, text, value
from ghgplan.document.tables.pathways import entity_name
from ghgplan.document.wording import NOTHING, Wording, figure, once
from ghgplan.plan.model.outline import Item

_OF_GASES = "gases."


def inventories(wording: Wording, of: Sequence[str]) -> dict[str, InventoryReport]:
    """The inventories of the chosen entities, of all that have one if none is chosen."""
    return {name: entity.inventory for name, entity in selected(wording.report.entities, of).items() if entity.inventory}


def scopes_table(wording: Wording, item: Item) -> Grid | None:
    """Scopes 1 to 3 and their total, by entity and year; CO2 of biogenic origin on a line of its own below."""
    return totals_table(wording, item, SCOPES, "table.emissions by scope", below=(BIOGENIC,))


def categories_table(wording: Wording, item: Item) -> Grid | None:
    """ISO 14064-1 categories, by entity and year."""
    return totals_table(wording, item, CATEGORIES, "table.emissions by category")


def totals_table(
    wording: Wording,
    item: Item,
    rows: Sequence[str],
    caption: str,
    *,
    below: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    summed: bool = True,
) -> Grid | None:
    """The totals ``rows`` by entity and year, their sum where they are the whole, and below it what is in no sum.

    ``labels`` are those of the rows, where they are not those of the totals' names.
    """
    columns = [
        (entity, inventory, year)
        for entity, inventory in inventories(wording, item.of).items()
        for year in inventory.years(*rows)
        if not item.years or year in item.years
    ]
    used = [row for row in rows if any(year in inventory.totals.get(row, {}) for _, inventory, year in columns)]
    if not used:
        return None
    corner = wording.with_unit(wording.label("column.emissions"), TONNE_CO2E)

    def line(row: str) -> Row:
        numbers = [inventory.totals[row].get(year) if row in inventory.totals else None for _, inventory, year in columns]
        label = wording.label(labels[row]) if labels else row_label(wording, row)
        return (text(label), *(_number(wording, number) for number in numbers))

    body = [line(row) for row in used]
    totals = [_total_of(inventory, year, used) for _, inventory, year in columns]
    if summed and len(used) > 1 and all(totals):
        body.append((text(wording.label("row.total"), strong=True), *(_number(wording, number, strong=True) for number in totals)))
    body += [line(row) for row in below if any(year in inventory.totals.get(row, {}) for _, inventory, year in columns)]
    return Grid(wording.label(caption), _column_heads(wording, corner, columns), tuple(body))


def row_label(wording: Wording, row: str) -> Words:
    """What a total is called: gases by their formula."""
    if not row.startswith(_OF_GASES):
        return wording.label(f"row.{row}")
    gas = row.removeprefix(_OF_GASES)
    return figure(gas_text(gas)) if gas in GASES else wording.label(f"row.gases.{gas}")


def _total_of(inventory: InventoryReport, year: int, rows: Sequence[str]) -> Number | None:
    """The stated total, else the sum of the scopes shown. Stated categories often cover a part only: they are not summed unasked."""
    whole = inventory.totals.get("total", {}).get(year)
    if whole and whole.is_stated and not rows[0].startswith(_OF_GASES):
        return whole
    shown = [inventory.totals[row][year] for row in rows if year in inventory.totals.get(row, {})]
    if set(rows) <= set(SCOPES):
        return total(shown, TONNE_CO2E)
    is_whole = whole is not None and not any(number.is_stated for number in shown) and total(shown, TONNE_CO2E).rounded == whole.rounded
    return whole if is_whole else None


def _column_heads(wording: Wording, corner: Words, columns: Sequence[tuple[str, InventoryReport, int]]) -> tuple[Row, ...]:
    periods = [head(period_label(wording, inventory, year)) for _, inventory, year in columns]
    entities = list(dict.fromkeys(entity for entity, _, _ in columns))
    if len(entities) == 1:
        return ((head(corner), *periods),)
    spans = [sum(name == entity for name, _, _ in columns) for entity in entities]
    names = [head(entity_name(wording, entity), columns=span) for entity, span in zip(entities, spans, strict=True)]
    return ((head(corner, rows=2), *names), tuple(periods))


def period_label(wording: Wording, inventory: InventoryReport, year: int) -> Words:
    """The year, or the months that its figures cover where they are not the calendar year."""
    period = inventory.periods.get(year)
    if period is None:
        return wording.label("year", year=str(year))
    return wording.each(lambda language: f"{month_text(period.from_, language)} – {month_text(period.to, language)}")


def intensity_table(wording: Wording, item: Item) -> Grid | None:
    """Scope 1 and 2 emissions, production and their ratio, by entity and year."""
    rows: list[Row] = []
    entries = [
        (entity, inventory, year)
        for entity, inventory in inventories(wording, item.of).items()
        for year in inventory.years("intensity")
        if not item.years or year in item.years
    ]
    if not entries:
        return None
    several_years = len({year for _, _, year in entries}) > 1
    production_units = {i.production[y].unit.symbol: i.production[y].unit for _, i, y in entries if y in i.production}
    intensity_units = {i.totals["intensity"][y].unit.symbol: i.totals["intensity"][y].unit for _, i, y in entries}
    heads = [head(wording.label("column.entity"))]
    if several_years:
        heads.append(head(wording.label("column.year")))
    heads.append(head(wording.with_unit(wording.label("row.scope 1+2"), TONNE_CO2E)))
    production = wording.label("column.production")
    heads.append(head(wording.with_unit(production, next(iter(production_units.values()))) if production_units else production))
    unit = next(iter(intensity_units.values())) if len(intensity_units) == 1 else INTENSITY
    heads.append(head(wording.with_unit(wording.label("column.intensity"), unit)))
    for entity, inventory, year in entries:
        cells = [text(entity_name(wording, entity))]
        if several_years:
            cells.append(text(period_label(wording, inventory, year), align="center"))
        cells += [
            _number(wording, inventory.totals.get("scope 1+2", {}).get(year)),
            _number(wording, inventory.production.get(year)),
            _number(wording, inventory.totals["intensity"][year]),
        ]
        rows.append(tuple(cells))
    return Grid(wording.label("table.intensity"), (tuple(heads),), merged_down(rows, [0] if several_years else []))


def sources_table(wording: Wording, item: Item) -> Grid | None:
    """The sources that were identified: those that emitted nothing in any year are left out."""
    sources = [source for source in _sources(wording, item) if source.activity]
    if not sources:
        return None
    heads = [head(wording.label(f"column.{name}")) for name in ("scope", "source kind", "facility", "source", "gases")]
    rows = [(*_source_cells(wording, source), text(_gases(source))) for source in sources]
    return Grid(wording.label("table.sources"), (tuple(heads),), merged_down(rows, [0, 1]))


def activity_table(wording: Wording, item: Item) -> Grid | None:
    """Activity data by source and year, with where they come from."""
    sources = [source for source in _sources(wording, item) if source.activity]
    years = _source_years(sources, item, "activity")
    if not years:
        return None
    names = ("scope", "source kind", "facility", "source", "unit")
    first = [head(wording.label(f"column.{name}"), rows=2) for name in names]
    first.append(head(wording.label("column.activity data"), columns=len(years)))
    first += [head(wording.label(f"column.{name}"), rows=2) for name in ("evidence", "gases")]
    second = tuple(head(wording.label("year", year=str(year))) for year in years)
    rows: list[Row] = []
    for source in sources:
        unit = _unit(wording, source.activity)
        if source.source.unit_converted:
            unit = wording.label("converted unit", unit=unit)
        evidence = wording.plain_text(source.source.evidence) if source.source.evidence else NOTHING
        values = [_number(wording, source.activity.get(year)) for year in years]
        rows.append((*_source_cells(wording, source), text(unit), *values, text(evidence), text(_gases(source))))
    converted = any(source.source.unit_converted for source in sources)
    note = wording.label("note.converted unit") if converted else None
    return Grid(wording.label("table.activity data"), (tuple(first), second), merged_down(rows, [0, 1]), note)


def emissions_table(wording: Wording, item: Item) -> Grid | None:
    """Activity data, factor, global warming potential and emissions by source and year."""
    sources = [source for source in _sources(wording, item) if source.activity]
    years = _source_years(sources, item, "emissions")
    if not years:
        return None
    names = ("scope", "source kind", "facility", "source", "gases", "unit")
    first = [head(wording.label(f"column.{name}"), rows=2) for name in names]
    first.append(head(wording.label("column.activity data"), columns=len(years)))
    first += [head(wording.label(f"column.{name}"), rows=2) for name in ("factor", "gwp")]
    first.append(head(wording.with_unit(wording.label("column.emissions"), TONNE_CO2E), columns=len(years)))
    second = tuple(head(wording.label("year", year=str(year))) for _ in range(2) for year in years)
    rows: list[Row] = []
    for source in sources:
        gwp = figure(f"{source.source.gwp:f}") if source.source.gwp is not None else None
        rows.append((
            *_source_cells(wording, source),
            text(_gases(source)),
            text(_unit(wording, source.activity)),
            *(_number(wording, source.activity.get(year)) for year in years),
            value(_factor(wording, source)),
            value(gwp),
            *(_number(wording, source.emissions.get(year)) for year in years),
        ))  # fmt: skip
    return Grid(wording.label("table.emissions"), (tuple(first), second), merged_down(rows, [0, 1]))


def shares_table(wording: Wording, item: Item) -> Grid | None:
    """Emissions and their share of the total by kind of source and year, and the totals."""
    chosen = inventories(wording, item.of)
    sources = _sources(wording, item)
    years = _source_years(sources, item, "emissions")
    if not years or len(chosen) != 1:
        return None
    whole_by_year = next(iter(chosen.values())).totals.get("total", {})
    emissions = wording.with_unit(wording.label("column.emissions"), TONNE_CO2E)
    first = (
        head(wording.label("column.scope"), rows=2),
        head(wording.label("column.source kind"), rows=2),
        head(emissions, columns=len(years)),
        head(wording.label("column.share of total"), columns=len(years)),
    )
    second = tuple(head(wording.label("year", year=str(year))) for _ in range(2) for year in years)
    rows: list[Row] = [
        (
            text(wording.label(f"row.{source.source.scope}")),
            text(wording.label(f"source kind.{source.source.kind}")),
            *(_number(wording, source.emissions.get(year)) for year in years),
            *(_quantity(wording, source.shares.get(year)) for year in years),
        )
        for source in sources
    ]  # fmt: skip
    whole = figure("100%")
    total_row: Row = (
        text(wording.label("row.total"), strong=True, columns=2),
        *(_number(wording, whole_by_year.get(year), strong=True) for year in years),
        *(value(whole if year in whole_by_year else None, strong=True) for year in years),
    )
    body = (*merged_down(rows, [0]), total_row)
    return Grid(wording.label("table.emission shares"), (first, second), body)


def _sources(wording: Wording, item: Item) -> list[SourceReport]:
    return [source for inventory in inventories(wording, item.of).values() for source in inventory.sources.values()]


def _source_years(sources: Sequence[SourceReport], item: Item, part: str) -> list[int]:
    years = {year for source in sources for year in getattr(source, part)}
    return sorted(year for year in years if not item.years or year in item.years)


def _source_cells(wording: Wording, source: SourceReport) -> tuple[Cell, ...]:
    return (
        text(wording.label(f"row.{source.source.scope}")),
        text(wording.label(f"source kind.{source.source.kind}")),
        text(wording.plain_text(source.source.name)),
        text(wording.plain_text(source.source.carrier)),
    )


def _gases(source: SourceReport) -> Words:
    return figure(", ".join(gas_text(gas) for gas in source.source.gases))


def _unit(wording: Wording, series: ByYear) -> Words:
    return once(wording.unit(next(iter(series.values())).unit)) if series else NOTHING


def _number(wording: Wording, number: Number | None, *, strong: bool = False) -> Cell:
    return value(wording.number(number) if number else None, strong=strong)


def _factor(wording: Wording, source: SourceReport) -> Words | None:
    """The factor; those of all years, in order, where they differ."""
    factors = [source.factor] if source.factor else list(source.factors.values())
    if not factors:
        return None
    return once(wording.each(lambda language: " / ".join(quantity_text(factor, language) for factor in factors)))


def _quantity(wording: Wording, number: Number | None) -> Cell:
    return value(wording.quantity(number) if number else None)
