"""Paragraphs in the template's styles: headings, prose, small print."""

from __future__ import annotations

from markupsafe import Markup

from ghgplan.document.blocks import Heading, Line, Note, Paragraph, Words
from ghgplan.emit.word.inline import SECOND_LANGUAGE, Inline
from ghgplan.emit.word.xml import NOTHING, joined, w

_LEVELS = 9

GAP = "Table Gap"
"""A paragraph of no text, which keeps a table or figure apart from what follows."""


def paragraph(inline: Inline, style: str, content: Markup = NOTHING, *properties: Markup) -> Markup:
    """A paragraph in the style of that name; further properties in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=inline.styles.id(style)), *properties), content)


def heading_style(heading: Heading) -> str:
    """The name of the heading's style; Word has nine levels."""
    return f"Heading {min(heading.level, _LEVELS)}"


def heading_paragraph(inline: Inline, heading: Heading, numbered: bool) -> Markup:
    """A heading with its bookmark. Word counts the number where the style is ``numbered``; elsewhere it is written out."""
    counted = numbered and heading.counted
    number = inline.text(f"{heading.number}\t") if heading.number and not counted else NOTHING
    content = number + heading_text(inline, heading.words)
    # What is not counted must not take a number from the style either, nor stand where numbers would leave it.
    looks = () if counted or not numbered else (w("numPr", w("ilvl", val=0), w("numId", val=0)), w("ind", left=0, firstLine=0))
    return paragraph(inline, heading_style(heading), inline.bookmarks.around(inline.bookmarks.name(heading.name) or "", content), *looks)


def heading_text(inline: Inline, words: Words) -> Markup:
    """The heading's words in one line, the second language lighter."""
    lines = [inline.line(line, None if position == 0 else SECOND_LANGUAGE) for position, line in enumerate(words)]
    return inline.text("\u2002").join(lines)


def prose_style(line: Line, side_by_side: bool) -> str:
    """Chinese prose has its first line indented, but not in a narrow column."""
    return "Body Text First Indent" if line.language == "zh" and not side_by_side else "Body Text"


def prose(inline: Inline, block: Paragraph | Note) -> Markup:
    """A paragraph for each language."""
    style = "Note" if isinstance(block, Note) else None
    return joined(paragraph(inline, style or prose_style(line, side_by_side=False), inline.line(line)) for line in block.words)
