"""The shipped font: which characters it has, how wide a text runs in it, and how it looks."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from importlib.resources import as_file, files
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias

import numpy as np
from matplotlib.ft2font import FT2Font, LoadFlags
from numpy.typing import NDArray

from ghgplan.emit.charts.scene import MILLIMETRES_PER_POINT

FONT_FILE = "GhgplanSansSC-Regular.otf"

Outline: TypeAlias = tuple[NDArray[np.float64], NDArray[np.int8]]
"""Corners as fractions of the type size from where the text begins on its baseline, y running up; matplotlib's path codes."""

_resources = ExitStack()


@cache
def font_path() -> Path:
    """Where the font lies; unpacked for the life of the process where the package is a zip file."""
    return _resources.enter_context(as_file(files("ghgplan.emit") / "fonts" / FONT_FILE))


@cache
def _face() -> FT2Font:
    face = FT2Font(str(font_path()))
    face.set_size(1000, 72)
    return face


@cache
def characters() -> frozenset[str]:
    """Every character that the font can draw."""
    return frozenset(map(chr, _face().get_charmap()))


@cache
def _advance(character: str) -> float:
    """Width of a character as a fraction of the type size."""
    return _face().load_char(ord(character), LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 1000


def text_width(text: str, size: float) -> float:
    """Width in millimetres of ``text`` set at ``size`` points. Exact, as the font kerns nothing."""
    return sum(map(_advance, text)) * size * MILLIMETRES_PER_POINT


@cache
def _glyph(character: str) -> Outline:
    """The character's outline, before any hinting, which would move it for one size."""
    face = _face()
    if not face.get_char_index(ord(character)):
        raise LookupError(f"The font has no glyph for {character!r}.")
    face.load_char(ord(character), LoadFlags.NO_HINTING)
    corners, codes = face.get_path()
    return corners / 1000, codes


def text_outline(text: str) -> Outline:
    """The outlines of all characters of ``text``, beside one another. A character that the font lacks raises LookupError."""
    if not text:
        return np.empty((0, 2)), np.empty(0, np.int8)
    glyphs = [_glyph(character) for character in text]
    starts = [0.0, *accumulate(map(_advance, text))][: len(text)]
    corners = np.concatenate([corners for corners, _ in glyphs])
    corners[:, 0] += np.repeat(starts, [len(codes) for _, codes in glyphs])
    return corners, np.concatenate([codes for _, codes in glyphs])
