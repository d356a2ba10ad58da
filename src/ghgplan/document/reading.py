"""What someone who reads a document finds in it, line by line: to hold a written file against it.

Blanks are left out, since writers break and align lines as they like; what is left of a
line must stand in the file as it stands here, and in this order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from ghgplan.document.blocks import Block, BulletList, Figure, Heading, Note, Paragraph, Row, Table, Words, plain

_MARKS = "\u00ad\u200b\u2060"
_BLANK = re.compile(f"[\\s{_MARKS}]+")
"""Blanks, and the marks that only say where a line may break."""


def lines(text: str) -> list[str]:
    """The lines of ``text`` that are not empty, without blanks."""
    return [line for line in (_BLANK.sub("", part) for part in re.split(r"\r\n?|\n", text)) if line]


def flat(texts: Iterable[str]) -> str:
    """The lines of all texts, each between line feeds."""
    whole = "\n".join(texts).replace("\r", "\n")
    for mark in _MARKS:
        whole = whole.replace(mark, "")
    kept = [line for line in ("".join(part.split()) for part in whole.split("\n")) if line]
    return "\n".join(["", *kept, ""]) if kept else "\n"


def block_texts(block: Block, between: str) -> Iterator[str]:
    """The texts of a block, as one file shows them; ``between`` is what it puts between the languages of a heading.

    A text is what stands together: all cells of a table are one, its caption another.
    """
    match block:
        case Heading():
            yield between.join(line.text.strip() for line in block.words)
        case Paragraph() | Note():
            yield from _of_words(block.words)
        case BulletList():
            for item in block.items:
                yield from _of_words(item.words)
        case Table():
            yield from _caption(block)
            yield "\n".join(_cells((*block.head, *block.body)))
            yield from _of_words(block.note or ())
        case Figure():
            yield _one_line(plain(block.alternative, " / "))
            yield from _caption(block)


def block_words(block: Block) -> Iterator[Words]:
    """The words of a block, each by itself."""
    match block:
        case Heading() | Paragraph() | Note():
            yield block.words
        case BulletList():
            yield from (item.words for item in block.items)
        case Table():
            yield from (block.label, block.caption, block.note or ())
            yield from (cell.words for row in (*block.head, *block.body) for cell in row)
        case Figure():
            yield from (block.label, block.caption, block.alternative)


def missing(blocks: Iterable[Block], read: str, between: str = "") -> Iterator[str]:
    """The texts of ``blocks`` that ``read``, the ``flat`` text of a file's body, does not hold in their order."""
    place = 0
    for block in blocks:
        # What Word counts may stand before a heading, or not: its line has to end with its words.
        start = "" if isinstance(block, Heading) else "\n"
        for text in block_texts(block, between):
            wanted = flat([text])
            found = read.find(start + wanted[1:], place) if wanted.strip() else place
            if found < 0:
                yield text
            elif wanted.strip():
                # The line feed at the end is the next text's beginning too.
                place = found + len(start + wanted[1:]) - 1


def _caption(block: Table | Figure) -> Iterator[str]:
    for label, line in zip_longest(block.label, block.caption):
        yield (label.text if label else "") + (line.text if line else "")


def _of_words(words: Words) -> Iterator[str]:
    return (line.text for line in words)


def _cells(rows: Iterable[Row]) -> Iterator[str]:
    return (line.text for row in rows for cell in row for line in cell.words)


def _one_line(text: str) -> str:
    return " ".join(text.split())
