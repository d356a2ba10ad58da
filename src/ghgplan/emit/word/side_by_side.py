"""Two languages in parallel: prose as a table of two columns, a row for each paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from markupsafe import Markup

from ghgplan.document.blocks import Block, BulletList, Line, Note, Paragraph, Words
from ghgplan.emit.word.inline import Inline
from ghgplan.emit.word.lists import Numbering, list_item, list_numbering
from ghgplan.emit.word.paragraphs import paragraph, prose_style
from ghgplan.emit.word.xml import NOTHING, joined, w

Prose: TypeAlias = Paragraph | Note | BulletList

_KEPT_WHOLE = 400
"""A row of no more characters in any column stays on one page; a longer one may break over two."""

_LEADING_SHARE = 0.44
"""The Chinese column's share of the width: Chinese says the same in less room."""


def is_prose(block: Block) -> bool:
    """Whether the block has a place in the two columns."""
    return isinstance(block, (Paragraph, Note, BulletList))


def columns(inline: Inline, numbering: Numbering, blocks: list[Prose], width: int) -> Markup:
    """The blocks in two columns; ``width`` in twentieths of a point. Only long rows may break over pages."""
    leading = round(width * _LEADING_SHARE)
    widths = (leading, width - leading)
    properties = w(
        "tblPr",
        w("tblStyle", val=inline.styles.id("ghgplan Columns")),
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
    )
    grid = w("tblGrid", *(w("gridCol", w=column) for column in widths))
    rows = [_row(cells, widths, whole=whole) for block in blocks for whole, cells in _rows(inline, numbering, block)]
    return w("tbl", properties, grid, joined(rows))


def _rows(inline: Inline, numbering: Numbering, block: Prose) -> Iterator[tuple[bool, list[Markup]]]:
    """The paragraphs of each row: two, or one for what reads the same in both languages; and whether it stays whole."""
    if isinstance(block, BulletList):
        # Each column counts for itself: one list through both would count every item twice.
        numbers = [list_numbering(numbering, block) for _ in range(max((len(item.words) for item in block.items), default=0))]
        for item in block.items:
            cells = [list_item(inline, block, item, line, number) for line, number in zip(item.words, numbers, strict=False)]
            yield _stays_whole(item.words), cells
    else:
        yield _stays_whole(block.words), [paragraph(inline, _style(block, line), inline.line(line)) for line in block.words]


def _style(block: Paragraph | Note, line: Line) -> str:
    return "Note" if isinstance(block, Note) else prose_style(line, side_by_side=True)


def _stays_whole(words: Words) -> bool:
    return all(len(line.text) <= _KEPT_WHOLE for line in words)


def _row(cells: list[Markup], widths: tuple[int, int], *, whole: bool) -> Markup:
    properties = w("trPr", w("cantSplit")) if whole else NOTHING
    if len(cells) == 1:
        return w("tr", properties, _cell(cells[0], sum(widths), w("gridSpan", val=2), outer=("left", "right")))
    left, right = cells
    return w("tr", properties, _cell(left, widths[0], outer=("left",)), _cell(right, widths[1], outer=("right",)))


def _cell(content: Markup, width: int, *properties: Markup, outer: tuple[str, ...]) -> Markup:
    """A cell without margins at its outer sides, so that prose stands flush with the headings."""
    margins = w("tcMar", *(w(side, w=0, type="dxa") for side in outer))
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *properties, margins), content)
