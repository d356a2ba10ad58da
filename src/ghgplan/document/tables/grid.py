"""The parts that all tables are made of: cells, merged neighbours, column widths."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ghgplan.document.blocks import Align, Cell, Row, Words
from ghgplan.document.wording import NOTHING
from ghgplan.values import frozen

T = TypeVar("T")

NARROWEST = 6
WIDEST_LINE = 24
WIDEST_PROSE = 60
"""Widths in half-width characters: a column is never given less than the first, and prose grows slowly past the
second, by no more than the third."""


@frozen
class Grid:
    """A table before it has a number and a name."""

    caption: Words
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    note: Words | None = None


def head(words: Words, *, columns: int = 1, rows: int = 1, align: Align = "center") -> Cell:
    """A cell of the head."""
    return Cell(words, align=align, columns=columns, rows=rows, strong=True)


def text(words: Words, *, align: Align = "left", strong: bool = False, columns: int = 1) -> Cell:
    """A cell with words in it."""
    return Cell(words, align=align, strong=strong, columns=columns)


def value(words: Words | None, *, strong: bool = False) -> Cell:
    """A figure, right-aligned; a dash where there is none."""
    return Cell(words or NOTHING, align="right", strong=strong)


def selected(things: Mapping[str, T], of: Collection[str]) -> dict[str, T]:
    """The things named in ``of``, in that order; a member's name stands for all of the member's; all if ``of`` is empty."""
    if not of:
        return dict(things)
    return {name: thing for wanted in of for name, thing in things.items() if name == wanted or name.startswith(f"{wanted}.")}


def merged_down(rows: Sequence[Row], columns: Iterable[int], within: Sequence[object] = ()) -> tuple[Row, ...]:
    """The rows with equal neighbours in ``columns`` (positions) merged into one cell.

    A column's run never crosses a boundary of the merged columns to its left, nor one of
    ``within`` (a group for each row): what belongs to different groups stays apart even
    where it reads the same. Rows must have no spans yet.
    """
    grid: list[list[Cell | None]] = [list(row) for row in rows]
    groups = [list(within).index(group) for group in within] or [0] * len(rows)
    for column in columns:
        start = 0
        for position in range(1, len(rows) + 1):
            same = position < len(rows) and rows[position][column].words == rows[start][column].words and groups[position] == groups[start]
            if same:
                continue
            if position - start > 1 and rows[start][column].words != NOTHING:
                grid[start][column] = replace(rows[start][column], rows=position - start)
                for covered in range(start + 1, position):
                    grid[covered][column] = None
            for member in range(start, position):
                groups[member] = groups[member] * len(rows) + start
            start = position
    return tuple(tuple(cell for cell in row if cell is not None) for row in grid)


def without_empty(heads: Sequence[Cell], rows: Sequence[Sequence[Cell]], keep: Collection[int] = ()) -> tuple[list[Cell], list[list[Cell]]]:
    """The columns in which any row has something, and those in ``keep``."""
    used = [column for column in range(len(heads)) if column in keep or any(row[column].words != NOTHING for row in rows)]
    return [heads[column] for column in used], [[row[column] for column in used] for row in rows]


def widths(head_rows: Sequence[Row], body: Sequence[Row]) -> tuple[int, ...]:
    """Relative column widths from the content, in half-width characters."""
    placed = [*_placed(head_rows), *_placed(body)]
    columns = max(column + cell.columns for column, cell in placed)
    natural = [NARROWEST] * columns
    for column, cell in placed:
        if cell.columns == 1:
            natural[column] = max(natural[column], _cell_width(cell))
    return tuple(natural)


def _placed(rows: Sequence[Row]) -> Iterable[tuple[int, Cell]]:
    """Each cell with the column that it begins in."""
    covered: set[tuple[int, int]] = set()
    for position, row in enumerate(rows):
        column = 0
        for cell in row:
            while (position, column) in covered:
                column += 1
            yield column, cell
            covered |= {(position + down, column + right) for down in range(1, cell.rows) for right in range(cell.columns)}
            column += cell.columns


def _cell_width(cell: Cell) -> int:
    longest = max((_line_width(line.text) for line in cell.words), default=0)
    if longest <= WIDEST_LINE:
        return longest + 2
    # Prose wraps: its column grows with what it has to say, but slower.
    return WIDEST_LINE + 2 + min(int((longest - WIDEST_LINE) * 0.4), WIDEST_PROSE)


def _line_width(line: str) -> int:
    return max((display_width(part) for part in line.split("\n")), default=0)


def display_width(line: str) -> int:
    """The width in half-width characters: Chinese characters count two."""
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
