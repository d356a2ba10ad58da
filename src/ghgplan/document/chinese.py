"""Which characters are Chinese."""

from __future__ import annotations

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, for a class of a regular expression."""

_FIRST_AND_LAST = (
    *((0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF)),
    *((0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF)),
)


def is_chinese(character: str) -> bool:
    """Whether this is a Chinese character or full-width punctuation; they are written without blanks between."""
    return any(first <= ord(character) <= last for first, last in _FIRST_AND_LAST)
