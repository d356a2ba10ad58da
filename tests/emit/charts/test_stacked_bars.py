from decimal import Decimal

from ghgplan.document.charts import Bar, StackedBars
from ghgplan.emit.charts.font import text_width
from ghgplan.emit.charts.scene import Area, Text
from ghgplan.emit.charts.stacked_bars import lay_out_stacked_bars
from ghgplan.emit.charts.style import PART_LOOKS


def chart(*rows, totals=()):
    bars = tuple(Bar((f"B{number}",), tuple(map(Decimal, row)), tuple(map(str, row))) for number, row in enumerate(rows))
    return StackedBars(("t",), tuple((f"Scope {number + 1}",) for number in range(len(rows[0]))), bars, totals)


def heights(scene, part):
    """The heights of a part's segments; the table's swatch comes after them."""
    areas = [item for item in scene.items if isinstance(item, Area) and item.fill == PART_LOOKS[part].fill]
    return [area.points[2][1] - area.points[0][1] for area in areas[:-1]]


def test_heights_are_in_proportion_to_the_values():
    scene = lay_out_stacked_bars(chart((100, 50), (10, 5)), text_width)
    one, two = heights(scene, 0)
    assert abs(one - 10 * two) < 1e-9
    assert abs(heights(scene, 1)[0] - one / 2) < 1e-9


def test_every_value_is_written_however_small_its_segment():
    scene = lay_out_stacked_bars(chart((9093705, 266), (330, 1), totals=("9,093,971", "331")), text_width)
    written = [item.text for item in scene.items if isinstance(item, Text)]
    assert {"9093705", "266", "330", "1", "9,093,971", "331"} <= set(written)


def test_removals_hang_below_the_line_of_zero():
    scene = lay_out_stacked_bars(chart((100, -50)), text_width)
    up, down = (next(item for item in scene.items if isinstance(item, Area) and item.fill == PART_LOOKS[part].fill) for part in (0, 1))
    assert abs(up.points[2][1] - down.points[0][1]) < 1e-9


def test_more_bars_than_fit_go_to_another_panel_on_the_same_scale():
    scene = lay_out_stacked_bars(chart(*((1000000 * number, 5) for number in range(1, 13))), text_width)
    names = [item for item in scene.items if isinstance(item, Text) and item.text.startswith("B")]
    assert len({round(name.at[1], 3) for name in names}) == 2
    areas = [item for item in scene.items if isinstance(item, Area) and item.fill == PART_LOOKS[0].fill]
    ticks = [item.text for item in scene.items if isinstance(item, Text) and item.text == "10,000,000"]
    assert len(ticks) == 2
    assert len(areas) == 12 + 2
