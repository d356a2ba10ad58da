"""Tables of how fast pathways fall, and of how stated values stand to the library's curve."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from ghgplan.compute.numbers import Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.document.blocks import Cell, Row, Words
from ghgplan.document.tables.grid import Grid, head, merged_down, selected, text, value, without_empty
from ghgplan.document.tables.notes import joined
from ghgplan.document.tables.pathways import base_year_notes, boundary, entity_name, intensity, remark
from ghgplan.document.wording import Wording, figure
from ghgplan.plan.model.outline import Item

_Column: TypeAlias = tuple[str, Callable[[PathwayReport, int], Number | None], bool]
"""The label of its head, its number, and whether it is a difference."""


def rates_table(wording: Wording, item: Item) -> Grid | None:
    """Year by year: value, reduction against the base year, reduction a year against the year listed before, and on average.

    The year of the intermediate target is marked.
    """
    pathways = {name: pathway for name, pathway in selected(wording.report.pathways, item.of).items() if pathway.reductions}
    columns: tuple[_Column, ...] = (
        ("column.cumulative reduction", lambda pathway, year: pathway.reductions.get(year), False),
        ("column.reduction against previous", lambda pathway, year: pathway.rates.yearly.get(year), False),
        ("column.average yearly reduction", lambda pathway, year: pathway.rates.average.get(year), False),
        ("column.linear yearly reduction", lambda pathway, year: pathway.rates.linear.get(year), False),
        ("column.budget", lambda pathway, year: pathway.budget.by_year.get(year), False),
    )
    years = {name: [*_base_year(pathway), *pathway.reductions] for name, pathway in pathways.items()}
    return _table(
        wording,
        "table.pathway rates",
        "table.pathway rates of",
        pathways,
        _chosen(years, item.years),
        "column.intensity",
        _value,
        columns,
        marks_intermediate=True,
    )


def check_table(wording: Wording, item: Item) -> Grid | None:
    """Year by year: the stated value, the curve's from the same base value, and the difference."""
    pathways = {name: pathway for name, pathway in selected(wording.report.pathways, item.of).items() if pathway.curve.deviations}
    columns: tuple[_Column, ...] = (
        ("column.curve value", lambda pathway, year: pathway.curve.values.get(year), False),
        ("column.difference", lambda pathway, year: pathway.curve.deviations.get(year), True),
    )
    years = {name: list(pathway.curve.deviations) for name, pathway in pathways.items()}
    return _table(
        wording,
        "table.pathway check",
        "table.pathway check of",
        pathways,
        _chosen(years, item.years),
        "column.stated value",
        _value,
        columns,
    )


def _year(wording: Wording, pathway: PathwayReport, year: int) -> Words:
    is_intermediate = pathway.intermediate is not None and pathway.intermediate.year == year
    return wording.label("intermediate year", year=str(year)) if is_intermediate else figure(str(year))


def _value(pathway: PathwayReport, year: int) -> Number | None:
    return pathway.values.get(year) or (pathway.base if year == pathway.pathway.base_year else None)


def _base_year(pathway: PathwayReport) -> list[int]:
    return [pathway.pathway.base_year] if pathway.base else []


def _chosen(years: Mapping[str, Sequence[int]], chosen: Sequence[int]) -> dict[str, list[int]]:
    return {name: sorted({year for year in listed if not chosen or year in chosen}) for name, listed in years.items()}


def _table(
    wording: Wording,
    caption: str,
    caption_of_one: str,
    pathways: Mapping[str, PathwayReport],
    years: Mapping[str, Sequence[int]],
    first: str,
    first_number: Callable[[PathwayReport, int], Number | None],
    columns: Sequence[_Column],
    *,
    marks_intermediate: bool = False,
) -> Grid | None:
    """A row for each year of each pathway; the pathway's name stands before its years where there are several."""
    shown = [(name, pathway, year) for name, pathway in pathways.items() for year in years[name]]
    if not shown:
        return None
    units = {pathway.pathway.unit.symbol for pathway in pathways.values()}
    heads = [head(wording.label("column.pathway")), head(wording.label("column.year"))]
    intensity_head = wording.label(first)
    heads.append(head(wording.with_unit(intensity_head, shown[0][1].pathway.unit) if len(units) == 1 else intensity_head))
    numbers = [[number_of(pathway, year) for _, number_of, _ in columns] for _, pathway, year in shown]
    for position, (label, _, _) in enumerate(columns):
        of_column = [row[position] for row in numbers if row[position]]
        symbols = {number.unit.symbol for number in of_column if number}
        unit = of_column[0].unit if of_column and of_column[0] and len(symbols) == 1 else None
        heads.append(head(wording.with_unit(wording.label(label), unit) if unit else wording.label(label)))
    rows: list[list[Cell]] = []
    marked: list[Number | None] = []
    for (_, pathway, year), row in zip(shown, numbers, strict=True):
        own = first_number(pathway, year)
        marked += [own, *row]
        called = _year(wording, pathway, year) if marks_intermediate else figure(str(year))
        cells = [text(_pathway_name(wording, pathway, len(units) > 1)), text(called, align="center"), intensity(wording, own)]
        rows.append([*cells, *(_cell(wording, number, column[2]) for number, column in zip(row, columns, strict=True))])
    kept_heads, kept = without_empty(heads, rows, keep=(0, 1, 2))
    several = len(pathways) > 1
    body: list[Row] = [tuple(row if several else row[1:]) for row in kept]
    merged = merged_down(body, [0] if several else [], [name for name, _, _ in shown])
    title = wording.label(caption) if several else wording.label(caption_of_one, entity=entity_name(wording, shown[0][1].entity))
    notes = [remark(wording, pathways.values(), marked), *base_year_notes(wording, pathways.values(), [year for _, _, year in shown])]
    return Grid(title, (tuple(kept_heads if several else kept_heads[1:]),), merged, joined(wording, notes))


def _cell(wording: Wording, number: Number | None, is_difference: bool) -> Cell:
    if number and is_difference and not number.indicative:
        return value(wording.signed(number))
    return intensity(wording, number)


def _pathway_name(wording: Wording, pathway: PathwayReport, with_unit: bool) -> Words:
    words = boundary(wording, pathway)
    if len({each.entity for each in wording.report.pathways.values()}) > 1:
        words = wording.label("entity of member", member=entity_name(wording, pathway.entity), entity=words)
    return wording.with_unit(words, pathway.pathway.unit) if with_unit else words
