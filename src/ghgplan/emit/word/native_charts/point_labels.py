"""Which points of a pathway have a label, and on which side of their mark.

A program that draws the chart puts a label where it is told and looks at nothing else, so the rule is simple: in each year the
highest point has its label above, the lowest below, and what would lie on another label stays without one, the years between
the important ones first. The pictures place theirs with more care (``charts/placement.py``); every number is in the workbook.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from ghgplan.document.charts import PathwayChart, PathwaySeries, Point
from ghgplan.emit.charts.scene import Rectangle
from ghgplan.emit.word.native_charts.extent import LINE, SMALL_LINE, on_one_line, width
from ghgplan.values import frozen

MARK = 1.8
"""From a point to its label, in millimetres: the mark and some air."""

Spot = Callable[[Point], tuple[float, float]]
"""Where a point lies, in millimetres, y running down."""


@frozen
class PointLabel:
    """The label of a point: names of what the point is, and the side on which it stands (``t`` or ``b``)."""

    names: tuple[str, ...]
    side: str


def names_of(chart: PathwayChart, one: PathwaySeries, point: Point) -> tuple[str, ...]:
    """What a point is beside a value: base year, intermediate target."""
    if one.kind != "target":
        return ()
    base = chart.base_label if point.year == one.base_year else ()
    aim = chart.aim_label if point.year == one.aim else ()
    return tuple(on_one_line((text,)) for text in (*base, *aim))


def point_labels(chart: PathwayChart, spot: Spot) -> dict[tuple[int, int], PointLabel]:
    """The labels by series and year, for the points that have one."""
    points = [(number, one, point) for number, one in enumerate(chart.series) for point in one.points]
    # A mark that carries names of its own is drawn larger, and its label is the first to be placed.
    points.sort(key=lambda item: -_weight(chart, item[1], item[2]))
    marks = [_around(spot(point), 0.8) for _, _, point in points]
    lines = [pair for one in chart.series if one.kind == "target" for pair in pairwise(map(spot, sorted(one.points, key=_year)))]
    placed: list[Rectangle] = []
    labels: dict[tuple[int, int], PointLabel] = {}
    for number, one, point in points:
        names = names_of(chart, one, point)
        usual = _side(chart, number, point)
        for side in (usual, "b" if usual == "t" else "t"):
            room = _room(spot(point), names, point.text, side)
            if not any(room.overlaps(other) for other in (*placed, *marks)) and not any(room.crossed_by(*line) for line in lines):
                placed.append(room)
                labels[number, point.year] = PointLabel(names, side)
                break
            if names and side != usual:
                # Base year and aim are named whatever is in the way.
                placed.append(_room(spot(point), names, point.text, usual))
                labels[number, point.year] = PointLabel(names, usual)
    return labels


def _year(point: Point) -> int:
    return point.year


def _weight(chart: PathwayChart, one: PathwaySeries, point: Point) -> int:
    """Base year and aim come first, then the ends of a pathway and what was achieved, then the years between."""
    if names_of(chart, one, point):
        return 3
    return 2 if one.kind == "actual" or point in (one.points[0], one.points[-1]) else 1


def _side(chart: PathwayChart, number: int, point: Point) -> str:
    """Above, unless another series stands higher in that year; of equal points the first one stands above."""
    others = ((position, other.value) for position, one in enumerate(chart.series) for other in one.points if other.year == point.year)
    higher = any(value > point.value or (value == point.value and position < number) for position, value in others)
    return "b" if higher else "t"


def _room(at: tuple[float, float], names: tuple[str, ...], text: str, side: str) -> Rectangle:
    across = max(width(text), *(width(name) for name in names)) if names else width(text)
    height = LINE + SMALL_LINE * len(names)
    x, y = at
    top = y - MARK - height if side == "t" else y + MARK
    return Rectangle(x - across / 2, top, x + across / 2, top + height)


def _around(at: tuple[float, float], half: float) -> Rectangle:
    return Rectangle(*at, *at).grown(half)
