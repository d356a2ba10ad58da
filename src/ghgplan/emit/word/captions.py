"""Captions, whose numbers Word counts."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Literal

from markupsafe import Markup

from ghgplan.document.blocks import Figure, Line, Table
from ghgplan.emit.word.fields import field, sequence_identifier
from ghgplan.emit.word.inline import LINE_BREAK, Inline
from ghgplan.emit.word.paragraphs import paragraph
from ghgplan.emit.word.xml import NOTHING, w

_LABEL = re.compile(r"(?P<before>.*?)(?P<number>\d+)(?P<after>\D*)", re.DOTALL)


def caption(inline: Inline, block: Table | Figure) -> Markup:
    """The caption, each language on a line of its own. A table's stands above it and stays with it."""
    kind = "Table" if isinstance(block, Table) else "Figure"
    lines: list[Markup] = []
    identifier = _identifier(block, kind)
    for label, line in zip_longest(block.label, block.caption):
        parts = (_label(inline, block, label, identifier, again=bool(lines)) if label else NOTHING, inline.line(line) if line else NOTHING)
        lines.append(inline.text("\u2002").join(part for part in parts if part))
    properties = (w("keepNext"),) if kind == "Table" else ()
    return paragraph(inline, "Caption", LINE_BREAK.join(lines), *properties)


def _identifier(block: Table | Figure, kind: Literal["Table", "Figure"]) -> str:
    found = _LABEL.fullmatch(block.label[0].text) if block.label else None
    return sequence_identifier(found["before"].strip(), kind) if found else kind


def _label(inline: Inline, block: Table | Figure, label: Line, identifier: str, *, again: bool) -> Markup:
    r"""The label in its bookmark. The second language's number is the first's, repeated (``\c``), not the next one."""
    found = _LABEL.fullmatch(label.text)
    if found is None:
        content = inline.line(label)
    else:
        instruction = rf"SEQ {identifier} \c" if again else rf"SEQ {identifier} \* ARABIC"
        number = field(instruction, inline.text(found["number"], label.language))
        content = inline.text(found["before"], label.language) + number + inline.text(found["after"], label.language)
    bookmark = inline.bookmarks.label(block.name, label.language)
    return inline.bookmarks.around(bookmark[0], content) if bookmark else content
