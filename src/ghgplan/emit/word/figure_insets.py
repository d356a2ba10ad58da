"""Figures under one another by their decimal points, the longest of them in the middle of their column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ghgplan.document.blocks import Cell, Table
from ghgplan.emit.word.column_widths import CellSize, latin_width, placed

_FIGURE = re.compile(r"[-+−–]?[\d,\u202f\u00a0]*\d(?P<fraction>\.\d+)?(?P<sign>\s?[%‰])?")
_FULL_STOP = 0.28
_DIGIT = 0.556
"""Widths in the faces that the templates and most offices use, as parts of the type size."""


def figure_insets(table: Table, widths: Sequence[int], size: CellSize) -> dict[tuple[int, int], int]:
    """How far each figure stands in from the right edge of its column, in twentieths of a point, by row and column of the body.

    A tabulator would do it too, but not in every program that opens the file. Columns of anything else have no entry.
    """
    columns: list[list[tuple[int, Cell]]] = [[] for _ in widths]
    for row, column, cell in placed(table.body):
        if cell.columns == 1:
            columns[column].append((row, cell))
    insets: dict[tuple[int, int], int] = {}
    for column, (cells, width) in enumerate(zip(columns, widths, strict=True)):
        texts = {row: _only_figure(cell) for row, cell in cells}
        if any(text is None for text in texts.values()):
            continue
        behind = {row: _behind_point(text or "") for row, text in texts.items()}
        deepest = max(behind.values(), default=0.0)
        before = max((latin_width(text or "") - behind[row] for row, text in texts.items()), default=0.0)
        free = max(0, (width - size.least(before + deepest)) // 2)
        for row, own in behind.items():
            room = width - size.least(latin_width(texts[row] or ""))
            insets[row, column] = max(0, min(room, free + round((deepest - own) * size.type_size)))
    return insets


def _only_figure(cell: Cell) -> str | None:
    if cell.align != "right" or len(cell.words) > 1 or any(line.language is not None for line in cell.words):
        return None
    return cell.words[0].text if cell.words else ""


def _behind_point(text: str) -> float:
    """The width of what stands from the decimal point on; of a text that is no figure, nothing."""
    figure = _FIGURE.fullmatch(text)
    if figure is None:
        return 0.0
    fraction = figure["fraction"]
    return (_FULL_STOP + _DIGIT * (len(fraction) - 1) if fraction else 0.0) + (latin_width(figure["sign"]) if figure["sign"] else 0.0)
