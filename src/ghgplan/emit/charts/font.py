"""The shipped font: which characters it has, and how wide a text runs in it."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from matplotlib.ft2font import FT2Font, LoadFlags

from ghgplan.emit.charts.scene import MILLIMETRES_PER_POINT

FONT_FILE = "GhgplanSansSC-Regular.otf"

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
