"""Lists, counted by Word itself."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

from ghgplan.document.blocks import BulletList, Line, ListItem
from ghgplan.emit.word.inline import Inline
from ghgplan.emit.word.paragraphs import paragraph
from ghgplan.emit.word.xml import joined, w

DEEPEST = 2
"""The deepest level of a list, counted from 0."""


class Numbering(Protocol):
    """The template's list numbering."""

    def bullets(self) -> int:
        """The numbering of bullet lists."""
        ...

    def ordered(self) -> int:
        """A numbering of its own for a list that counts from 1."""
        ...


def list_numbering(numbering: Numbering, block: BulletList) -> int:
    """What counts the list's items; asked once for each list."""
    return numbering.ordered() if block.ordered else numbering.bullets()


def list_item(inline: Inline, block: BulletList, item: ListItem, line: Line, numbering: int) -> Markup:
    """One language of an item."""
    style = "List Number" if block.ordered else "List Bullet"
    place = w("numPr", w("ilvl", val=min(item.level, DEEPEST)), w("numId", val=numbering))
    return paragraph(inline, style, inline.line(line), place)


def bullet_list(inline: Inline, numbering: Numbering, block: BulletList) -> Markup:
    """The list's items, in a document of one language."""
    number = list_numbering(numbering, block)
    return joined(list_item(inline, block, item, line, number) for item in block.items for line in item.words)
