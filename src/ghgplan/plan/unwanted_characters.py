"""Characters that no document can hold: each is reported at its place and left out for reading on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ghgplan.diagnostics import Diagnostic, Span
from ghgplan.plan.edited_text import Edit, EditedText

# Control characters, bidirectional overrides, line separators and stray byte order marks: docxtpl
# drops or reinterprets them in silence, and an override can spoof a number. U+FFFD stands where an
# earlier conversion lost a character. Tab and line ends are left to YAML.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff\ud800-\udfff]"
)
_NAMELESS = {0xFEFF: "BYTE ORDER MARK", 0xFFFE: "NONCHARACTER", 0xFFFF: "NONCHARACTER"}


def leave_out(text: EditedText, file: str) -> Iterator[Diagnostic]:
    """Take the unwanted characters out of ``text``, with a finding for each."""
    for number, line in enumerate(text.original):
        # From the right, so that the places of those before stay what they are.
        for match in reversed(tuple(_UNWANTED.finditer(line))):
            text.apply(number, Edit(match.start(), match.end(), ""))
            yield unwanted(match.group(), Span(file, number + 1, match.start() + 1))


def without_unwanted(text: str) -> tuple[str, str | None]:
    """``text`` without them, and the first one that was in it: written as an escape, it comes out of the parser."""
    first = _UNWANTED.search(text)
    return (_UNWANTED.sub("", text), first.group()) if first else (text, None)


def unwanted(character: str, place: Span) -> Diagnostic:
    """The finding on one such character."""
    code = ord(character)
    control = "SURROGATE" if 0xD800 <= code <= 0xDFFF else "CONTROL CHARACTER"
    arguments = {"codepoint": f"U+{code:04X}", "name": _NAMELESS.get(code) or unicodedata.name(character, control)}
    return Diagnostic("GP-Y04", place, arguments=arguments)
