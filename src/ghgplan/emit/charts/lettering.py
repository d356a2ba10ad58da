"""Setting labels: the languages of a label under one another, each wrapped, or beside one another on one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ghgplan.document.charts import Label
from ghgplan.emit.charts.scene import ASCENT, DESCENT, MILLIMETRES_PER_POINT, Measure, Text
from ghgplan.emit.charts.style import BODY_SIZE, INK, LINE_PITCH, QUIET, SMALL_SIZE
from ghgplan.emit.charts.wrapping import widest_piece, wrap_evenly
from ghgplan.values import frozen


@frozen
class TextLine:
    """A line's words, type size in points, and colour."""

    text: str
    size: float
    colour: str


@frozen
class TextBlock:
    """Lines under one another; ``width`` and ``height`` in millimetres."""

    lines: tuple[TextLine, ...]
    width: float
    height: float

    def placed(self, x: float, top: float, align: Literal["left", "center", "right"] = "left") -> Iterator[Text]:
        """The lines with their uppermost edge at ``top``, aligned at ``x``."""
        for line in self.lines:
            em = line.size * MILLIMETRES_PER_POINT
            lead = (LINE_PITCH - ASCENT - DESCENT) * em / 2
            yield Text((x, top + lead + ASCENT * em), line.text, line.size, line.colour, align)
            top += LINE_PITCH * em


def block(lines: list[TextLine], measure: Measure) -> TextBlock:
    """``lines`` as they are, under one another."""
    width = max((measure(line.text, line.size) for line in lines), default=0.0)
    return TextBlock(tuple(lines), width, sum(line.size * LINE_PITCH * MILLIMETRES_PER_POINT for line in lines))


def _looks(label: Label, size: float, colour: str) -> Iterator[TextLine]:
    """The first language leads, the second stands back."""
    for position, text in enumerate(label):
        smaller = size * SMALL_SIZE / BODY_SIZE
        yield TextLine(" ".join(text.split()), smaller if position else size, QUIET if position else colour)


def stacked(label: Label, width: float, measure: Measure, size: float = BODY_SIZE, colour: str = INK) -> TextBlock:
    """Each language wrapped to ``width`` millimetres, one under the other."""
    lines = [
        TextLine(piece, line.size, line.colour)
        for line in _looks(label, size, colour)
        for piece in wrap_evenly(line.text, width, line.size, measure)
    ]
    return block(lines, measure)


def least_width(label: Label, measure: Measure, size: float = BODY_SIZE) -> float:
    """The least width, in millimetres, at which ``stacked`` cuts no word."""
    return max((widest_piece(line.text, line.size, measure) for line in _looks(label, size, INK)), default=0.0)


def joined(label: Label) -> str:
    """The languages beside one another."""
    return "  ".join(" ".join(text.split()) for text in label)
