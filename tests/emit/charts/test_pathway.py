from decimal import Decimal

from ghgplan.document.charts import PathwayChart, PathwaySeries, Point
from ghgplan.emit.charts import pathway
from ghgplan.emit.charts.font import text_width
from ghgplan.emit.charts.scene import Mark, Stroke, Text
from ghgplan.emit.charts.style import ACTUAL_LOOKS, TARGET_LOOKS


def chart(values, kind="target", **marks):
    points = tuple(Point(year, Decimal(value), f"value {value} of {year}") for year, value in values.items())
    return PathwayChart(("t/t",), ("Year",), ("Base",), ("Aim",), (PathwaySeries(("Series",), kind, points, **marks),))


def texts(scene):
    return {item.text: item for item in scene.items if isinstance(item, Text)}


def test_labels_of_the_hard_cases_stand_free(pathway_chart):
    assert any(pathway._lay_out(pathway_chart, text_width, height)[1] == 0 for height in pathway.PLOT_HEIGHTS)


def test_every_label_lies_clear_of_the_lines_of_all_targets(pathway_chart):
    scene = pathway.lay_out_pathway(pathway_chart, text_width)
    colours = {look.colour for look in TARGET_LOOKS}
    lines = [item.points for item in scene.items if isinstance(item, Stroke) and item.colour in colours and item.points[0][1] > 8]
    values = {point.text for series in pathway_chart.series for point in series.points}
    labels = [
        item.extent(text_width) for item in scene.items if isinstance(item, Text) and item.text in values and item.size == pathway.BODY_SIZE
    ]
    assert len(labels) == sum(len(series.points) for series in pathway_chart.series)
    assert len(lines) == sum(len(series.points) - 1 for series in pathway_chart.series if series.kind == "target")
    assert not [label for label in labels for start, end in lines if label.crossed_by(start, end)]


def test_the_years_stand_on_a_true_time_axis():
    years = texts(pathway.lay_out_pathway(chart({2027: "3", 2028: "2", 2030: "1"}), text_width))
    one, two = years["2028"].at[0] - years["2027"].at[0], years["2030"].at[0] - years["2028"].at[0]
    assert abs(two - 2 * one) < 1e-9
    assert "2029" not in years


def test_the_base_year_and_the_aim_are_named_and_marked():
    plain = pathway.lay_out_pathway(chart({2024: "3", 2025: "2", 2026: "1"}), text_width)
    marked = pathway.lay_out_pathway(chart({2024: "3", 2025: "2", 2026: "1"}, base_year=2024, aim=2026), text_width)
    assert {"Base", "Aim"} & texts(plain).keys() == set()
    assert {"Base", "Aim"} <= texts(marked).keys()
    rings = [item for item in marked.items if isinstance(item, Mark) and item.size >= pathway.RING_SIZE]
    assert [ring.at[0] for ring in rings] == [texts(marked)["2024"].at[0], texts(marked)["2026"].at[0]]


def test_actual_values_are_marks_of_another_shape_without_a_line():
    scene = pathway.lay_out_pathway(chart({2024: "3", 2025: "2"}, kind="actual"), text_width)
    colours = {look.colour for look in ACTUAL_LOOKS}
    assert not [item for item in scene.items if isinstance(item, Stroke) and item.colour in colours]
    shapes = {item.shape for item in scene.items if isinstance(item, Mark)}
    assert shapes.isdisjoint(look.shape for look in TARGET_LOOKS)


def test_a_cut_axis_shows_its_cut_and_its_zero():
    cut = pathway.lay_out_pathway(chart({2024: "0.080", 2025: "0.079"}), text_width)
    whole = pathway.lay_out_pathway(chart({2024: "0.80", 2025: "0.40"}), text_width)

    def slanted(scene):
        axis = [item for item in scene.items if isinstance(item, Stroke) and item.colour == pathway.AXIS]
        return [item for item in axis if len({x for x, _ in item.points}) == 2 and len({y for _, y in item.points}) == 2]

    assert len(slanted(cut)) == 2
    assert "0" in texts(cut)
    assert slanted(whole) == []
