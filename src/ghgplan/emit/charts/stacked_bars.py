"""Laying out stacked bars over a table of their values.

Amounts of one plan differ by a factor of a thousand and more, and a share may be 99.9 %:
what a bar cannot show, the table under it says. The table's first column is the legend.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import ceil

from ghgplan.document.charts import Bar, StackedBars
from ghgplan.emit.charts.lettering import TextBlock, TextLine, block, joined, least_width, stacked
from ghgplan.emit.charts.scene import ASCENT, MILLIMETRES_PER_POINT, Item, Measure, Rectangle, Scene, Stroke, Text, box
from ghgplan.emit.charts.style import AXIS, BODY_SIZE, GRID, INK, PAPER, PART_LOOKS, QUIET, SMALL_SIZE, WIDTH, PartLook
from ghgplan.emit.charts.value_axis import ValueAxis, amounts_axis
from ghgplan.emit.charts.wrapping import wrap
from ghgplan.values import frozen

PLOT_HEIGHT = 52.0
PLOT_HEIGHT_OF_SEVERAL = 38.0
WIDEST_COLUMN = 38.0
WIDEST_BAR = 17.0
WIDEST_PART_NAME = 40.0
WIDEST_WORD = 22.0
SWATCH = 3.2
CELL_PADDING = 1.2
ROW_PADDING = 1.1
PANEL_GAP = 6.0
SEPARATED_FROM = 0.9
"""Segments at least this high, in millimetres, are set apart by a white line; it would swallow lower ones."""


@frozen
class Grid:
    """The columns that all panels share; ``left`` is where the table begins, ``plot_left`` where the first bar's column does."""

    left: float
    plot_left: float
    column: float
    parts: tuple[TextBlock, ...]
    axis: ValueAxis
    plot_height: float

    def look(self, part: int) -> PartLook:
        return PART_LOOKS[part % len(PART_LOOKS)]


def lay_out_stacked_bars(chart: StackedBars, measure: Measure) -> Scene:
    """The scene of ``chart``; more bars than stand beside one another go to panels under one another, on one scale."""
    axis = amounts_axis([end for bar in chart.bars for end in _ends(bar)])
    parts = tuple(stacked(part, WIDEST_PART_NAME, measure, SMALL_SIZE + 0.5) for part in chart.parts)
    tick_width = max(measure(text, SMALL_SIZE) for text in axis.texts())
    name_column = max(SWATCH + 1.6 + max((part.width for part in parts), default=0.0) + 2.0, tick_width + 2.0)
    least = _least_column(chart, measure)
    per_panel = max(1, int((WIDTH - name_column) / least))
    panels = max(1, ceil(len(chart.bars) / per_panel))
    per_panel = max(1, ceil(len(chart.bars) / panels))
    column = min(WIDEST_COLUMN, (WIDTH - name_column) / per_panel)
    left = (WIDTH - name_column - column * per_panel) / 2
    grid = Grid(left, left + name_column, column, parts, axis, PLOT_HEIGHT if panels == 1 else PLOT_HEIGHT_OF_SEVERAL)

    title = block(
        [TextLine(line, SMALL_SIZE, QUIET) for text in _title(chart, measure) for line in wrap(text, WIDTH, SMALL_SIZE, measure)], measure
    )
    items: list[Item] = list(title.placed(left, 0.0))
    bottom = title.height + 1.0
    for first in range(0, max(len(chart.bars), 1), per_panel):
        if first:
            bottom += PANEL_GAP
        panel, bottom = _panel(chart, range(first, min(first + per_panel, len(chart.bars))), grid, bottom, measure)
        items.extend(panel)
    return Scene(bottom + 0.8, tuple(items))


def _title(chart: StackedBars, measure: Measure) -> tuple[str, ...]:
    one_line = joined(chart.vertical)
    return (one_line,) if measure(one_line, SMALL_SIZE) <= WIDTH else chart.vertical


def _ends(bar: Bar) -> tuple[Decimal, Decimal]:
    """The lower and the upper end of the stack: removals hang below zero."""
    amounts = [value for value in bar.values if value is not None]
    return sum((value for value in amounts if value < 0), Decimal(0)), sum((value for value in amounts if value > 0), Decimal(0))


def _least_column(chart: StackedBars, measure: Measure) -> float:
    figures = [*chart.totals, *(text for bar in chart.bars for text in bar.texts)]
    widths = [measure(text, BODY_SIZE) for text in figures]
    widths += [min(WIDEST_WORD, least_width(bar.name, measure)) for bar in chart.bars]
    return max([10.0, *widths]) + 2 * CELL_PADDING


def _panel(chart: StackedBars, positions: range, grid: Grid, top: float, measure: Measure) -> tuple[list[Item], float]:
    em = BODY_SIZE * MILLIMETRES_PER_POINT
    headroom = 1.4 * em + 1.0
    plot = Rectangle(grid.plot_left, top + headroom, grid.plot_left + grid.column * len(positions), top + headroom + grid.plot_height)
    items = list(_value_axis(plot, grid.axis))
    for place, position in enumerate(positions):
        middle = plot.left + grid.column * (place + 0.5)
        items.extend(_bar(chart.bars[position], middle, plot, grid))
        if position < len(chart.totals):
            head = _y(plot, grid.axis, _ends(chart.bars[position])[1])
            total = Text((middle, head - 1.0 - 0.1 * em), chart.totals[position], BODY_SIZE, INK, "center")
            items += [box(total.extent(measure), PAPER), total]
    names = [stacked(chart.bars[position].name, grid.column - 2 * CELL_PADDING, measure) for position in positions]
    bottom = plot.bottom + 1.0
    for place, name in enumerate(names):
        items.extend(name.placed(plot.left + grid.column * (place + 0.5), bottom, "center"))
    bottom += max((name.height for name in names), default=0.0) + 1.0
    for part in range(len(chart.parts)):
        row, bottom = _row(chart, part, positions, grid, plot, bottom)
        items.extend(row)
    return items, bottom


def _y(plot: Rectangle, axis: ValueAxis, value: Decimal) -> float:
    return plot.bottom - (plot.bottom - plot.top) * axis.share(value)


def _value_axis(plot: Rectangle, axis: ValueAxis) -> Iterator[Item]:
    for tick, text in zip(axis.ticks, axis.texts(), strict=True):
        y = _y(plot, axis, tick)
        yield Stroke(((plot.left, y), (plot.right, y)), GRID if tick else AXIS, 0.8 if tick == 0 else 0.6)
        yield Text((plot.left - 1.5, y + 0.36 * SMALL_SIZE * MILLIMETRES_PER_POINT), text, SMALL_SIZE, QUIET, "right")


def _bar(bar: Bar, middle: float, plot: Rectangle, grid: Grid) -> Iterator[Item]:
    """The segments, from zero outwards in the order of the parts."""
    half = min(WIDEST_BAR, grid.column * 0.6) / 2
    ends = {True: Decimal(0), False: Decimal(0)}
    heights = {True: 0.0, False: 0.0}
    for part, value in enumerate(bar.values):
        if not value:
            continue
        upwards = value > 0
        near, far = _y(plot, grid.axis, ends[upwards]), _y(plot, grid.axis, ends[upwards] + value)
        look = grid.look(part)
        yield box(Rectangle(middle - half, min(near, far), middle + half, max(near, far)), look.fill, hatch=look.hatch)
        if min(heights[upwards], abs(far - near)) >= SEPARATED_FROM:
            yield Stroke(((middle - half, near), (middle + half, near)), PAPER, 0.7)
        ends[upwards] += value
        heights[upwards] = abs(far - near)


def _row(chart: StackedBars, part: int, positions: range, grid: Grid, plot: Rectangle, top: float) -> tuple[list[Item], float]:
    """A part's line of the table: swatch, name, one figure under each bar."""
    em = BODY_SIZE * MILLIMETRES_PER_POINT
    name, look = grid.parts[part], grid.look(part)
    height = max(name.height, 1.3 * em) + 2 * ROW_PADDING
    middle = top + height / 2
    items: list[Item] = [Stroke(((grid.left, top), (plot.right, top)), GRID, 0.6)]
    items.append(box(Rectangle(grid.left, middle - SWATCH / 2, grid.left + SWATCH, middle + SWATCH / 2), look.fill, hatch=look.hatch))
    items.extend(name.placed(grid.left + SWATCH + 1.6, middle - name.height / 2))
    for place, position in enumerate(positions):
        texts = chart.bars[position].texts
        if part < len(texts):
            at = (plot.left + grid.column * (place + 0.5), middle + (ASCENT - 0.5) * em)
            items.append(Text(at, texts[part], BODY_SIZE, INK, "center"))
    return items, top + height
