"""The legend of a pathway chart: samples and names in rows."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.document.charts import PathwaySeries
from ghgplan.emit.charts.lettering import joined
from ghgplan.emit.charts.scene import ASCENT, MILLIMETRES_PER_POINT, Item, Mark, Measure, Stroke, Text
from ghgplan.emit.charts.style import BODY_SIZE, INK, PAPER, WIDTH, SeriesLook
from ghgplan.emit.charts.wrapping import wrap

MARK_SIZE = 5.6
LINE_WIDTH = 1.5
ROW = 5.0
SAMPLE = 9.0
GAP = 7.0


def series_mark(at: tuple[float, float], look: SeriesLook) -> Mark:
    """A series' ordinary mark, rimmed with paper so that it stands out from its line."""
    return Mark(at, look.shape, MARK_SIZE, look.colour, PAPER, 0.6)


def legend(series: tuple[PathwaySeries, ...], looks: list[SeriesLook], measure: Measure) -> tuple[list[Item], float]:
    """The legend from the picture's upper left corner on, and its height in millimetres."""
    items: list[Item] = []
    x, y = 0.0, 0.0
    for one, look in zip(series, looks, strict=True):
        sample = SAMPLE if one.kind == "target" else 4.0
        lines = wrap(joined(one.name), WIDTH - SAMPLE - 2, BODY_SIZE, measure)
        width = sample + 1.5 + max((measure(line, BODY_SIZE) for line in lines), default=0.0)
        if x and x + width > WIDTH:
            x, y = 0.0, y + ROW
        items.extend(_entry(x, y, sample, one, look, lines))
        x += width + GAP
        if len(lines) > 1:
            x, y = WIDTH, y + ROW * (len(lines) - 1)
    return items, y + ROW if series else 0.0


def _entry(x: float, y: float, sample: float, one: PathwaySeries, look: SeriesLook, lines: list[str]) -> Iterator[Item]:
    middle = y + ROW / 2
    if one.kind == "target":
        yield Stroke(((x, middle), (x + sample, middle)), look.colour, LINE_WIDTH, look.dashes)
    yield series_mark((x + sample / 2, middle), look)
    baseline = middle + (ASCENT - 0.5) * BODY_SIZE * MILLIMETRES_PER_POINT
    for count, line in enumerate(lines):
        yield Text((x + sample + 1.5, baseline + count * ROW), line, BODY_SIZE, INK)
