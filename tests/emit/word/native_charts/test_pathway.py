from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emit.charts.conftest import pathway, series
from emit.word.native_charts.reading import cached, made, tree, xpath
from ghgplan.document.charts import PathwayChart, PathwaySeries, Point

VALUES = {2023: "0.82", 2025: "0.79", 2026: "0.77", 2030: "0.71"}


def sample(mode: str = "zh-en"):
    target = series(("铝合金", "Cast alloy")[: 2 if mode == "zh-en" else 1], VALUES, base_year=2023, aim=2030)
    return pathway(mode, target, series(("实际",), {2025: "0.80"}, "actual"))


def test_a_year_without_a_value_is_a_gap() -> None:
    zero_free = cached(made(sample()))
    assert zero_free[0] == [Decimal(VALUES[year]) if year in VALUES else None for year in range(2023, 2031)]
    assert zero_free[1] == [Decimal("0.80") if year == 2025 else None for year in range(2023, 2031)]
    assert xpath(tree(made(sample())), "string(//c:dispBlanksAs/@val)") == "span"


def test_both_languages_stand_in_a_name() -> None:
    assert xpath(tree(made(sample())), "string(//c:ser[1]/c:tx//c:v)") == "铝合金 Cast alloy"


def test_base_year_and_aim_are_marked_and_named() -> None:
    root = tree(made(sample()))
    assert xpath(root, "//c:ser[1]/c:dPt/c:idx/@val") == ["0", "7"]
    first, last = ("".join(label.itertext()) for label in xpath(root, "//c:ser[1]//c:dLbl[c:tx]"))
    assert (first, last) == ("基准年Base year0.82", "中期目标Intermediate target0.71")


def test_the_labels_are_the_values_themselves() -> None:
    root = tree(made(sample("zh")))
    assert xpath(root, "//c:dLbl/c:tx//a:fld/@type") == ["VALUE", "VALUE"]
    assert set(xpath(root, "//c:ser/c:dLbls/c:showVal/@val")) == {"1"}
    assert set(xpath(root, "//c:ser/c:dLbls/c:numFmt/@formatCode")) == {"#,##0.00"}


def test_actual_values_are_marks_without_a_line() -> None:
    root = tree(made(sample()))
    assert xpath(root, "//c:ser[2]/c:spPr/a:ln/a:noFill")
    assert xpath(root, "string(//c:ser[2]/c:marker/c:symbol/@val)") == "diamond"


@pytest.mark.parametrize("chart", [sample("zh"), pathway("zh", series(("一",), {2024: "0.170", 2025: "0.171"}))])
def test_the_axis_begins_at_zero(chart: PathwayChart) -> None:
    assert Decimal(xpath(tree(made(chart)), "string(//c:valAx/c:scaling/c:min/@val)")) == 0


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(1990, 2060), st.decimals(0, 10**6, places=3), min_size=1, max_size=30), st.data())
def test_every_point_is_where_its_year_is(values: dict[int, Decimal], data: st.DataObject) -> None:
    years = sorted(values)
    base, aim = data.draw(st.sampled_from(years)), data.draw(st.sampled_from(years))
    points = tuple(Point(year, values[year], f"{values[year]:,}") for year in years)
    chart = made(pathway("zh", PathwaySeries(("一",), "target", points, base, aim)))
    assert cached(chart)[0] == [values.get(year) for year in range(years[0], years[-1] + 1)]
