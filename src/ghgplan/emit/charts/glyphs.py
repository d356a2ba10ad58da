"""Which characters the charts' font has, without opening it.

Looking for findings asks this of every chart and draws none; the font itself is matplotlib's to open, which takes a quarter of a
second to load. So the ranges are kept beside the font, written by ``tools/generate_docs.py``; a test holds them against it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from ghgplan.package_files import package_text


@cache
def _ranges() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The first and the last code points of the ranges, in rising order."""
    lines = package_text("emit/fonts/characters.txt").split()
    pairs = [line.split("-") for line in lines]
    return tuple(int(first, 16) for first, _ in pairs), tuple(int(last, 16) for _, last in pairs)


def has_glyph(character: str) -> bool:
    """Whether the font can draw the character."""
    first, last = _ranges()
    position = bisect_right(first, ord(character)) - 1
    return position >= 0 and ord(character) <= last[position]


def missing_characters(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters that the font cannot draw, each once, in order of appearance. White space is never drawn."""
    written = dict.fromkeys(character for text in texts for character in text if not character.isspace())
    return tuple(character for character in written if not has_glyph(character))


def ranges_text(characters: Iterable[str]) -> str:
    """The characters as the file of ranges that is kept beside the font."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in ranges)
