"""Word's fields, each with the result that Word would compute, so that none has to be refreshed."""

from __future__ import annotations

import re

from markupsafe import Markup

from ghgplan.emit.word.xml import NOTHING, element, escaped, w

_IDENTIFIER = re.compile(r"[^\W\d_]\w{0,39}")


def field(instruction: str, result: Markup, look: Markup = NOTHING) -> Markup:
    """A field in one paragraph; ``look`` is its runs' ``w:rPr``."""
    return field_begin(instruction, look) + result + field_end(look)


def field_begin(instruction: str, look: Markup = NOTHING) -> Markup:
    """A field up to its result, which may go on over several paragraphs."""
    code = element("w:instrText", {"xml:space": "preserve"}, escaped(f" {instruction} "))
    return w("r", look, w("fldChar", fldCharType="begin")) + w("r", look, code) + w("r", look, w("fldChar", fldCharType="separate"))


def field_end(look: Markup = NOTHING) -> Markup:
    """What ends a field that ``field_begin`` began."""
    return w("r", look, w("fldChar", fldCharType="end"))


def sequence_identifier(stem: str, otherwise: str) -> str:
    """What a sequence of numbers is called: the label's own word (``表``), where Word can take it."""
    return stem if _IDENTIFIER.fullmatch(stem) else otherwise
