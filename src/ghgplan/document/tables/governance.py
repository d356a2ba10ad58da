"""Tables of the committee, the data-quality checklist, the standards, and the plan's own tables."""

from __future__ import annotations

import re
from dataclasses import replace

from ghgplan.document.blocks import Cell, Row
from ghgplan.document.tables.grid import Grid, head, merged_down, text
from ghgplan.document.wording import NOTHING, Place, Wording, figure, once
from ghgplan.plan.model.governance import Governance
from ghgplan.plan.model.outline import Item, OwnTable

_FIGURE = re.compile(r"[+\-−<>≤≥±]?\d[\d.,–~ ]*%?")

ABOVE, LEFT = "^", "<"
"""What a plan writes in a cell to merge it with the one above or to its left."""


def committee_table(wording: Wording, _item: Item) -> Grid | None:
    """Role, department, position and duty; a duty left out is the one above."""
    seats = _governance(wording).committee
    if not seats:
        return None
    heads = tuple(head(wording.label(f"column.{name}")) for name in ("role", "department", "position", "duty"))
    duty = NOTHING
    rows: list[Row] = []
    for position, seat in enumerate(seats):
        place = Place(wording.report.file, ("governance", "committee", str(position)))
        duty = wording.text(seat.duty, place.below("duty")) if seat.duty else duty
        rows.append((
            text(wording.text(seat.role, place.below("role"))),
            text(wording.text(seat.department, place.below("department"))),
            text(wording.text(seat.position, place.below("position"))),
            text(duty),
        ))  # fmt: skip
    return Grid(wording.label("table.committee"), (heads,), merged_down(rows, [3]))


def data_quality_table(wording: Wording, _item: Item) -> Grid | None:
    """What was checked, grouped by topic, and whether it was confirmed."""
    topics = _governance(wording).data_quality
    if not topics:
        return None
    heads = tuple(head(wording.label(f"column.{name}")) for name in ("topic", "check", "confirmed"))
    rows: list[Row] = []
    for topic_position, topic in enumerate(topics):
        place = Place(wording.report.file, ("governance", "data quality", str(topic_position)))
        for check_position, check in enumerate(topic.checks):
            rows.append((
                text(wording.text(topic.topic, place.below("topic"))),
                text(wording.text(check.check, place.below("checks", str(check_position), "check"))),
                text(wording.label("checked yes" if check.confirmed else "checked no"), align="center"),
            ))  # fmt: skip
    return Grid(wording.label("table.data quality"), (heads,), merged_down(rows, [0]))


def standards_table(wording: Wording, _item: Item) -> Grid | None:
    """The standards and guidelines that the plan follows."""
    accounting = wording.report.plan.accounting
    if accounting is None or not accounting.standards:
        return None
    heads = (head(wording.label("column.number")), head(wording.label("column.standard")))
    rows = tuple(
        (
            text(figure(str(position + 1)), align="center"),
            text(once(wording.text(standard, Place(wording.report.file, ("accounting", "standards", str(position)))))),
        )
        for position, standard in enumerate(accounting.standards)
    )
    return Grid(wording.label("table.standards"), (heads,), rows)


def own_table(wording: Wording, name: str, table: OwnTable) -> Grid:
    """A table of the plan's own, with the cells merged that it says are."""
    place = Place(wording.report.file, ("tables", name))
    heads = tuple(head(once(wording.text(column, place.below("columns", str(position))))) for position, column in enumerate(table.columns))
    grid: list[list[Cell | None]] = []
    for row_position, row in enumerate(table.rows):
        cells: list[Cell | None] = []
        for column, written in enumerate(row):
            if written.zh == LEFT and column:
                _widen(cells)
                cells.append(None)
            elif written.zh == ABOVE and row_position:
                _deepen(grid, column)
                cells.append(None)
            else:
                words = once(wording.text(written, place.below("rows", str(row_position), str(column))))
                cells.append(text(words, align="right" if _FIGURE.fullmatch(words[0].text) else "left"))
        grid.append(cells)
    rows = tuple(tuple(cell for cell in cells if cell is not None) for cells in grid)
    note = wording.text(table.note, place.below("note")) if table.note else None
    return Grid(wording.text(table.caption, place.below("caption")), (heads,), rows, note)


def _widen(cells: list[Cell | None]) -> None:
    position = next((at for at in range(len(cells) - 1, -1, -1) if cells[at] is not None), None)
    if position is not None:
        cell = cells[position]
        assert cell is not None  # noqa: S101 - the line above found it
        cells[position] = replace(cell, columns=cell.columns + 1)


def _deepen(grid: list[list[Cell | None]], column: int) -> None:
    for row in reversed(grid):
        cell = row[column]
        if cell is not None:
            row[column] = replace(cell, rows=cell.rows + 1)
            return


def _governance(wording: Wording) -> Governance:
    return wording.report.plan.governance or Governance()
