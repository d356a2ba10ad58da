"""Tables: caption above, head rows that come back on every page, note below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from ghgplan.document.blocks import Align, Cell, Line, Row, Table, plain
from ghgplan.emit.word.captions import caption
from ghgplan.emit.word.column_widths import SMALL, column_widths, placed
from ghgplan.emit.word.figure_insets import figure_insets
from ghgplan.emit.word.inline import Inline, strengthened
from ghgplan.emit.word.paragraphs import paragraph
from ghgplan.emit.word.xml import NOTHING, joined, w
from ghgplan.values import frozen

STYLE = "ghgplan Table"

_KEPT_WHOLE = 6
_KEPT_CHARACTERS = 500
"""A table of no more rows and text than this is not broken over two pages; more would leave too much of a page white.

Nor are the rows that a merged cell joins: on the next page they would stand without it.
"""


@frozen
class HeadLook:
    """What the template's table style gives its first row: written into all head cells.

    Word lays a style's first row over one row only, however many the head has.
    """

    shading: Markup = NOTHING
    last_rule: Markup = NOTHING


@frozen
class _Slot:
    """A place of a row: a cell, or what an upper cell covers of the row."""

    cell: Cell
    column: int
    first: bool


def table(inline: Inline, block: Table, head_look: HeadLook, width: int) -> Markup:
    """The table with its caption and its note; ``width`` in twentieths of a point."""
    widths, size = column_widths(block, width)
    properties = w(
        "tblPr",
        w("tblStyle", val=inline.styles.id(STYLE)),
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=size.margin, type="dxa"), w("right", w=size.margin, type="dxa")) if size is SMALL else NOTHING,
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=f"{plain(block.label, ' / ')} {plain(block.caption, ' / ')}"),
    )
    rows = _Rows(inline, widths, figure_insets(block, widths, size), head_look, " Small" if size is SMALL else "")
    written = w("tbl", properties, w("tblGrid", *(w("gridCol", w=column) for column in widths)), rows.head(block), rows.body(block))
    return caption(inline, block) + written + (paragraph(inline, "Table Note", inline.words(block.note)) if block.note else NOTHING)


def needs_gap(block: Table) -> bool:
    """Whether a paragraph has to follow: Word makes one table of two that have none between them."""
    return block.note is None


@frozen
class _Rows:
    inline: Inline
    widths: tuple[int, ...]
    insets: Mapping[tuple[int, int], int]
    head_look: HeadLook
    size: str

    def head(self, block: Table) -> Markup:
        rows = list(slots(block.head))
        # The head stays with the first row of the body.
        return joined(self._row(row, None, last=position == len(rows) - 1, kept=True) for position, row in enumerate(rows))

    def body(self, block: Table) -> Markup:
        rows = list(slots(block.body))
        text = sum(len(plain(cell.words)) for row in block.body for cell in row)
        whole = len(rows) <= _KEPT_WHOLE and text <= _KEPT_CHARACTERS
        together = set(range(len(rows) - 1)) if whole else _before_the_last(block.body)
        return joined(self._row(row, position, last=False, kept=position in together) for position, row in enumerate(rows))

    def _row(self, row: Sequence[_Slot], position: int | None, *, last: bool, kept: bool) -> Markup:
        """``position`` is the row's among those of the body, None in the head."""
        properties = w("trPr", w("cantSplit"), w("tblHeader") if position is None else NOTHING)
        return w("tr", properties, *(self._cell(slot, position, last=last, kept=kept) for slot in row))

    def _cell(self, slot: _Slot, position: int | None, *, last: bool, kept: bool) -> Markup:
        cell = slot.cell
        head = position is None
        merged = ("restart" if slot.first else "continue") if cell.rows > 1 else None
        width = sum(self.widths[slot.column : slot.column + cell.columns])
        properties = _cell_properties(width, cell.columns, merged, self.head_look if head else None, last)
        style = self.inline.styles.id(f"Table {'Head' if head else 'Text'}{self.size}")
        lines = cell.words if slot.first else ()
        inset = 0 if position is None else self.insets.get((position, slot.column), 0)
        looks = _looks(style, kept, inset, cell.align)
        paragraphs = [w("p", looks, self.inline.line(_shown(line, cell, head))) for line in lines]
        return w("tc", properties, *(paragraphs or [w("p", looks)]))


@lru_cache(maxsize=1024)  # a table has hundreds of cells, and few kinds of them
def _cell_properties(width: int, columns: int, merged: str | None, head: HeadLook | None, last: bool) -> Markup:
    """``head`` is the look of a cell of the head, None in the body; ``last`` is said of the head's last row."""
    return w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=columns) if columns > 1 else NOTHING,
        w("vMerge", val=merged) if merged else NOTHING,
        head.last_rule if head and last else NOTHING,
        head.shading if head else NOTHING,
        w("vAlign", val="center") if head else NOTHING,
    )


@lru_cache(maxsize=1024)
def _looks(style: str, kept: bool, inset: int, align: Align) -> Markup:
    """Of the paragraphs in a cell."""
    looks = (w("keepNext") if kept else NOTHING, w("ind", right=inset) if inset else NOTHING, w("jc", val=align))
    return w("pPr", w("pStyle", val=style), *looks)


def _before_the_last(rows: Sequence[Row]) -> set[int]:
    """The rows that a merged cell of few rows joins with the row after them."""
    joined_rows: set[int] = set()
    for position, _, cell in placed(rows):
        if cell.rows <= _KEPT_WHOLE:
            joined_rows |= set(range(position, position + cell.rows - 1))
    return joined_rows


def slots(rows: Sequence[Row]) -> Iterator[list[_Slot]]:
    """The places of each row from left to right."""
    filled: list[list[_Slot]] = [[] for _ in rows]
    for position, column, cell in placed(rows):
        for down in range(min(cell.rows, len(rows) - position)):
            filled[position + down].append(_Slot(cell, column, first=down == 0))
    for row in filled:
        yield sorted(row, key=lambda slot: slot.column)


def _shown(line: Line, cell: Cell, head: bool) -> Line:
    return strengthened(line) if cell.strong and not head else line
