"""The grids of tables whose cells come from a loop: docxtpl's rule, so that a template looks the same here and there."""

from __future__ import annotations

from typing import Any

from ghgplan.emit.word.xml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_WIDTH = f"{_W}w"


def fit_grids(body: Any) -> None:
    """Give each table as many columns as its longest row has cells; the width stays. Raises ValueError for a table without a grid."""
    for table in body.iter(f"{_W}tbl"):
        grid = table.find(f"{_W}tblGrid")
        if grid is None:
            raise ValueError("a table has no grid")
        rows = [list(row.iterchildren(f"{_W}tc")) for row in table.iter(f"{_W}tr")]
        columns = grid.findall(f"{_W}gridCol")
        most_cells = max((len(cells) for cells in rows), default=0)
        if most_cells > len(columns):
            _widen(grid, columns, most_cells - len(columns))
            columns = grid.findall(f"{_W}gridCol")
        filled = max((sum(map(span, cells)) for cells in rows), default=0)
        if filled < len(columns):
            _narrow(grid, columns, filled)


def span(cell: Any) -> int:
    """How many columns of the grid the cell takes."""
    # A path would take three times as long, and a document has thousands of cells.
    for properties in cell.iterchildren(f"{_W}tcPr"):
        for found in properties.iterchildren(f"{_W}gridSpan"):
            return int(found.get(f"{_W}val") or 1)
    return 1


def _widen(grid: Any, columns: list[Any], missing: int) -> None:
    width = sum(float(column.get(_WIDTH)) for column in columns if column.get(_WIDTH) is not None)
    if width <= 0:
        return
    before, after = width / len(columns), width / (len(columns) + missing)
    for column in columns:
        column.set(_WIDTH, str(int(float(column.get(_WIDTH)) * after / before)))
    for _ in range(missing):
        added = grid.makeelement(f"{_W}gridCol")
        added.set(_WIDTH, str(int(after)))
        grid.append(added)


def _narrow(grid: Any, columns: list[Any], kept: int) -> None:
    width = sum(float(column.get(_WIDTH)) for column in columns[kept:])
    for column in columns[kept:]:
        grid.remove(column)
    for column in columns[:kept]:
        column.set(_WIDTH, str(int(float(column.get(_WIDTH)) + int(width / kept))))
