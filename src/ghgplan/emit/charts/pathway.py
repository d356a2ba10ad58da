"""Laying out a pathway: intensity by year, targets as lines, actual values as marks, every point with its value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ghgplan.document.charts import PathwayChart, PathwaySeries, Point
from ghgplan.emit.charts.legend import LINE_WIDTH, MARK_SIZE, legend, series_mark
from ghgplan.emit.charts.lettering import TextBlock, TextLine, block, joined
from ghgplan.emit.charts.placement import DISTANCES, Place, PointLabel, Segment, place_labels
from ghgplan.emit.charts.scene import MILLIMETRES_PER_POINT, Item, Mark, Measure, Rectangle, Scene, Spot, Stroke, Text, box
from ghgplan.emit.charts.style import (
    ACTUAL_LOOKS,
    AXIS,
    BODY_SIZE,
    GRID,
    INK,
    PAPER,
    QUIET,
    SMALL_SIZE,
    TARGET_LOOKS,
    WIDTH,
    SeriesLook,
)
from ghgplan.emit.charts.value_axis import ValueAxis, intensity_axis
from ghgplan.emit.charts.wrapping import wrap
from ghgplan.values import frozen

PLOT_HEIGHTS = (56.0, 80.0)
"""Tried one after the other until all labels stand free, in millimetres."""

BETWEEN = 1
"""The weight of a target's label between the years that must be read: the first to be left out."""

NEAR = 3.2
"""How far such a label may stand from its mark, in millimetres."""

INSET = 12.0
"""From the frame to the first and the last year."""

HEADROOM = 7.0
"""Between the frame and what stands above it; labels of the highest points use it. The least, in millimetres."""

CUT_GAP = 7.0
"""Height of the part of a cut axis that stands for all values left out."""

RING_SIZE = 8.0


@frozen
class Plot:
    """Where years and values stand in the picture."""

    frame: Rectangle
    axis: ValueAxis
    years: tuple[int, ...]
    headroom: float

    def x(self, year: int) -> float:
        first, last = self.years[0], self.years[-1]
        if first == last:
            return self.frame.centre[0]
        return self.frame.left + INSET + (self.frame.right - self.frame.left - 2 * INSET) * (year - first) / (last - first)

    def y(self, value: Decimal) -> float:
        bottom = self.frame.bottom - (CUT_GAP if self.axis.cut else 0.0)
        return bottom - (bottom - self.frame.top) * self.axis.share(value)

    def spot(self, point: Point) -> Spot:
        return self.x(point.year), self.y(point.value)


def lay_out_pathway(chart: PathwayChart, measure: Measure) -> Scene:
    """The scene of ``chart``; as high as its labels need to stand apart, without those that cannot."""
    looks = series_looks(chart.series)
    labels = [_label(chart, one, look, point, measure) for one, look in zip(chart.series, looks, strict=True) for point in one.points]
    values = [block(list(label.lines[-1:]), measure) for label in labels]
    points = [point for one in chart.series for point in one.points]
    axis = intensity_axis([point.value for point in points])
    left = max(measure(text, SMALL_SIZE) for text in ("0", *axis.texts())) + 2.0
    years = tuple(sorted({point.year for point in points}))
    head, top = _head(chart, looks, measure)
    headroom = _headroom(axis, points, labels)
    top += headroom
    plots = [Plot(Rectangle(left, top, WIDTH - 1.0, top + height), axis, years, headroom) for height in PLOT_HEIGHTS]
    plot, places = _roomiest(chart, plots, labels, values)

    items = [*head, *_value_axis(plot)]
    foot, bottom = _year_axis(plot, chart, measure)
    items.extend(foot)
    shown = [
        (value if place.is_short else label, place, point)
        for label, value, place, point in zip(labels, values, places, points, strict=True)
        if place
    ]
    # Paper behind the labels keeps the grid out of their figures.
    items.extend(box(place.room, PAPER) for _, place, _ in shown)
    items.extend(Stroke(place.leader, AXIS, 0.5) for _, place, _ in shown if place.leader)
    for one, look in zip(chart.series, looks, strict=True):
        items.extend(_series(plot, one, look))
    for label, place, point in shown:
        below = place.room.top > plot.y(point.value)
        items.extend((_value_first(label) if below else label).placed(place.room.centre[0], place.room.top, "center"))
    return Scene(bottom, tuple(items))


def _head(chart: PathwayChart, looks: list[SeriesLook], measure: Measure) -> tuple[list[Item], float]:
    """Legend and name of the value axis, and where they end."""
    items, top = legend(chart.series, looks, measure)
    heading = [line for text in chart.vertical for line in wrap(text, WIDTH, SMALL_SIZE, measure)]
    if measure(joined(chart.vertical), SMALL_SIZE) <= WIDTH:
        heading = [joined(chart.vertical)]
    title = block([TextLine(line, SMALL_SIZE, QUIET) for line in heading], measure)
    items.extend(title.placed(0.0, top + 1.0))
    return items, top + 1.0 + title.height


def _headroom(axis: ValueAxis, points: list[Point], labels: list[TextBlock]) -> float:
    """What the frame keeps free above it, so that the highest label has room over the highest mark."""
    if not points:
        return HEADROOM
    below_frame = PLOT_HEIGHTS[0] * (1 - axis.share(max(point.value for point in points)))
    return max(HEADROOM, max(label.height for label in labels) + DISTANCES[1] + RING_SIZE / 2 * MILLIMETRES_PER_POINT - below_frame)


def _roomiest(chart: PathwayChart, plots: list[Plot], labels: list[TextBlock], values: list[TextBlock]) -> tuple[Plot, list[Place | None]]:
    """The lowest of ``plots`` in which all labels stand free; failing that, the one that loses least, above all of what must be read."""
    weights = [_weight(one, point) for one in chart.series for point in one.points]
    tried: list[tuple[Plot, list[Place | None]]] = []
    losses: list[list[int]] = []
    for plot in plots:
        places = _place(chart, plot, labels, values, weights)
        tried.append((plot, places))
        lost = [BETWEEN if place else weight for weight, place in zip(weights, places, strict=True) if place is None or place.is_short]
        losses.append(sorted(lost, reverse=True))
        if not losses[-1]:
            break
    return tried[losses.index(min(losses))]


def series_looks(series: tuple[PathwaySeries, ...]) -> list[SeriesLook]:
    """Targets and actual values each take their own looks in turn."""
    counts = {"target": 0, "actual": 0}
    looks: list[SeriesLook] = []
    for one in series:
        table = TARGET_LOOKS if one.kind == "target" else ACTUAL_LOOKS
        looks.append(table[counts[one.kind] % len(table)])
        counts[one.kind] += 1
    return looks


def _value_axis(plot: Plot) -> Iterator[Item]:
    frame = plot.frame
    texts = plot.axis.texts()
    lowest = (Decimal(0), "0", frame.bottom)
    rows = [(tick, text, plot.y(tick)) for tick, text in zip(plot.axis.ticks, texts, strict=True)]
    for tick, text, y in [lowest, *rows] if plot.axis.cut else rows:
        on_foot = tick == 0
        yield Stroke(((frame.left, y), (frame.right, y)), AXIS if on_foot else GRID, 0.8 if on_foot else 0.6)
        yield Text((frame.left - 1.5, y + 0.36 * SMALL_SIZE * MILLIMETRES_PER_POINT), text, SMALL_SIZE, QUIET, "right")
    yield Stroke(((frame.left, frame.top), (frame.left, frame.bottom)), AXIS, 0.8)
    if plot.axis.cut:
        yield from _cut_sign(frame.left, frame.bottom - CUT_GAP / 2)


def _cut_sign(x: float, y: float) -> Iterator[Item]:
    """Two slanted strokes across the axis, with nothing between them: the scale is interrupted here."""
    for offset, colour, width in ((0.0, PAPER, 3.2), (-0.75, AXIS, 0.9), (0.75, AXIS, 0.9)):
        yield Stroke(((x - 1.5, y + 0.55 + offset), (x + 1.5, y - 0.55 + offset)), colour, width)


def _year_axis(plot: Plot, chart: PathwayChart, measure: Measure) -> tuple[list[Item], float]:
    """Ticks at the years that have values, their texts where there is room, and the lower end of the picture."""
    bottom = plot.frame.bottom
    em = BODY_SIZE * MILLIMETRES_PER_POINT
    items: list[Item] = [Stroke(((plot.x(year), bottom), (plot.x(year), bottom + 1.0)), AXIS, 0.8) for year in plot.years]
    special = {year for one in chart.series for year in (one.base_year, one.aim) if year is not None}
    ends = {*plot.years[:1], *plot.years[-1:]}
    written: list[Rectangle] = []
    for year in sorted(plot.years, key=lambda year: (year not in ends, year not in special, year)):
        text = Text((plot.x(year), bottom + 1.8 + em), str(year), BODY_SIZE, INK, "center")
        extent = text.extent(measure)
        if not any(extent.grown(1.0).overlaps(other) for other in written):
            written.append(extent)
            items.append(text)
    bottom += 1.8 + 1.5 * em
    name = block([TextLine(line, SMALL_SIZE, QUIET) for line in wrap(joined(chart.horizontal), WIDTH, SMALL_SIZE, measure)], measure)
    items.extend(name.placed(plot.frame.centre[0], bottom, "center"))
    return items, bottom + name.height + 0.5


def _label(chart: PathwayChart, one: PathwaySeries, look: SeriesLook, point: Point, measure: Measure) -> TextBlock:
    """The point's value, under the name of what the point is, where it is something."""
    names: list[str] = []
    if one.kind == "target" and point.year == one.base_year:
        names.extend(chart.base_label)
    if one.kind == "target" and point.year == one.aim:
        names.extend(chart.aim_label)
    return block([*(TextLine(name, SMALL_SIZE - 0.5, QUIET) for name in names), TextLine(point.text, BODY_SIZE, look.colour)], measure)


def _value_first(label: TextBlock) -> TextBlock:
    """Under its mark, a label begins with the value, so that it is the value that stands at the mark."""
    return replace(label, lines=(label.lines[-1], *label.lines[:-1]))


def _weight(one: PathwaySeries, point: Point) -> int:
    """What must be read weighs most: base year and aim, the ends of a pathway, what was achieved; then the years between."""
    if one.kind == "actual":
        return 2
    if point.year in (one.base_year, one.aim):
        return 3
    return 2 if point in (one.points[0], one.points[-1]) else BETWEEN


def _place(chart: PathwayChart, plot: Plot, labels: list[TextBlock], values: list[TextBlock], weights: list[int]) -> list[Place | None]:
    owners = [(one, point) for one in chart.series for point in one.points]
    wanted = [
        PointLabel(
            plot.spot(point),
            _radius(one, point),
            label.width,
            label.height,
            weight,
            NEAR if weight == BETWEEN else DISTANCES[-1],
            (value.width, value.height) if len(label.lines) > 1 else None,
        )
        for (one, point), label, value, weight in zip(owners, labels, values, weights, strict=True)
    ]
    lines: list[Segment] = [segment for one in chart.series if one.kind == "target" for segment in _segments(plot, one)]
    frame = plot.frame
    return place_labels(wanted, Rectangle(frame.left + 0.8, frame.top - plot.headroom + 0.6, frame.right, frame.bottom - 0.6), lines)


def _radius(one: PathwaySeries, point: Point) -> float:
    ringed = one.kind == "target" and point.year in (one.base_year, one.aim)
    return (RING_SIZE if ringed else MARK_SIZE) / 2 * MILLIMETRES_PER_POINT


def _segments(plot: Plot, one: PathwaySeries) -> list[Segment]:
    spots = [plot.spot(point) for point in sorted(one.points, key=lambda point: point.year)]
    return list(pairwise(spots))


def _series(plot: Plot, one: PathwaySeries, look: SeriesLook) -> Iterator[Item]:
    if one.kind == "target":
        for start, end in _segments(plot, one):
            yield Stroke((start, end), look.colour, LINE_WIDTH, look.dashes)
    for point in one.points:
        at = plot.spot(point)
        if one.kind == "target" and point.year == one.base_year:
            yield Mark(at, look.shape, RING_SIZE, PAPER, look.colour, 1.5)
        elif one.kind == "target" and point.year == one.aim:
            yield Mark(at, look.shape, RING_SIZE + 1.0, PAPER, look.colour, 1.2)
            yield Mark(at, look.shape, MARK_SIZE - 0.8, look.colour, look.colour, 0.0)
        else:
            yield series_mark(at, look)
