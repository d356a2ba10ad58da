from collections import Counter
from decimal import Decimal
from itertools import combinations

from ghgplan.document.charts import PathwayChart, PathwaySeries, Point
from ghgplan.emit.charts import pathway, placement
from ghgplan.emit.charts.font import text_width
from ghgplan.emit.charts.scene import Mark, Stroke, Text
from ghgplan.emit.charts.style import ACTUAL_LOOKS, TARGET_LOOKS


def chart(values, kind="target", **marks):
    points = tuple(Point(year, Decimal(value), f"value {value} of {year}") for year, value in values.items())
    return PathwayChart(("t/t",), ("Year",), ("Base",), ("Aim",), (PathwaySeries(("Series",), kind, points, **marks),))


def texts(scene):
    return {item.text: item for item in scene.items if isinstance(item, Text)}


def value_labels(chart, scene):
    """The values written at marks, by text."""
    values = {point.text for series in chart.series for point in series.points}
    return [
        item
        for item in scene.items
        if isinstance(item, Text) and item.text in values and item.size == pathway.BODY_SIZE and item.align == "center"
    ]


def target_lines(scene):
    colours = {look.colour for look in TARGET_LOOKS}
    return [item.points for item in scene.items if isinstance(item, Stroke) and item.colour in colours and item.points[0][1] > 10.5]


def test_ordinary_pathways_lose_no_label(pathway_chart):
    written = value_labels(pathway_chart, pathway.lay_out_pathway(pathway_chart, text_width))
    assert len(written) == sum(len(series.points) for series in pathway_chart.series)


def test_labels_hide_neither_lines_nor_marks_nor_one_another(pathway_chart):
    assert hidden(pathway_chart) == []


def test_labels_of_close_lines_hide_nothing_either(close_chart):
    assert hidden(close_chart) == []


def hidden(chart):
    scene = pathway.lay_out_pathway(chart, text_width)
    lines = target_lines(scene)
    assert len(lines) == sum(len(series.points) - 1 for series in chart.series if series.kind == "target")
    labels = [(item.text, item.extent(text_width)) for item in value_labels(chart, scene)]
    marks = [item.at for item in scene.items if isinstance(item, Mark) and item.at[1] > 10.5]
    found = [text for text, room in labels for start, end in lines if room.crossed_by(start, end)]
    found += [text for text, room in labels for mark in marks if room.crossed_by(mark, mark)]
    return found + [(one, other) for (one, room), (other, beside) in combinations(labels, 2) if room.overlaps(beside)]


def test_close_lines_keep_what_must_be_read(close_chart):
    scene = pathway.lay_out_pathway(close_chart, text_width)
    written = Counter(item.text for item in value_labels(close_chart, scene))
    weighed = [(pathway._weight(series, point), series.kind, point.text) for series in close_chart.series for point in series.points]
    needed = Counter(text for weight, kind, text in weighed if weight > pathway.BETWEEN and kind == "target")
    assert needed - written == Counter()
    actual = Counter(text for _, kind, text in weighed if kind == "actual")
    # Six actual values over and under fourteen targets in a tenth of the axis: one at most finds no room.
    assert (actual - written).total() <= 1
    words = [item.text for item in scene.items if isinstance(item, Text)]
    assert close_chart.base_label[-1] in words
    assert close_chart.aim_label[-1] in words


def test_no_label_stands_left_of_the_first_year(close_chart):
    scene = pathway.lay_out_pathway(close_chart, text_width)
    first = texts(scene)["2023"].at[0]
    assert min(item.at[0] for item in value_labels(close_chart, scene)) >= first - 1e-6


def test_the_search_for_places_is_bounded(close_chart, monkeypatch):
    passes, candidates, orders = [], [], []
    place, around, placed = pathway.place_labels, placement._places_around, placement._placed

    def counted_around(*arguments):
        found = list(around(*arguments))
        candidates.extend(found)
        return found

    monkeypatch.setattr(pathway, "place_labels", lambda *arguments: passes.append(1) or place(*arguments))
    monkeypatch.setattr(placement, "_places_around", counted_around)
    monkeypatch.setattr(placement, "_placed", lambda *arguments: orders.append(1) or placed(*arguments))
    pathway.lay_out_pathway(close_chart, text_width)
    labels = sum(len(series.points) for series in close_chart.series)
    assert len(passes) <= len(pathway.PLOT_HEIGHTS) == 2
    forms, directions = 2, len(placement._DIRECTIONS)
    assert len(candidates) <= 2 * forms * directions * len(placement.DISTANCES) * labels
    assert len(orders) <= 2 * (len(placement._ORDERS) + 1)


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
