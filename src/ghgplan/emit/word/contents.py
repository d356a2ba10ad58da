"""The table of contents: a field that already holds its entries, so that Word has nothing to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from ghgplan.document.blocks import Heading
from ghgplan.emit.word.fields import field, field_begin, field_end
from ghgplan.emit.word.inline import Inline
from ghgplan.emit.word.paragraphs import heading_text, paragraph
from ghgplan.emit.word.xml import NOTHING, w

DEEPEST = 3
"""The deepest level of headings that is listed."""

_INSTRUCTION = rf'TOC \h \z \o "1-{DEEPEST}"'
# Without page numbers: only who lays the pages out knows them, and a wrong number is worse than none.
_WITHOUT_PAGES = rf'TOC \n \h \z \o "1-{DEEPEST}"'


def contents(inline: Inline, headings: Iterable[Heading], pages: Mapping[str, int], width: int) -> list[Markup]:
    """A paragraph for each heading, a link to it, and one that ends the field. Empty where there is no heading.

    ``pages`` holds the page of each heading by its name, or nothing; ``width`` is that of the text, in twentieths of a point.
    """
    listed = [heading for heading in headings if heading.level <= DEEPEST]
    entries: list[Markup] = []
    for heading in listed:
        begin = NOTHING if entries else field_begin(_INSTRUCTION if pages else _WITHOUT_PAGES)
        number = inline.text(f"{heading.number}\t") if heading.number else NOTHING
        place = inline.bookmarks.name(heading.name) or ""
        text = number + heading_text(inline, heading.words) + _page(inline, place, pages.get(heading.name))
        link = w("hyperlink", text, anchor=place, history=1)
        tabs = (w("tabs", w("tab", val="right", leader="dot", pos=width)),) if pages else ()
        entries.append(paragraph(inline, f"toc {heading.level}", begin + link, *tabs))
    return [*entries, paragraph(inline, "Table Gap", field_end())] if entries else []


def _page(inline: Inline, place: str, page: int | None) -> Markup:
    if page is None:
        return NOTHING
    return inline.text("\t") + field(rf"PAGEREF {place} \h", inline.text(str(page)))
