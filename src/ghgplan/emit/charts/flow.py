"""Laying out a flow: steps in boxes, rows read from left to right, arrows between."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from ghgplan.document.charts import FlowDiagram
from ghgplan.emit.charts.lettering import TextBlock, least_width, stacked
from ghgplan.emit.charts.scene import Area, Item, Measure, Rectangle, Scene, Spot, Stroke, box
from ghgplan.emit.charts.style import BOX_EDGE, BOX_FILL, WIDTH

MOST_IN_A_ROW = 5
WIDEST_BOX = 36.0
ACROSS = 8.0
DOWN = 9.0
PADDING = 2.0
MARGIN = 0.5


def lay_out_flow(chart: FlowDiagram, measure: Measure) -> Scene:
    """The scene of ``chart``: rows of about the same number of steps."""
    count = len(chart.steps)
    least = max((least_width(step, measure) for step in chart.steps), default=0.0)
    fitting = next((columns for columns in range(min(MOST_IN_A_ROW, count), 1, -1) if _inner_width(columns) >= least), 1)
    rows = ceil(count / fitting)
    columns = ceil(count / max(rows, 1))
    width = min(WIDEST_BOX, _inner_width(columns) + 2 * PADDING)
    width = max(width, min(least + 2 * PADDING, WIDTH - 2 * MARGIN))
    blocks = [stacked(step, width - 2 * PADDING, measure) for step in chart.steps]
    height = max((one.height for one in blocks), default=0.0) + 2 * PADDING
    left = (WIDTH - columns * width - (columns - 1) * ACROSS) / 2

    rooms: list[Rectangle] = []
    for position in range(count):
        row, column = divmod(position, columns)
        x, y = left + column * (width + ACROSS), MARGIN + row * (height + DOWN)
        rooms.append(Rectangle(x, y, x + width, y + height))
    items = [item for room, text in zip(rooms, blocks, strict=True) for item in boxed(room, text)]
    for start, end in pairwise(rooms):
        items.extend(_arrow(start, end))
    return Scene(max((room.bottom for room in rooms), default=height) + MARGIN, tuple(items))


def boxed(room: Rectangle, text: TextBlock, fill: str = BOX_FILL) -> Iterator[Item]:
    """A box with its text in the middle."""
    yield box(room, fill, BOX_EDGE, 0.8)
    x, y = room.centre
    yield from text.placed(x, y - text.height / 2, "center")


def _inner_width(columns: int) -> float:
    return (WIDTH - 2 * MARGIN - (columns - 1) * ACROSS) / columns - 2 * PADDING


def _arrow(start: Rectangle, end: Rectangle) -> Iterator[Item]:
    """Straight across within a row; else down, back to the left, and down into the next row's first box."""
    if start.top == end.top:
        tip = (end.left - 0.4, end.centre[1])
        yield Stroke(((start.right, start.centre[1]), (tip[0] - 1.0, tip[1])), BOX_EDGE, 1.0)
        yield _head(tip, (1.0, 0.0))
        return
    middle = (start.bottom + end.top) / 2 - 0.8
    tip = (end.centre[0], end.top - 0.4)
    path: tuple[Spot, ...] = ((start.centre[0], start.bottom), (start.centre[0], middle), (tip[0], middle), (tip[0], tip[1] - 1.0))
    yield Stroke(path, BOX_EDGE, 1.0)
    yield _head(tip, (0.0, 1.0))


def _head(tip: Spot, direction: Spot) -> Area:
    (x, y), (across, down) = tip, direction
    back_x, back_y = x - 2.4 * across, y - 2.4 * down
    return Area(((x, y), (back_x + 1.1 * down, back_y + 1.1 * across), (back_x - 1.1 * down, back_y - 1.1 * across)), BOX_EDGE)
