"""Pages, and which blocks of a document stand on turned ones, because a table is too wide for an upright page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ghgplan.document.blocks import Block, Heading, Table
from ghgplan.emit.word.column_widths import fits
from ghgplan.values import frozen


@frozen
class Pages:
    """The page of the template's last section; ``upright`` and ``turned`` are the ends of such sections."""

    text_width: int
    """Between the margins, in twentieths of a point."""
    upright: Markup
    turned: Markup
    turned_text_width: int | None = None
    """The same on a turned page; None where the template's pages are not to be turned."""
    height: int = 16_838
    """Of the whole upright page, in twentieths of a point."""

    @property
    def tallest_picture(self) -> int:
        """How tall a picture may be, so that its caption and a paragraph stand on its page too."""
        return self.height * 2 // 3


def on_turned_pages(blocks: Sequence[Block], pages: Pages) -> list[bool]:
    """For each block, whether it stands on a turned page: tables that read badly on an upright one, and the headings right above them.

    The last block never does: after it would come an upright page without anything on it.
    """
    turned = [False] * len(blocks)
    if pages.turned_text_width is None:
        return turned
    for position in range(len(blocks) - 2, -1, -1):
        block = blocks[position]
        if isinstance(block, Table):
            turned[position] = not fits(block, pages.text_width, pages.turned_text_width)
        elif isinstance(block, Heading):
            turned[position] = turned[position + 1]
    return turned
