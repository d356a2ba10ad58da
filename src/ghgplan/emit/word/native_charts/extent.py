"""How much room a text takes, guessed without its font: Word sets it in whatever font the reader has."""

from __future__ import annotations

from math import ceil
from unicodedata import east_asian_width

from ghgplan.document.charts import Label
from ghgplan.emit.charts.scene import MILLIMETRES_PER_POINT
from ghgplan.emit.charts.style import BODY_SIZE, LINE_PITCH, SMALL_SIZE

_WIDE, _NARROW = 1.0, 0.56

LINE = BODY_SIZE * LINE_PITCH * MILLIMETRES_PER_POINT
"""The height of a line of type, in millimetres."""

SMALL_LINE = SMALL_SIZE * LINE_PITCH * MILLIMETRES_PER_POINT


def width(text: str, size: float = BODY_SIZE) -> float:
    """About how wide a text is, in millimetres, at a type size in points."""
    ems = sum(_WIDE if east_asian_width(character) in "WF" else _NARROW for character in text)
    return ems * size * MILLIMETRES_PER_POINT


def lines(label: Label, room: float) -> int:
    """About how many lines a label takes in ``room`` millimetres, its languages under one another."""
    # Words do not fill their lines.
    return sum(max(1, ceil(1.15 * width(text) / room)) if width(text) > room else 1 for text in label)


def widest(label: Label) -> float:
    """About how wide a label is, its languages under one another."""
    return max((width(text) for text in label), default=0.0)


def on_several_lines(label: Label) -> str:
    """The languages under one another."""
    return "\n".join(" ".join(text.split()) for text in label)


def on_one_line(label: Label) -> str:
    """The languages beside one another."""
    return " ".join(" ".join(text.split()) for text in label)
