"""A pathway as a line chart: the years on the axis one after the other, also those that have no value."""

from __future__ import annotations

from decimal import Decimal
from math import ceil

from markupsafe import Markup

from ghgplan.document.charts import PathwayChart, PathwaySeries, Point
from ghgplan.emit.charts.pathway import series_looks
from ghgplan.emit.charts.style import PAPER, WIDTH, SeriesLook
from ghgplan.emit.charts.value_axis import ValueAxis, amounts_axis
from ghgplan.emit.word.native_charts.chart_space import NAMES, VALUES, Axes, Frame, NativeChart, chart_space, legend, value_title
from ghgplan.emit.word.native_charts.extent import LINE, SMALL_LINE, on_one_line, width
from ghgplan.emit.word.native_charts.labels import labels, named_label, no_label, value_label
from ghgplan.emit.word.native_charts.markup import NO_LINE, Typefaces, c, line, shape, solid
from ghgplan.emit.word.native_charts.point_labels import PointLabel, names_of, point_labels
from ghgplan.emit.word.native_charts.sheet import EMPTY, Cell, Sheet, column, printed
from ghgplan.emit.word.xml import NOTHING

PLOT_HEIGHT = 56.0
LEGEND_SAMPLE = 14.0
"""What stands before a name in the legend, and after it, in millimetres."""

YEAR = 9.5
"""The room that the name of a year takes, in millimetres."""

LINE_WIDTH = 1.75
MARK, RING, AIM = 6, 8, 10
"""Sizes of marks in points: of a year, of the base year, of the intermediate target."""

_SYMBOLS = {"o": "circle", "s": "square", "^": "triangle", "v": "dash", "D": "diamond", "P": "plus", "X": "x", "*": "star"}
_STROKES = {"plus", "x", "star"}
"""Symbols that are lines only."""
_DASHES: dict[tuple[float, ...], str] = {(): "solid", (5, 1.6): "dash", (1.6, 1.4): "sysDot", (6, 1.6, 1.4, 1.6): "dashDot"}


def pathway_chart(chart: PathwayChart, typefaces: Typefaces) -> NativeChart:
    """The chart of ``chart``, which has points."""
    points = [point for one in chart.series for point in one.points]
    years = range(min(point.year for point in points), max(point.year for point in points) + 1)
    # From zero: unlike the picture, the chart has no sign for an axis that is cut, and a small step must not look like a cliff.
    scale = amounts_axis([point.value for point in points])
    frame = _frame(chart, scale, years)
    placed = point_labels(chart, lambda point: _spot(frame, scale, years, point))
    sheet = Sheet(
        (
            column(on_one_line(chart.horizontal), [Cell(Decimal(year), "0") for year in years]),
            *(column(on_one_line(one.name), _cells(one, years)) for one in chart.series),
        )
    )
    looks = series_looks(chart.series)
    series = (
        _series(number, one, look, {year: label for (of, year), label in placed.items() if of == number}, sheet, years, typefaces)
        for number, (one, look) in enumerate(zip(chart.series, looks, strict=True))
    )
    axis_ids = c("axId", val=NAMES), c("axId", val=VALUES)
    plot = c("lineChart", c("grouping", val="standard"), c("varyColors", val=0), *series, c("marker", val=1), *axis_ids)
    title = value_title(chart.vertical)
    axes = Axes(frame, typefaces, title, scale, on_one_line(chart.horizontal), every=_every(len(years), frame.width))
    # A target holds for the years between, too: the line goes on where a year has no value.
    return NativeChart(chart_space(plot, axes, legend(typefaces), "span"), sheet, frame.whole_height)


def _cells(one: PathwaySeries, years: range) -> list[Cell]:
    values = {point.year: printed(point.value, point.text) for point in one.points}
    return [values.get(year, EMPTY) for year in years]


def _frame(chart: PathwayChart, scale: ValueAxis, years: range) -> Frame:
    left = max(width(text) for text in scale.texts()) + 5.0
    names = max(len(names_of(chart, one, point)) for one in chart.series for point in one.points)
    top = SMALL_LINE * (len(chart.vertical) + names) + LINE + 3.0
    widest = max(LEGEND_SAMPLE + width(on_one_line(one.name)) for one in chart.series)
    legend_rows = -(-len(chart.series) // max(1, int(WIDTH / widest)))
    below = 2 * LINE + SMALL_LINE + legend_rows * 1.3 * LINE + 2.0
    if _every(len(years), WIDTH - left - 2.0) > 1:
        # Programs that do not leave years out turn them.
        below += YEAR - LINE
    return Frame(left, top, WIDTH - left - 2.0, PLOT_HEIGHT, top + PLOT_HEIGHT + below)


def _every(years: int, plot_width: float) -> int:
    """Of how many years one is written."""
    return ceil(YEAR * years / plot_width)


def _spot(frame: Frame, scale: ValueAxis, years: range, point: Point) -> tuple[float, float]:
    step = frame.width / len(years)
    return frame.left + step * (point.year - years[0] + 0.5), frame.top + frame.height * (1 - scale.share(point.value))


def _series(
    number: int,
    one: PathwaySeries,
    look: SeriesLook,
    placed: dict[int, PointLabel],
    sheet: Sheet,
    years: range,
    typefaces: Typefaces,
) -> Markup:
    is_target = one.kind == "target"
    drawn = line(look.colour, LINE_WIDTH, _DASHES[look.dashes]) if is_target else NO_LINE
    usual = sheet.columns[number + 1].number_format
    return c(
        "ser",
        c("idx", val=number),
        c("order", val=number),
        sheet.heading(number + 1),
        shape(drawn),
        _mark(look, MARK, look.colour, PAPER, 0.6),
        *(_special(one, point, look, years, drawn) for point in one.points if is_target),
        labels(
            (
                _label(
                    number, point, placed.get(point.year), sheet.columns[number + 1].cells[point.year - years[0]], look, years, typefaces
                )
                for point in sorted(one.points, key=lambda point: point.year)
                if _is_special(placed.get(point.year), sheet.columns[number + 1].cells[point.year - years[0]], usual)
            ),
            usual,
            "t",
            look.colour,
            typefaces,
        ),
        sheet.names(),
        sheet.values(number + 1),
        c("smooth", val=0),
    )


def _is_special(label: PointLabel | None, cell: Cell, usual: str) -> bool:
    return label is None or bool(label.names) or label.side != "t" or cell.number_format != usual


def _label(number: int, point: Point, label: PointLabel | None, cell: Cell, look: SeriesLook, years: range, typefaces: Typefaces) -> Markup:
    position = point.year - years[0]
    if label is None:
        return no_label(position)
    if label.names:
        return named_label(position, label.names, point.text, cell.number_format, label.side, look.colour, typefaces, number)
    return value_label(position, cell.number_format, label.side)


def _mark(look: SeriesLook, size: int, fill: str, edge: str, edge_width: float) -> Markup:
    symbol = _SYMBOLS[look.shape]
    edge, edge_width = (look.colour, 1.5) if symbol in _STROKES else (edge, edge_width)
    return c("marker", c("symbol", val=symbol), c("size", val=size), shape(solid(fill), line(edge, edge_width)))


def _special(one: PathwaySeries, point: Point, look: SeriesLook, years: range, drawn: Markup) -> Markup:
    """The base year is a ring, the intermediate target a large mark; a mark can be no ring with a dot as in the pictures."""
    if point.year == one.base_year:
        mark = _mark(look, RING, PAPER, look.colour, 1.75)
    elif point.year == one.aim:
        mark = _mark(look, AIM, look.colour, PAPER, 0.6)
    else:
        return NOTHING
    return c("dPt", c("idx", val=point.year - years[0]), mark, c("bubble3D", val=0), shape(drawn))
