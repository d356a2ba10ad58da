"""The document's blocks as WordprocessingML, in the order of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from ghgplan.document.blocks import Block, BulletList, Document, Edition, Figure, Heading, Note, Paragraph, Table
from ghgplan.emit.word.figures import Images, figure
from ghgplan.emit.word.inline import Inline
from ghgplan.emit.word.lists import Numbering, bullet_list
from ghgplan.emit.word.pages import Pages, on_turned_pages
from ghgplan.emit.word.paragraphs import GAP, heading_paragraph, heading_style, paragraph, prose
from ghgplan.emit.word.side_by_side import columns, is_prose
from ghgplan.emit.word.tables import HeadLook, needs_gap, table
from ghgplan.emit.word.xml import NOTHING, w
from ghgplan.values import frozen


@frozen
class Layout:
    """What the body has to know of its template."""

    pages: Pages
    head_look: HeadLook
    numbered: Callable[[str], bool]
    """Whether Word numbers the paragraphs of the style of that name."""


@frozen
class BodyWriter:
    """Writes blocks into one document."""

    inline: Inline
    numbering: Numbering
    images: Images
    layout: Layout
    pictures: Mapping[str, bytes]
    native_charts: bool = False

    def blocks(self, document: Document) -> Iterator[Markup]:
        """Each block; prose in two languages as one table for each stretch of it; and the turns of the pages between."""
        pages = self.layout.pages
        side_by_side = document.edition is Edition.SIDE_BY_SIDE
        flags = on_turned_pages(document.blocks, pages)
        started = False
        for turned, group in groupby(zip(flags, document.blocks, strict=True), key=lambda pair: pair[0]):
            stretch = [block for _, block in group]
            if turned and started:
                yield self._section_end(pages.upright)
            width = (turned and pages.turned_text_width) or pages.text_width
            for block, written in self._stretch(stretch, width, side_by_side):
                yield written
                # On a turned page the end of the section follows, which is a paragraph too.
                if isinstance(block, Table) and needs_gap(block) and not (turned and block is stretch[-1]):
                    yield paragraph(self.inline, GAP)
            if turned:
                yield self._section_end(pages.turned)
            started = True
        if side_by_side and document.blocks and is_prose(document.blocks[-1]):
            # A document must not end in a table.
            yield paragraph(self.inline, GAP)

    def _section_end(self, section: Markup) -> Markup:
        # As low as can be: on a full page it must not be what begins the next.
        return paragraph(self.inline, GAP, NOTHING, w("spacing", before=0, after=0, line=20, lineRule="exact"), section)

    def _stretch(self, blocks: Sequence[Block], width: int, side_by_side: bool) -> Iterator[tuple[Block | None, Markup]]:
        """What is written for each block; prose side by side is no block's alone."""
        for together, group in groupby(blocks, key=lambda block: side_by_side and is_prose(block)):
            if together:
                stretch = [block for block in group if isinstance(block, (Paragraph, Note, BulletList))]
                yield None, columns(self.inline, self.numbering, stretch, width)
            else:
                yield from ((block, self._block(block, width)) for block in group)

    def _block(self, block: Block, width: int) -> Markup:
        match block:
            case Heading():
                return heading_paragraph(self.inline, block, self.layout.numbered(heading_style(block)))
            case Paragraph() | Note():
                return prose(self.inline, block)
            case BulletList():
                return bullet_list(self.inline, self.numbering, block)
            case Table():
                return table(self.inline, block, self.layout.head_look, width)
            case Figure():
                content, tallest = self.pictures[block.file], self.layout.pages.tallest_picture
                return figure(self.inline, self.images, block, content, width, tallest, native=self.native_charts)
