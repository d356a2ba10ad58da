"""Tables of emissions: totals by scope and category, intensities, shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ghgplan.compute.inventory import CATEGORIES, SCOPES, InventoryReport
from ghgplan.compute.numbers import INTENSITY, PERCENT, TONNE_CO2E, Number, computed, total
from ghgplan.compute.sources import SourceReport
from ghgplan.compute.totals import BIOGENIC
from ghgplan.document.blocks import Cell, Row, Words
from ghgplan.document.formatting import GASES, gas_text
from ghgplan.document.tables.company import Column, company_years, of_year, together
from ghgplan.document.tables.entities import caption
from ghgplan.document.tables.grid import Grid, head, merged_down, selected, text, value
from ghgplan.document.tables.notes import joined, months, period_notes
from ghgplan.document.tables.pathways import entity_name
from ghgplan.document.tables.totals import Sum, rounding_note
from ghgplan.document.wording import Wording, figure
from ghgplan.plan.model.outline import Item
from ghgplan.reference.entries import Verification

_OF_GASES = "gases."
_WHOLE_SHARE = computed(Decimal(100), PERCENT, "sum", (), 2)


def inventories(wording: Wording, of: Sequence[str]) -> dict[str, InventoryReport]:
    """The inventories of the chosen entities, of all that have one if none is chosen."""
    return {name: entity.inventory for name, entity in selected(wording.report.entities, of).items() if entity.inventory}


def columns_of(wording: Wording, item: Item, totals: Sequence[str]) -> list[Column]:
    """The chosen entities and years for which any of ``totals`` is known."""
    return [
        (entity, inventory, year)
        for entity, inventory in inventories(wording, item.of).items()
        for year in inventory.years(*totals)
        if not item.years or year in item.years
    ]


def scopes_table(wording: Wording, item: Item) -> Grid | None:
    """Scopes 1 to 3 and their total, by entity and year, and of the company; CO2 of biogenic origin on a line of its own below."""
    return totals_table(wording, item, SCOPES, "table.emissions by scope", below=(BIOGENIC,), with_company=True)


def categories_table(wording: Wording, item: Item) -> Grid | None:
    """ISO 14064-1 categories, by entity and year. Says so where the library's allocation of a source was not held against the standard."""
    grid = totals_table(wording, item, CATEGORIES, "table.emissions by category")
    if grid is None or not any(_is_from_memory(inventory) for _, inventory, _ in columns_of(wording, item, CATEGORIES)):
        return grid
    return replace(grid, note=joined(wording, (grid.note, wording.label("note.categories from memory"))))


def _is_from_memory(inventory: InventoryReport) -> bool:
    """Whether the report has categories that follow from sources of scope 3 whose allocation is known from memory only."""
    stated = any(number.is_stated for name in CATEGORIES for number in inventory.totals.get(name, {}).values())
    allocated = [source.category for source in inventory.sources.values() if source.category]
    return not stated and any(each.provenance.verification is Verification.MEMORY for each in allocated)


def totals_table(
    wording: Wording,
    item: Item,
    rows: Sequence[str],
    caption_label: str,
    *,
    below: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    summed: bool = True,
    with_company: bool = False,
) -> Grid | None:
    """The totals ``rows`` by entity and year, their sum where they are the whole, and below it what is in no sum.

    ``labels`` are those of the rows, where they are not those of the totals' names. ``with_company`` adds a
    column for each year that can be summed over the company's entities.
    """
    columns = columns_of(wording, item, rows)
    used = [row for row in rows if any(year in inventory.totals.get(row, {}) for _, inventory, year in columns)]
    if not used:
        return None
    corner = wording.with_unit(wording.label("column.emissions"), TONNE_CO2E)

    company = company_years(wording, columns) if with_company else []

    def numbers_of(row: str) -> list[Number | None]:
        return [inventory.totals.get(row, {}).get(year) for _, inventory, year in columns]

    def with_company_of(numbers: list[Number | None]) -> list[Number | None]:
        return [*numbers, *(together(columns, numbers, year) for year in company)]

    def line(row: str) -> Row:
        label = wording.label(labels[row]) if labels else row_label(wording, row)
        return (text(label), *(number_cell(wording, number) for number in with_company_of(numbers_of(row))))

    body = [line(row) for row in used]
    parts = [with_company_of(numbers_of(row)) for row in used]
    totals = [total_of(inventory, year, used) for _, inventory, year in columns]
    across = [(numbers_of(row), part) for row, part in zip(used, parts, strict=True)]
    sums: list[Sum] = []
    if summed and len(used) > 1 and all(totals):
        wholes = with_company_of(totals)
        body.append((text(wording.label("row.total"), strong=True), *(number_cell(wording, whole, strong=True) for whole in wholes)))
        sums += [([number for row in parts if (number := row[n])], whole) for n, whole in enumerate(wholes) if whole]
        across.append((totals, wholes))
    for numbers, shown in across:
        sums += [(of_year(columns, numbers, year), whole) for year, whole in zip(company, shown[len(columns) :], strict=True) if whole]
    body += [line(row) for row in below if any(year in inventory.totals.get(row, {}) for _, inventory, year in columns)]
    title = caption(wording, caption_label, (entity for entity, _, _ in columns))
    return Grid(title, _column_heads(wording, corner, columns, company), tuple(body), rounding_note(wording, sums))


def row_label(wording: Wording, row: str) -> Words:
    """What a total is called: gases by their formula."""
    if not row.startswith(_OF_GASES):
        return wording.label(f"row.{row}")
    gas = row.removeprefix(_OF_GASES)
    return figure(gas_text(gas)) if gas in GASES else wording.label(f"row.gases.{gas}")


def total_of(inventory: InventoryReport, year: int, rows: Sequence[str]) -> Number | None:
    """The stated total, else the sum of the scopes shown. Stated categories often cover a part only: they are not summed unasked."""
    whole = inventory.totals.get("total", {}).get(year)
    if whole and whole.is_stated and not rows[0].startswith(_OF_GASES):
        return whole
    shown = [inventory.totals[row][year] for row in rows if year in inventory.totals.get(row, {})]
    if set(rows) <= set(SCOPES):
        return total(shown, TONNE_CO2E)
    is_whole = whole is not None and not any(number.is_stated for number in shown) and total(shown, TONNE_CO2E).rounded == whole.rounded
    return whole if is_whole else None


def _column_heads(wording: Wording, corner: Words, columns: Sequence[Column], company: Sequence[int]) -> tuple[Row, ...]:
    periods = [head(period_label(wording, inventory, year)) for _, inventory, year in columns]
    entities = list(dict.fromkeys(entity for entity, _, _ in columns))
    if len(entities) == 1:
        return ((head(corner), *periods),)
    spans = [sum(name == entity for name, _, _ in columns) for entity in entities]
    names = [head(entity_name(wording, entity), columns=span) for entity, span in zip(entities, spans, strict=True)]
    if company:
        names.append(head(wording.label("whole company"), columns=len(company)))
        inventory_of = {year: inventory for _, inventory, year in columns}
        periods += [head(period_label(wording, inventory_of[year], year)) for year in company]
    return ((head(corner, rows=2), *names), tuple(periods))


def period_label(wording: Wording, inventory: InventoryReport, year: int) -> Words:
    """The year, or the months that its figures cover where they are not the calendar year."""
    period = inventory.periods.get(year)
    if period is None:
        return wording.label("year", year=str(year))
    return months(wording, period)


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
            number_cell(wording, inventory.totals.get("scope 1+2", {}).get(year)),
            number_cell(wording, inventory.production.get(year)),
            number_cell(wording, inventory.totals["intensity"][year]),
        ]
        rows.append(tuple(cells))
    # With one year there is no column that says which months it covers.
    note = None if several_years else joined(wording, period_notes(wording, ((entity, year) for entity, _, year in entries)))
    return Grid(wording.label("table.intensity"), (tuple(heads),), merged_down(rows, [0] if several_years else []), note)


def shares_table(wording: Wording, item: Item) -> Grid | None:
    """Emissions and their share of the total by kind of source and year, and the totals."""
    chosen = inventories(wording, item.of)
    sources = _sources(wording, item)
    years = source_years(sources, item, "emissions")
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
            *(number_cell(wording, source.emissions.get(year)) for year in years),
            *(_quantity(wording, source.shares.get(year)) for year in years),
        )
        for source in sources
    ]  # fmt: skip
    whole = figure("100%")
    total_row: Row = (
        text(wording.label("row.total"), strong=True, columns=2),
        *(number_cell(wording, whole_by_year.get(year), strong=True) for year in years),
        *(value(whole if year in whole_by_year else None, strong=True) for year in years),
    )
    body = (*merged_down(rows, [0]), total_row)
    sums = [
        ([source.emissions[year] for source in sources if year in source.emissions], whole_by_year[year])
        for year in years
        if year in whole_by_year
    ]
    sums += [
        ([source.shares[year] for source in sources if year in source.shares], _WHOLE_SHARE) for year in years if year in whole_by_year
    ]
    note = joined(wording, [rounding_note(wording, sums), *period_notes(wording, ((name, year) for name in chosen for year in years))])
    return Grid(caption(wording, "table.emission shares", chosen), (first, second), body, note)


def _sources(wording: Wording, item: Item) -> list[SourceReport]:
    return [source for inventory in inventories(wording, item.of).values() for source in inventory.sources.values()]


def source_years(sources: Sequence[SourceReport], item: Item, part: str) -> list[int]:
    """The years, of those that the item chooses, for which ``part`` (``activity``, ``emissions``) of any source is known."""
    years = {year for source in sources for year in getattr(source, part)}
    return sorted(year for year in years if not item.years or year in item.years)


def number_cell(wording: Wording, number: Number | None, *, strong: bool = False) -> Cell:
    """A figure without its unit."""
    return value(wording.number(number) if number else None, strong=strong)


def _quantity(wording: Wording, number: Number | None) -> Cell:
    return value(wording.quantity(number) if number else None)
