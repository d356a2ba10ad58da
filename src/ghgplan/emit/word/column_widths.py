"""How wide a table's columns are: no figure is ever broken, and words are given what makes the rows least tall."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ghgplan.document.blocks import Cell, Row, Table
from ghgplan.emit.word.room import Column, given_room, mean_height
from ghgplan.values import frozen


@frozen
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

_DIGIT, _CAPITAL, _WIDEST = 0.58, 0.76, 0.97
"""Widths of bold letters, as parts of the type size: a digit's is that of most small letters too."""

_WIDEST_WORD = 14.0
_SHORTEST_CHINESE = 4

_TALL = 2.5
_WORTH_SMALL_TYPE = 0.85
"""Rows of more lines than this and one for each language are set in small type, if that makes them lower by a seventh."""
_TOO_TALL = 4.0
_WORTH_A_TURN = 0.7
"""Rows of more lines than this in each language make a table stand on a turned page, if that takes three lines out of ten."""
_LITTLE = 1.4
_LOOKED_AT = 60
"""Rows that widths are found for; the others say less."""
# A no-break space holds a figure and its unit together.
# Chinese brackets and stops stay with what they enclose or end.
_WORDS = re.compile(
    r"[（《“]?(?:[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”]|[\u00a0\u202f])+[）》”，。、；：]?|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+"
)


def column_widths(table: Table, width: int) -> tuple[tuple[int, ...], CellSize]:
    """Column widths in twentieths of a point, ``width`` in all, and the size of cells that they are for."""
    content = _content(table)
    normal = content.laid_out(width, NORMAL)
    if normal and normal.height <= _TALL + content.languages:
        return normal.widths, NORMAL
    small = content.laid_out(width, SMALL)
    if normal and small and small.height > normal.height * _WORTH_SMALL_TYPE:
        return normal.widths, NORMAL
    if small:
        return small.widths, SMALL
    return shared([SMALL.least(word) for word in content.words], [0] * len(content.words), width), SMALL


def fits(table: Table, width: int, turned_width: int) -> bool:
    """Whether the table reads well when it is ``width`` wide: no word broken, and rows not much taller than on a turned page."""
    content = _content(table)
    upright = content.laid_out(width, SMALL)
    if upright is None:
        return False
    if upright.height <= _TOO_TALL * content.languages:
        return True
    turned = content.laid_out(turned_width, SMALL)
    return turned is None or turned.height > upright.height * _WORTH_A_TURN


@frozen
class _LaidOut:
    widths: tuple[int, ...]
    height: float
    """Of the mean row, in lines."""


@dataclass(frozen=True, slots=True, eq=False)
class _Content:
    """What widths are found from; texts are measured as multiples of the type size. One for each table."""

    shares: tuple[int, ...]
    words: tuple[float, ...]
    """The width of each column's longest unbreakable word."""
    columns: tuple[Column, ...]
    figures: tuple[bool, ...]
    """Whether a column holds figures alone."""
    languages: int
    """On how many lines a cell stands because it says the same in several languages."""

    @lru_cache(maxsize=256)  # noqa: B019 - a page is chosen for the table before it is written, by the same widths
    def laid_out(self, width: int, size: CellSize) -> _LaidOut | None:
        """The widths for that size of cells; None where a word would have to be broken."""
        least = [size.least(word) for word in self.words]
        if sum(least) > width:
            return None
        spare = 2 * size.margin + 20
        natural = [max(low, round(column.widest * size.type_size) + spare) for low, column in zip(least, self.columns, strict=True)]
        if sum(natural) <= width:
            widths = shared(self.shares, least, width)
        else:
            widths = given_room(self.columns, self._even(least, width), natural, width, size.type_size, spare)
        return _LaidOut(widths, mean_height(self.columns, widths, size.type_size, spare))

    def _even(self, least: list[int], width: int) -> list[int]:
        """Columns of figures made as wide as the widest of them, where they differ little and there is room."""
        widest = max((low for low, of_figures in zip(least, self.figures, strict=True) if of_figures), default=0)
        even = [widest if of_figures and widest <= low * _LITTLE else low for low, of_figures in zip(least, self.figures, strict=True)]
        return even if sum(even) <= width else least


def _content(table: Table) -> _Content:
    return _measured(_Itself(table))


@dataclass(frozen=True, slots=True, eq=False)
class _Itself:
    table: Table

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.table is self.table

    def __hash__(self) -> int:
        return id(self.table)


@lru_cache(maxsize=64)
def _measured(itself: _Itself) -> _Content:
    """Of a table that is the same object: to compare all its cells would take as long as to measure them."""
    table = itself.table
    words, figures = [1.0] * table.columns, [True] * table.columns
    rows: dict[tuple[bool, int], dict[int, tuple[float, ...]]] = {}
    for of_body, cells in ((False, table.head), (True, table.body)):
        for position, column, cell in placed(cells):
            if cell.columns > 1:
                continue
            texts = [line.text for line in cell.words]
            words[column] = max(words[column], *map(_longest_word, texts), 1.0)
            figures[column] &= not of_body or (cell.align == "right" and all(line.language is None for line in cell.words))
            # What spans several rows may use the height of all of them.
            spread = tuple([_text_width(line) / cell.rows for text in texts for line in text.split("\n")])
            rows.setdefault((of_body, position), {})[column] = spread
    most = sorted(rows.values(), key=lambda row: -sum(map(sum, row.values())))[:_LOOKED_AT]
    columns = tuple(Column(tuple(row.get(column, ()) for row in most)) for column in range(table.columns))
    languages = max((len(cell.words) for row in table.head for cell in row), default=1)
    return _Content(table.widths, tuple(words), columns, tuple(figures), languages)


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


@lru_cache(maxsize=4096)
def _longest_word(text: str) -> float:
    return max((_word_width(word) for word in _WORDS.findall(text)), default=0.0)


def _word_width(word: str) -> float:
    if all(unicodedata.east_asian_width(letter) in "WF" for letter in word):
        # Chinese breaks anywhere, but not into a column of single characters.
        return float(min(len(word), _SHORTEST_CHINESE))
    return min(_text_width(word), _WIDEST_WORD)


@lru_cache(maxsize=4096)
def _text_width(text: str) -> float:
    return sum(map(_letter_width, text))


def latin_width(text: str) -> float:
    """The width of a text of small letters, capitals and digits, as a multiple of the type size."""
    return sum(map(_latin_letter_width, text))


@lru_cache(maxsize=8192)
def _letter_width(letter: str) -> float:
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else _latin_letter_width(letter)


@lru_cache(maxsize=8192)
def _latin_letter_width(letter: str) -> float:
    return _WIDEST if letter in "MW%‰@" else _CAPITAL if letter.isupper() else _DIGIT
