"""A picture before it is painted: shapes and texts in millimetres from the upper left corner, y running down.

Layouts make scenes and nothing else, so that whether two labels collide can be seen without drawing them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from ghgplan.values import frozen

MILLIMETRES_PER_POINT = 25.4 / 72

Measure: TypeAlias = Callable[[str, float], float]
"""Width in millimetres of a text at a type size in points."""

Spot: TypeAlias = tuple[float, float]

# How far a line of text reaches above and under its baseline, as a fraction of the type size.
ASCENT = 0.88
DESCENT = 0.24


@frozen
class Rectangle:
    """An upright rectangle, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> Spot:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, margin: float) -> Rectangle:
        return Rectangle(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def overlaps(self, other: Rectangle) -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: Rectangle) -> bool:
        return self.left <= other.left and other.right <= self.right and self.top <= other.top and other.bottom <= self.bottom

    def crossed_by(self, start: Spot, end: Spot) -> bool:
        """Whether the straight line from ``start`` to ``end`` touches the rectangle (Liang and Barsky's clipping)."""
        (x, y), (end_x, end_y) = start, end
        # Most lines lie wholly to one side, which costs less to see.
        if (x < self.left and end_x < self.left) or (x > self.right and end_x > self.right):
            return False
        if (y < self.top and end_y < self.top) or (y > self.bottom and end_y > self.bottom):
            return False
        across, down = end_x - x, end_y - y
        enter, leave = 0.0, 1.0
        for step, room in (
            (-across, start[0] - self.left),
            (across, self.right - start[0]),
            (-down, start[1] - self.top),
            (down, self.bottom - start[1]),
        ):
            if step == 0:
                if room < 0:
                    return False
            elif step < 0:
                enter = max(enter, room / step)
            else:
                leave = min(leave, room / step)
        return enter <= leave


@frozen
class Stroke:
    """A line through ``points``; ``width`` and ``dashes`` in points."""

    points: tuple[Spot, ...]
    colour: str
    width: float
    dashes: tuple[float, ...] = ()


@frozen
class Area:
    """A filled polygon; ``edge`` is its outline's colour, ``edge_width`` in points."""

    points: tuple[Spot, ...]
    fill: str
    edge: str | None = None
    edge_width: float = 0.0
    hatch: str = ""


@frozen
class Mark:
    """A point's mark: a matplotlib marker letter, ``size`` and ``edge_width`` in points."""

    at: Spot
    shape: str
    size: float
    fill: str
    edge: str
    edge_width: float


@frozen
class Text:
    """One line of text; ``at`` is where its baseline begins, has its middle, or ends."""

    at: Spot
    text: str
    size: float
    colour: str
    align: Literal["left", "center", "right"] = "left"

    def extent(self, measure: Measure) -> Rectangle:
        """The rectangle that the line keeps clear for itself."""
        width, em = measure(self.text, self.size), self.size * MILLIMETRES_PER_POINT
        left = self.at[0] - {"left": 0.0, "center": width / 2, "right": width}[self.align]
        return Rectangle(left, self.at[1] - ASCENT * em, left + width, self.at[1] + DESCENT * em)


Item: TypeAlias = Stroke | Area | Mark | Text


@frozen
class Scene:
    """What is painted, first things undermost. The width is always ``style.WIDTH``."""

    height: float
    items: tuple[Item, ...]


def box(room: Rectangle, fill: str, edge: str | None = None, edge_width: float = 0.0, hatch: str = "") -> Area:
    """A rectangle as an area."""
    corners = ((room.left, room.top), (room.right, room.top), (room.right, room.bottom), (room.left, room.bottom))
    return Area(corners, fill, edge, edge_width, hatch)
