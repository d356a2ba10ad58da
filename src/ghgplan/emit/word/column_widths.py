"""How wide a table's columns are: shared out as the document asks, but no figure is ever broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ghgplan.document.blocks import Cell, Row, Table


@dataclass(frozen=True, slots=True)
class CellSize:
    """Type and margins of a table's cells, in twentieths of a point."""

    type_size: int
    margin: int

    def least(self, word: float) -> int:
        """The width of a column that holds ``word``, measured as a multiple of the type size, with a little air."""
        return round(word * self.type_size) + 2 * self.margin + 20


NORMAL = CellSize(180, 80)
SMALL = CellSize(150, 45)
"""For tables of many columns."""

_DIGIT, _CAPITAL, _WIDE_CAPITAL = 0.58, 0.76, 0.97
"""Widths of bold letters, as parts of the type size: a digit's is that of most small letters too."""

_WIDEST_WORD = 14.0
_SHORTEST_CHINESE = 3
# A no-break space holds a figure and its unit together.
_WORDS = re.compile(r"(?:[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\u00a0\u202f])+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+")


def column_widths(table: Table, width: int) -> tuple[tuple[int, ...], CellSize]:
    """Column widths in twentieths of a point, ``width`` in all, and the size of cells that they are for."""
    words = _longest_words(table)
    for size in (NORMAL, SMALL):
        least = [size.least(word) for word in words]
        if sum(least) <= width:
            widths = shared(table.widths, least, width)
            # Figures that leave prose too little room are set in small type, like figures that do not fit.
            if size is SMALL or not _squeezed(table.widths, widths):
                return widths, size
    return shared([SMALL.least(word) for word in words], [0] * len(words), width), SMALL


def _squeezed(shares: Sequence[float], widths: Sequence[int]) -> bool:
    """Whether a column has less than half of the part that the document asks for it."""
    whole, total = sum(widths), sum(shares) or 1
    return any(width < whole * share / total / 2 for share, width in zip(shares, widths, strict=True))


def fits(table: Table, width: int) -> bool:
    """Whether no word of the table has to be broken for it to be ``width`` wide."""
    return sum(SMALL.least(word) for word in _longest_words(table)) <= width


def shared(shares: Sequence[float], least: Sequence[int], width: int) -> tuple[int, ...]:
    """``width`` shared out in the proportion of ``shares``, no column below its ``least``; sums to ``width``."""
    fixed: set[int] = set()
    while True:
        free = width - sum(least[column] for column in fixed)
        total = sum(share for column, share in enumerate(shares) if column not in fixed) or 1
        widths = [least[column] if column in fixed else free * share / total for column, share in enumerate(shares)]
        short = {column for column in range(len(shares)) if widths[column] < least[column]} - fixed
        if not short:
            break
        fixed |= short
    edges = [round(sum(widths[:column])) for column in range(len(widths))] + [width]
    return tuple(right - left for left, right in pairwise(edges))


def figure_insets(table: Table, widths: Sequence[int], size: CellSize) -> tuple[int, ...]:
    """How far figures stand in from the right edge of their column, so that the longest of them is in its middle.

    In twentieths of a point; 0 where a column holds anything else.
    """
    columns: list[list[Cell]] = [[] for _ in widths]
    for _, column, cell in placed(table.body):
        if cell.columns == 1:
            columns[column].append(cell)
    insets: list[int] = []
    for cells, width in zip(columns, widths, strict=True):
        longest = max((_latin_width(line.text) for cell in cells for line in cell.words), default=0)
        figures = bool(cells) and all(cell.align == "right" and line.language is None for cell in cells for line in cell.words)
        insets.append(max(0, (width - size.least(longest)) // 2) if figures else 0)
    return tuple(insets)


def placed(rows: Sequence[Row]) -> Iterator[tuple[int, int, Cell]]:
    """Each cell with the row and the column that it begins in, both from 0."""
    covered: set[tuple[int, int]] = set()
    for position, row in enumerate(rows):
        column = 0
        for cell in row:
            while (position, column) in covered:
                column += 1
            yield position, column, cell
            covered |= {(position + down, column + right) for down in range(1, cell.rows) for right in range(cell.columns)}
            column += cell.columns


def _longest_words(table: Table) -> list[float]:
    """The width of each column's longest unbreakable word, as a multiple of the type size."""
    longest = [0.0] * table.columns
    for rows in (table.head, table.body):
        for _, column, cell in placed(rows):
            if cell.columns == 1:
                longest[column] = max(
                    longest[column], *(_word_width(word) for line in cell.words for word in _WORDS.findall(line.text)), 1.0
                )
    return longest


def _word_width(word: str) -> float:
    if unicodedata.east_asian_width(word[0]) in "WF":
        # Chinese breaks anywhere, but not into a column of single characters.
        return float(min(len(word), _SHORTEST_CHINESE))
    return min(_latin_width(word), _WIDEST_WORD)


def _latin_width(text: str) -> float:
    return sum(_WIDE_CAPITAL if letter in "MW" else _CAPITAL if letter.isupper() else _DIGIT for letter in text)
