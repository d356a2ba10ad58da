"""The table of contents: a field that already holds its entries, so that Word has nothing to ask."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ghgplan.document.blocks import Heading
from ghgplan.emit.word.fields import field_begin, field_end
from ghgplan.emit.word.inline import Inline
from ghgplan.emit.word.paragraphs import heading_text, paragraph
from ghgplan.emit.word.xml import NOTHING, w

DEEPEST = 3
"""The deepest level of headings that is listed."""

# No page numbers (\n): only Word knows them, and a wrong number is worse than none.
_INSTRUCTION = rf'TOC \n \h \z \o "1-{DEEPEST}"'


def contents(inline: Inline, headings: Iterable[Heading]) -> list[Markup]:
    """A paragraph for each heading, a link to it, and one that ends the field. Empty where there is no heading."""
    listed = [heading for heading in headings if heading.level <= DEEPEST]
    entries: list[Markup] = []
    for heading in listed:
        begin = NOTHING if entries else field_begin(_INSTRUCTION)
        number = inline.text(f"{heading.number}\t") if heading.number else NOTHING
        text = number + heading_text(inline, heading.words)
        link = w("hyperlink", text, anchor=inline.bookmarks.name(heading.name) or "", history=1)
        entries.append(paragraph(inline, f"toc {heading.level}", begin + link))
    return [*entries, paragraph(inline, "Table Gap", field_end())] if entries else []
