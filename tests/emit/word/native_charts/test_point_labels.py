from itertools import combinations

import pytest

from emit.charts.conftest import MODES, close_pathways, pathway, pathways, series
from ghgplan.document.charts import PathwayChart, Point
from ghgplan.emit.word.native_charts.point_labels import names_of, point_labels

SAMPLES = {f"{name}, {mode}": chart for mode in MODES for name, chart in {**pathways(mode), **close_pathways(mode)}.items()}


def spot(point: Point) -> tuple[float, float]:
    return 18.0 * (point.year - 2023), 60.0 - 5.0 * float(point.value)


@pytest.fixture(params=SAMPLES.values(), ids=list(SAMPLES))
def chart(request: pytest.FixtureRequest) -> PathwayChart:
    return request.param


def test_base_year_and_aim_are_always_named(chart: PathwayChart) -> None:
    labels = point_labels(chart, spot)
    for number, one in enumerate(chart.series):
        for point in one.points:
            if names := names_of(chart, one, point):
                assert labels[number, point.year].names == names


def test_of_two_points_in_a_year_the_higher_is_labelled_above() -> None:
    chart = pathway("zh", series(("一",), {2023: "5", 2024: "5"}), series(("二",), {2023: "3", 2024: "3"}))
    labels = point_labels(chart, spot)
    assert {place: label.side for place, label in labels.items()} == {(0, 2023): "t", (0, 2024): "t", (1, 2023): "b", (1, 2024): "b"}


def test_labels_in_the_way_are_left_out() -> None:
    chart = pathway("zh", series(("一",), dict.fromkeys(range(2023, 2031), "5.00")))
    crowded = point_labels(chart, lambda point: (1.0 * (point.year - 2023), 10.0))
    assert 0 < len(crowded) < 8
    assert len(point_labels(chart, spot)) == 8
    assert all(one != other for one, other in combinations(crowded, 2))
