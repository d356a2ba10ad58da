"""Stacked bars as a chart: columns over a table of their numbers as in the pictures, or rows where there are many.

A part that is high enough for its figure carries it too: not every program draws the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from ghgplan.document.charts import Bar, StackedBars
from ghgplan.emit.charts.style import INK, PAPER, PART_LOOKS, WIDTH, PartLook
from ghgplan.emit.charts.value_axis import amounts_axis
from ghgplan.emit.word.native_charts.bars import bar_chart, bar_series, label_series, total_line
from ghgplan.emit.word.native_charts.chart_space import Axes, Frame, NativeChart, chart_space, data_table, legend, value_title
from ghgplan.emit.word.native_charts.extent import LINE, SMALL_LINE, lines, on_one_line, on_several_lines, widest, width
from ghgplan.emit.word.native_charts.labels import labels, no_label, value_label
from ghgplan.emit.word.native_charts.markup import Typefaces
from ghgplan.emit.word.native_charts.numbers import GENERAL, cell_number, number_format, printed_number, prints_as
from ghgplan.emit.word.native_charts.sheet import EMPTY, Cell, Sheet, column, letter, printed
from ghgplan.emit.word.xml import NOTHING

MOST_COLUMNS = 8
"""More bars than these lie in rows, where their names have room."""

PLOT_HEIGHT = 56.0
PLOT_HEIGHT_OVER_TABLE = 48.0
ROW = 9.0
WIDEST_NAME = 50.0
WIDEST_BAR = 20.0
LEGEND_SAMPLE = 10.0
ABOVE = 6.0
"""The room for a total over its bar, in millimetres."""

TABLE_ROW = 5.0

_DARK = 0.5


def stacked_bar_chart(chart: StackedBars, typefaces: Typefaces) -> NativeChart:
    """The chart of ``chart``, which has bars and parts."""
    in_rows = len(chart.bars) > MOST_COLUMNS
    scale = amounts_axis([end for bar in chart.bars for end in _ends(bar)])
    # A total stands over its bar by its own value, unless removals make it lower than the bar.
    with_table = not in_rows and scale.low >= 0
    frame = _frame(chart, in_rows, with_table)
    long = frame.width if in_rows else frame.height
    parts = len(chart.parts)
    columns = [
        column("", [Cell(on_several_lines(bar.name)) for bar in chart.bars]),
        *(column(on_one_line(part), [_cell(bar, number) for bar in chart.bars]) for number, part in enumerate(chart.parts)),
    ]
    if chart.totals:
        columns.append(column(on_one_line(chart.total_label), _totals(chart)))
    if chart.totals and not with_table:
        needed = max(width(text) for text in chart.totals) + 3.0 if in_rows else ABOVE
        room = Decimal(f"{float(scale.high - scale.low) * needed / (long - needed):.3G}")
        columns.append(column(on_one_line(chart.room_label), [Cell(room)] * len(chart.bars)))
    sheet = Sheet(tuple(columns))
    series = [
        bar_series(number, sheet, number + 1, look_of(number), shown=_labels(chart, number, sheet, scale.high - scale.low, long, typefaces))
        for number in range(parts)
    ]
    if chart.totals and not with_table:
        series.append(label_series(parts, sheet, parts + 2, parts + 1, chart.totals, typefaces))
    plot = bar_chart(series, _gap(chart, frame), in_rows=in_rows)
    on_top = bool(chart.totals) and with_table
    if on_top:
        plot += total_line(parts, sheet, parts + 1, typefaces)
    axes = Axes(frame, typefaces, value_title(chart.vertical), scale, in_rows=in_rows)
    key = legend(typefaces, (parts,) if on_top else ())
    table = data_table(typefaces) if with_table else NOTHING
    return NativeChart(chart_space(plot, axes, key, "gap", table), sheet, frame.whole_height)


def look_of(part: int) -> PartLook:
    """How a part looks, in every bar."""
    return PART_LOOKS[part % len(PART_LOOKS)]


def _ends(bar: Bar) -> tuple[Decimal, Decimal]:
    amounts = [value for value in bar.values if value is not None]
    return sum((value for value in amounts if value < 0), Decimal(0)), sum((value for value in amounts if value > 0), Decimal(0))


def _cell(bar: Bar, part: int) -> Cell:
    value = bar.values[part] if part < len(bar.values) else None
    return EMPTY if value is None else printed(value, bar.texts[part])


def _totals(chart: StackedBars) -> Iterator[Cell]:
    """The totals as they print; a total that its parts make up is their sum."""
    last = letter(len(chart.parts))
    for row, (bar, text) in enumerate(zip(chart.bars, chart.totals, strict=True), 2):
        stated = printed_number(text)
        if stated is None:
            yield EMPTY
            continue
        total = sum((value for value in bar.values if value is not None), Decimal(0))
        if prints_as(total, stated):
            yield Cell(cell_number(total, text), number_format(text), f"=SUM(B{row}:{last}{row})")
        else:
            yield Cell(stated, number_format(text))


def _frame(chart: StackedBars, in_rows: bool, with_table: bool) -> Frame:
    names = [bar.name for bar in chart.bars]
    scale = amounts_axis([end for bar in chart.bars for end in _ends(bar)])
    entry = max(LEGEND_SAMPLE + width(on_one_line(part)) for part in chart.parts)
    legend_height = -(-len(chart.parts) // max(1, int(WIDTH / entry))) * 1.3 * LINE + 2.0
    if in_rows:
        left = min(WIDEST_NAME, max(widest(name) for name in names) * 1.1) + 4.0
        row = max(ROW, max(lines(name, left - 4.0) for name in names) * LINE + 3.0)
        top, height, below = (1 + len(chart.vertical)) * SMALL_LINE + 4.0, row * len(names), 3.0
    else:
        left = max(width(text) for text in scale.texts()) + 5.0
        top, height = SMALL_LINE * len(chart.vertical) + 4.0, PLOT_HEIGHT_OVER_TABLE if with_table else PLOT_HEIGHT
        below = max(lines(name, (WIDTH - left - 2.0) / len(names)) for name in names) * LINE + 3.0
    if with_table:
        rows = (*chart.parts, chart.total_label) if chart.totals else chart.parts
        below += sum(TABLE_ROW * lines((on_one_line(name),), WIDEST_NAME) for name in rows)
    return Frame(left, top, WIDTH - left - 3.0, height, top + height + below + legend_height, fixed=not with_table)


def _gap(chart: StackedBars, frame: Frame) -> int:
    """Between the bars, in hundredths of a bar: few of them are not as wide as the page."""
    if len(chart.bars) > MOST_COLUMNS:
        return 60
    place = frame.width / len(chart.bars)
    return min(500, max(60, round((place / min(WIDEST_BAR, place) - 1) * 100)))


def _labels(chart: StackedBars, number: int, sheet: Sheet, span: Decimal, long: float, typefaces: Typefaces) -> Markup:
    """The figures in a part's segments, where they have room."""
    cells = sheet.columns[number + 1].cells
    usual = sheet.columns[number + 1].number_format
    in_rows = len(chart.bars) > MOST_COLUMNS
    each: list[Markup] = []
    for row, (bar, cell) in enumerate(zip(chart.bars, cells, strict=True)):
        if not isinstance(cell.value, Decimal):
            continue
        extent = float(abs(cell.value) / span) * long
        needed = width(bar.texts[number]) + 2.0 if in_rows else LINE + 0.5
        if extent < needed:
            each.append(no_label(row))
        elif cell.number_format != usual:
            each.append(value_label(row, cell.number_format, "ctr"))
    if not any(cell.value is not None for cell in cells):
        return NOTHING
    return labels(each, usual or GENERAL, "ctr", _ink(look_of(number)), typefaces)


def _ink(look: PartLook) -> str:
    """Letters that can be read on a fill."""
    red, green, blue = (int(look.fill[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return PAPER if 0.3 * red + 0.59 * green + 0.11 * blue < _DARK else INK
