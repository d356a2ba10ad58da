"""Laying out a waterfall: one row for each step, from the first level by its changes down to the last.

Rows leave room for names in two languages and for any number of measures. Where the changes are small beside the
levels, the axis is cut, and so are the bars that begin at zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ghgplan.document.charts import WaterfallChart, WaterfallStep
from ghgplan.emit.charts.lettering import TextBlock, TextLine, block, joined, stacked
from ghgplan.emit.charts.scene import ASCENT, MILLIMETRES_PER_POINT, Item, Measure, Rectangle, Scene, Stroke, Text, box
from ghgplan.emit.charts.style import AXIS, BODY_SIZE, GRID, INK, PAPER, PART_LOOKS, QUIET, SMALL_SIZE, WIDTH, PartLook
from ghgplan.emit.charts.value_axis import ValueAxis, intensity_axis
from ghgplan.emit.charts.wrapping import wrap
from ghgplan.values import frozen

WIDEST_NAME = 58.0
ROW_PADDING = 1.4
LEAST_ROW = 8.0
BAR = 4.8
LEAST_BAR = 0.35
"""What is too small for the scale still leaves a line."""
NAME_GAP = 2.5
FIGURE_GAP = 1.2
CUT_GAP = 10.0
"""Width of the part of a cut axis that stands for all values left out."""

FLAT_SHARE = Decimal("0.5")
"""Below this share of the highest level, the changes are drawn on a cut axis."""

LEVEL, CHANGE, RISE = PART_LOOKS[0], PART_LOOKS[1], PART_LOOKS[6]
MISSING = PartLook("#DFA336", "////")
END = PartLook("#1F8A7D")


@frozen
class Row:
    """A step with where it begins and ends."""

    step: WaterfallStep
    name: TextBlock
    start: Decimal
    end: Decimal
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def is_level(self) -> bool:
        return self.step.kind in ("start", "end")


def look_of(step: WaterfallStep) -> PartLook:
    """How the bar of a step looks."""
    match step.kind:
        case "start":
            return LEVEL
        case "end":
            return END
        case "missing":
            return MISSING
        case _:
            return CHANGE if step.value >= 0 else RISE


@frozen
class Plot:
    """Where values stand from left to right."""

    left: float
    right: float
    axis: ValueAxis

    def x(self, value: Decimal) -> float:
        left = self.left + (CUT_GAP if self.axis.cut else 0.0)
        return left + (self.right - left) * self.axis.share(value)

    @property
    def zero(self) -> float:
        return self.left if self.axis.cut else self.x(Decimal(0))


def lay_out_waterfall(chart: WaterfallChart, measure: Measure) -> Scene:
    """The scene of ``chart``."""
    heading = [joined(chart.vertical)] if measure(joined(chart.vertical), SMALL_SIZE) <= WIDTH else list(chart.vertical)
    lines = [line for text in heading for line in wrap(text, WIDTH, SMALL_SIZE, measure)]
    title = block([TextLine(line, SMALL_SIZE, QUIET) for line in lines], measure)
    items: list[Item] = list(title.placed(0.0, 0.0))
    em = SMALL_SIZE * MILLIMETRES_PER_POINT
    top = title.height + 1.5 + 1.4 * em
    rows = _rows(chart, top, measure)
    if not rows:
        return Scene(title.height + 1.0, tuple(items))

    axis = intensity_axis(
        [end for row in rows for end in (row.start, row.end) if not (row.is_level and end == 0)] or [Decimal(0)], FLAT_SHARE
    )
    names = max(row.name.width for row in rows)
    figures = max(measure(row.step.text, BODY_SIZE) for row in rows)
    plot = Plot(names + NAME_GAP, WIDTH - figures - FIGURE_GAP - 0.5, axis)
    items.extend(_value_axis(plot, top, rows[-1].bottom, measure))
    for row in rows:
        items.extend(row.name.placed(names, row.middle - row.name.height / 2, "right"))
        items.extend(_bar(row, plot, measure))
    for before, after in pairwise(rows):
        x = plot.x(before.end)
        items.append(Stroke(((x, before.middle + BAR / 2), (x, after.middle - BAR / 2)), AXIS, 0.6))
    return Scene(rows[-1].bottom + 1.0, tuple(items))


def _rows(chart: WaterfallChart, top: float, measure: Measure) -> list[Row]:
    rows: list[Row] = []
    level = Decimal(0)
    for step in chart.steps:
        name = stacked(step.name, WIDEST_NAME, measure)
        height = max(LEAST_ROW, name.height + 2 * ROW_PADDING)
        start, end = (Decimal(0), step.value) if step.kind in ("start", "end") else (level, level - step.value)
        rows.append(Row(step, name, start, end, top, top + height))
        level, top = end, top + height
    return rows


def _value_axis(plot: Plot, top: float, bottom: float, measure: Measure) -> Iterator[Item]:
    shown = float("-inf")
    texts = list(zip(plot.axis.ticks, plot.axis.texts(), strict=True))
    for tick, text in [(None, "0"), *texts] if plot.axis.cut else texts:
        x = plot.left if tick is None else plot.x(tick)
        yield Stroke(((x, top), (x, bottom)), AXIS if not tick else GRID, 0.8 if not tick else 0.6)
        half = measure(text, SMALL_SIZE) / 2
        # A figure that would touch its neighbour is left out; its line stays.
        if x - half > shown + 1.5 and x + half <= WIDTH:
            yield Text((x, top - 1.0), text, SMALL_SIZE, QUIET, "center")
            shown = x + half


def _bar(row: Row, plot: Plot, measure: Measure) -> Iterator[Item]:
    near = plot.zero if row.is_level else plot.x(row.start)
    far = plot.x(row.end)
    left, right = min(near, far), max(near, far)
    right = max(right, left + LEAST_BAR)
    look = look_of(row.step)
    yield box(Rectangle(left, row.middle - BAR / 2, right, row.middle + BAR / 2), look.fill, hatch=look.hatch)
    if row.is_level and plot.axis.cut:
        yield from _cut_sign(plot.left + CUT_GAP / 2, row.middle, BAR / 2 + 0.6)
    em = BODY_SIZE * MILLIMETRES_PER_POINT
    figure = Text((right + FIGURE_GAP, row.middle + (ASCENT - 0.5) * em), row.step.text, BODY_SIZE, INK)
    # Paper behind the figure keeps the grid out of it.
    yield box(figure.extent(measure), PAPER)
    yield figure


def _cut_sign(x: float, y: float, reach: float) -> Iterator[Item]:
    """Two slanted strokes with nothing between them: the scale is interrupted here."""
    for offset, colour, width in ((0.0, PAPER, 3.2), (-0.75, AXIS, 0.9), (0.75, AXIS, 0.9)):
        yield Stroke(((x - 0.55 + offset, y + reach), (x + 0.55 + offset, y - reach)), colour, width)
