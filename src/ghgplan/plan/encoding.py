"""The bytes of a plan file -> its text, and what to say where they are no text.

No encoding is ever guessed: short Chinese text in GB18030 is too easily taken for
something else, and a wrong guess would print wrong figures.
"""

from __future__ import annotations

from ghgplan.diagnostics import Diagnostic, Outcome, Span

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes. A plan is some tens of kilobytes; a megabyte already takes seconds to parse."""

_UTF_32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OFFICE_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def decode(content: bytes, file: str) -> Outcome[str]:
    """The text of a UTF-8 file, or of a UTF-16 one with its mark; all line ends become ``\\n``."""
    start = Span(file, 1, 1)
    if len(content) > LARGEST_FILE:
        return Outcome(None, (Diagnostic("GP-Y01", start, arguments={"limit": str(LARGEST_FILE // 1024 // 1024)}),))
    if content.startswith(_OFFICE_FILES):
        return Outcome(None, (Diagnostic("GP-Y02", start),))
    if content.startswith(_UTF_32):
        return _not_utf8(start, content[0], "UTF-32")
    if content.startswith(_UTF_16):
        try:
            return Outcome(_line_ends(content.decode("utf-16")))
        except UnicodeDecodeError:
            return _not_utf8(start, content[0], "UTF-16")
    if b"\x00" in content[:64]:
        return _not_utf8(start, 0, "UTF-16")
    try:
        return Outcome(_line_ends(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        # Python counts the position from behind a byte order mark.
        bytes_read: bytes = error.object
        lines = _line_ends(bytes_read[: error.start].decode("utf-8")).split("\n")
        place = Span(file, len(lines), len(lines[-1]) + 1)
        return _not_utf8(place, bytes_read[error.start], _likely_encoding(content))


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(place: Span, byte: int, encoding: str) -> Outcome[str]:
    return Outcome(None, (Diagnostic("GP-Y03", place, arguments={"byte": f"{byte:02X}", "encoding": encoding}),))


def _likely_encoding(content: bytes) -> str:
    """A name to show, never one to decode with."""
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GB18030 (GBK)"
