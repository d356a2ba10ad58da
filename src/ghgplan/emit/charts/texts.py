"""The texts that a chart holds, known without laying it out."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.document.charts import Chart, FlowDiagram, Label, PathwayChart, StackedBars, TreeBox, TreeDiagram, WaterfallChart


def texts(chart: Chart) -> Iterator[str]:
    """Every text that is drawn of ``chart``, but the figures at its axes."""
    match chart:
        case PathwayChart():
            yield from _labels(chart.vertical, chart.horizontal, chart.base_label, chart.aim_label)
            for series in chart.series:
                yield from series.name
                yield from (point.text for point in series.points)
        case StackedBars():
            yield from _labels(chart.vertical, *chart.parts)
            for bar in chart.bars:
                yield from (*bar.name, *bar.texts)
            yield from chart.totals
        case FlowDiagram():
            yield from _labels(*chart.steps)
        case TreeDiagram():
            yield from _box_texts(chart.top)
        case WaterfallChart():
            yield from chart.vertical
            for step in chart.steps:
                yield from (*step.name, step.text)


def _labels(*labels: Label) -> Iterator[str]:
    for label in labels:
        yield from label


def _box_texts(box: TreeBox) -> Iterator[str]:
    yield from box.text
    for below in box.below:
        yield from _box_texts(below)
