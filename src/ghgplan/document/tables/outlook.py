"""The table of what was achieved on pathways, what is still needed, and where the trend leads."""

from __future__ import annotations

from collections.abc import Iterable

from ghgplan.compute.numbers import Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.progress import Outlook
from ghgplan.document.blocks import Cell, Row, Words
from ghgplan.document.tables.grid import Grid, head, merged_down, selected, text, value
from ghgplan.document.tables.notes import joined, period_notes
from ghgplan.document.tables.pathways import boundary, entity_name, intensity, remark
from ghgplan.document.wording import NOTHING, Wording, figure
from ghgplan.plan.model.outline import Item

BY_YEAR = ("year", "target", "actual", "deviation", "relative deviation", "on track")
AHEAD = ("target year", "target value", "needed reduction", "needed cut", "forecast", "forecast deviation")


def outlook_table(wording: Wording, item: Item) -> Grid | None:
    """A row for each year with an actual value: how it stands to its target; beside them what is needed from the latest year on."""
    pathways = {name: pathway for name, pathway in selected(wording.report.pathways, item.of).items() if pathway.outlook}
    rows: list[Row] = []
    groups: list[str] = []
    several_entities = len({pathway.entity for pathway in pathways.values()}) > 1
    for name, pathway in pathways.items():
        if pathway.outlook is None:
            continue
        first = [text(entity_name(wording, pathway.entity))] if several_entities else []
        first.append(text(wording.with_unit(boundary(wording, pathway), pathway.pathway.unit)))
        for year in pathway.actual:
            if not item.years or year in item.years:
                rows.append((*first, *_achieved(wording, pathway, pathway.outlook, year), *_ahead(wording, pathway.outlook)))
                groups.append(name)
    if not rows:
        return None
    labels = [*(["entity"] if several_entities else []), "pathway", *BY_YEAR, *AHEAD]
    heads = tuple(head(wording.label(f"column.{label}")) for label in labels)
    names = len(labels) - len(BY_YEAR) - len(AHEAD)
    columns = [*range(names), *range(names + len(BY_YEAR), len(labels))]
    shown = [number for pathway in pathways.values() for number in _numbers(pathway)]
    achieved = [(p.entity, year) for p in pathways.values() for year in p.actual if not item.years or year in item.years]
    notes = [remark(wording, (), shown), _of_one_value(wording, pathways.values()), *period_notes(wording, achieved)]
    note = joined(wording, notes)
    return Grid(wording.label("table.progress outlook"), (heads,), merged_down(rows, columns, groups), note)


def _of_one_value(wording: Wording, pathways: Iterable[PathwayReport]) -> Words | None:
    """What the mark at a forecast means that only one actual value stands behind."""
    forecasts = [pathway.outlook.forecast for pathway in pathways if pathway.outlook and len(pathway.actual) == 1]
    return wording.label("note.forecast of one value") if any(forecasts) else None


def _achieved(wording: Wording, pathway: PathwayReport, outlook: Outlook, year: int) -> list[Cell]:
    deviation, relative = pathway.deviations.get(year), outlook.relative.get(year)
    is_on_track = outlook.on_track.get(year)
    return [
        text(figure(str(year)), align="center"),
        intensity(wording, pathway.values.get(year)),
        intensity(wording, pathway.actual[year]),
        value(wording.signed(deviation) if deviation else None),
        value(_signed_share(wording, relative) if relative else None),
        text(_yes_no(wording, is_on_track), align="center"),
    ]


def _signed_share(wording: Wording, number: Number) -> Words:
    words = wording.quantity(number)
    return figure(f"+{words[0].text}") if number.rounded > 0 else words


def _ahead(wording: Wording, outlook: Outlook) -> list[Cell]:
    deviation = outlook.forecast_deviation
    return [
        text(figure(str(outlook.year)) if outlook.year else NOTHING, align="center"),
        intensity(wording, outlook.target),
        value(wording.quantity(outlook.needed) if outlook.needed else None),
        intensity(wording, outlook.needed_linear),
        intensity(wording, outlook.forecast),
        value(wording.signed(deviation) if deviation else None),
    ]


def _yes_no(wording: Wording, answer: bool | None) -> Words:
    return NOTHING if answer is None else wording.label("word.yes" if answer else "word.no")


def _numbers(pathway: PathwayReport) -> list[Number | None]:
    return [*(pathway.values.get(year) for year in pathway.actual), *([pathway.outlook.target] if pathway.outlook else [])]
