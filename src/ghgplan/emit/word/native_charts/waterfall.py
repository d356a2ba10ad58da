"""A waterfall as stacked bars in rows, on a base that is not seen.

The workbook holds the steps as the document prints them, and reckons the bars from them: who changes a step changes all that follow.
"""

from __future__ import annotations

from decimal import Decimal

from ghgplan.document.charts import WaterfallChart, WaterfallStep
from ghgplan.emit.charts.style import WIDTH
from ghgplan.emit.charts.value_axis import intensity_axis
from ghgplan.emit.charts.waterfall import FLAT_SHARE, look_of
from ghgplan.emit.word.native_charts.bars import bar_chart, bar_series, label_series
from ghgplan.emit.word.native_charts.chart_space import Axes, Frame, NativeChart, chart_space, value_title
from ghgplan.emit.word.native_charts.extent import LINE, SMALL_LINE, lines, on_one_line, on_several_lines, widest, width
from ghgplan.emit.word.native_charts.markup import Typefaces
from ghgplan.emit.word.native_charts.sheet import Cell, Sheet, column, printed
from ghgplan.emit.word.xml import NOTHING
from ghgplan.values import frozen

WIDEST_NAME = 58.0
LEAST_ROW = 8.0
ROW_PADDING = 2.8
TALLEST = 200.0
"""A chart has to go on a page, with its caption."""
GAP = 67

AMOUNT, LEVEL, BASE, BAR, BELOW, ROOM = range(1, 7)
"""The columns of the sheet, after that of the names."""

_ZERO = Decimal(0)


@frozen
class Level:
    """Where a step begins and ends."""

    before: Decimal
    after: Decimal


def waterfall_chart(chart: WaterfallChart, typefaces: Typefaces) -> NativeChart:
    """The chart of ``chart``, which has steps."""
    amounts = [_amount(step) for step in chart.steps]
    levels = _levels(chart, amounts)
    ends = [end for step, level in zip(chart.steps, levels, strict=True) for end in _ends(step, level)]
    scale = intensity_axis(ends, FLAT_SHARE)
    frame = _frame(chart)
    figures = max(width(step.text) for step in chart.steps) + 3.0
    room = (scale.high - scale.low) * Decimal(round(figures / (frame.width - figures), 3))
    headings = (*(on_one_line(heading) for heading in chart.columns), *([""] * ROOM))
    columns = (
        [Cell(on_several_lines(step.name)) for step in chart.steps],
        amounts,
        *_reckoned(chart, levels),
        [Cell(_short(room))] * len(chart.steps),
    )
    sheet = Sheet(tuple(column(heading, cells) for heading, cells in zip(("", *headings), columns, strict=False)))
    texts = tuple(step.text for step in chart.steps)
    looks = [look_of(step) for step in chart.steps]
    series = (
        bar_series(0, sheet, BASE, None),
        bar_series(1, sheet, BAR, looks[0], looks),
        bar_series(2, sheet, BELOW, looks[0], looks),
        label_series(3, sheet, ROOM, AMOUNT, texts, typefaces),
    )
    title = value_title(chart.vertical, chart.cut_label if scale.cut else ())
    axes = Axes(frame, typefaces, title, scale, in_rows=True)
    return NativeChart(chart_space(bar_chart(series, GAP, in_rows=True), axes, NOTHING, "gap"), sheet, frame.whole_height)


def _amount(step: WaterfallStep) -> Cell:
    """What the document prints: a level, or a change with the sign of its effect."""
    return printed(step.value if _is_level(step) else -step.value, step.text)


def _is_level(step: WaterfallStep) -> bool:
    return step.kind in ("start", "end")


def _levels(chart: WaterfallChart, amounts: list[Cell]) -> list[Level]:
    found: list[Level] = []
    level = _ZERO
    for step, cell in zip(chart.steps, amounts, strict=True):
        amount = cell.value if isinstance(cell.value, Decimal) else _ZERO
        before = _ZERO if _is_level(step) else level
        level = before + amount
        found.append(Level(before, level))
    return found


def _ends(step: WaterfallStep, level: Level) -> list[Decimal]:
    """What the scale has to show: a level at nothing would draw it down to zero."""
    return [end for end in (level.before, level.after) if not (_is_level(step) and end == 0)]


def _reckoned(chart: WaterfallChart, levels: list[Level]) -> tuple[list[Cell], list[Cell], list[Cell], list[Cell]]:
    """Level, base, bar and bar below zero of each step. What crosses zero has a bar on either side of it."""
    columns: tuple[list[Cell], list[Cell], list[Cell], list[Cell]] = ([], [], [], [])
    for row, (step, level) in enumerate(zip(chart.steps, levels, strict=True), 2):
        before = "0" if _is_level(step) or row == 2 else f"C{row - 1}"
        low, high = min(level.before, level.after), max(level.before, level.after)
        lowest, highest = f"MIN({before},C{row})", f"MAX({before},C{row})"
        reckoned = (
            (level.after, f"=B{row}" if before == "0" else f"={before}+B{row}"),
            (max(low, _ZERO) + min(high, _ZERO), f"=MAX({lowest},0)+MIN({highest},0)"),
            (max(high, _ZERO) - max(low, _ZERO), f"=MAX({highest},0)-MAX({lowest},0)"),
            (min(low, _ZERO) - min(high, _ZERO), f"=MIN({lowest},0)-MIN({highest},0)"),
        )
        for cells, (value, formula) in zip(columns, reckoned, strict=True):
            cells.append(Cell(_short(value), formula=formula))
    return columns


def _short(value: Decimal) -> Decimal:
    """No more digits than a workbook holds, and no sign before zero."""
    return Decimal(f"{value:.15G}") + 0


def _frame(chart: WaterfallChart) -> Frame:
    names = [step.name for step in chart.steps]
    left = min(WIDEST_NAME, max(widest(name) for name in names) * 1.1) + 4.0
    row = max(LEAST_ROW, max(lines(name, left - 4.0) for name in names) * LINE + ROW_PADDING)
    top = (1 + len(chart.vertical)) * SMALL_LINE + 4.0
    height = min(row * len(names), TALLEST)
    return Frame(left, top, WIDTH - left - 3.0, height, top + height + 3.0)
