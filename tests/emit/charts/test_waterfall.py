from decimal import Decimal

from ghgplan.document.charts import WaterfallChart, WaterfallStep
from ghgplan.emit.charts.font import text_width
from ghgplan.emit.charts.scene import Area, Text
from ghgplan.emit.charts.style import PAPER
from ghgplan.emit.charts.waterfall import lay_out_waterfall


def chart(start, *changes, end):
    steps = [WaterfallStep(("a",), "start", Decimal(start), str(start))]
    steps += [WaterfallStep((f"m{n}",), "change", Decimal(change), str(-change)) for n, change in enumerate(changes)]
    return WaterfallChart(("t",), (*steps, WaterfallStep(("z",), "end", Decimal(end), str(end))))


def spans(scene):
    """Left and right end of each bar, in the order of the steps."""
    bars = [item for item in scene.items if isinstance(item, Area) and item.fill != PAPER]
    return [(bar.points[0][0], bar.points[1][0]) for bar in bars]


def test_each_change_begins_where_the_level_before_it_ends():
    (zero, first), (third, second), (fourth, also_third), (also_zero, last) = spans(
        lay_out_waterfall(chart(100, 60, 30, end=10), text_width)
    )
    assert zero == also_zero
    assert abs(first - second) < 1e-9
    assert abs(third - also_third) < 1e-9
    assert abs(fourth - last) < 1e-9
    assert abs((second - third) - 2 * (also_third - fourth)) < 1e-9
    assert abs((first - zero) - 10 * (last - zero)) < 1e-9


def test_what_rises_stands_above_the_level_before_it():
    _, (low, _), (start, end), _ = spans(lay_out_waterfall(chart(100, 60, -20, end=60), text_width))
    assert abs(low - start) < 1e-9
    assert end > start


def test_small_changes_are_drawn_on_a_cut_axis_and_the_smallest_leaves_a_line():
    scene = lay_out_waterfall(chart(8200, Decimal("2.4"), Decimal("1197.6"), end=7000), text_width)
    _, tiny, large, _ = spans(scene)
    written = [item.text for item in scene.items if isinstance(item, Text)]
    assert "0" in written
    assert "1,000" not in written
    assert tiny[1] - tiny[0] > 0.3
    assert large[1] - large[0] > 20
