"""What holds for every kind of chart: the numbers are the description's, and so are the names."""

import re
from decimal import Decimal

import pytest

from emit.charts.conftest import MODES, flow
from emit.charts.conftest import tree as tree_diagram
from emit.word.native_charts.reading import FONTS, cells, formulas, made, names, native_samples, tree, xpath
from ghgplan.document.charts import Chart, PathwayChart, StackedBars, WaterfallChart
from ghgplan.emit.word.native_charts import native_chart, part, workbook
from ghgplan.emit.word.native_charts.extent import on_one_line
from ghgplan.emit.word.native_charts.numbers import cell_number

SAMPLES = {f"{name}, {mode}": chart for mode in MODES for name, chart in native_samples(mode).items()}


@pytest.fixture(params=SAMPLES.values(), ids=list(SAMPLES))
def chart(request: pytest.FixtureRequest) -> Chart:
    return request.param


def held(chart: Chart) -> list[Decimal]:
    """Every number of a description as a cell holds it; a change with the sign of its effect."""
    match chart:
        case PathwayChart():
            return [cell_number(point.value, point.text) for one in chart.series for point in one.points]
        case StackedBars():
            pairs = [pair for bar in chart.bars for pair in zip(bar.values, bar.texts, strict=True)]
            return [cell_number(value, text) for value, text in pairs if value is not None]
        case WaterfallChart():
            return [cell_number(step.value if step.kind in ("start", "end") else -step.value, step.text) for step in chart.steps]
        case _:
            raise AssertionError(chart)


def test_every_number_is_in_the_workbook(chart: Chart) -> None:
    found = [value for value in cells(workbook(made(chart).sheet)).values() if isinstance(value, Decimal)]
    for value in held(chart):
        assert value in found
        found.remove(value)


def test_the_chart_remembers_what_the_workbook_holds(chart: Chart) -> None:
    native = made(chart)
    content = cells(workbook(native.sheet))
    for reference in xpath(tree(native), "//c:numRef | //c:strRef"):
        first, _, last = xpath(reference, "string(c:f)").removeprefix("Sheet1!").replace("$", "").partition(":")
        column, row = first.rstrip("0123456789"), int(first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        rows = int((last or first).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - row + 1
        points = {int(point.get("idx")): xpath(point, "string(c:v)") for point in xpath(reference, ".//c:pt")}
        assert xpath(reference, "string(.//c:ptCount/@val)") == str(rows)
        for position in range(rows):
            cell = content.get(f"{column}{row + position}")
            text = points.get(position)
            if isinstance(cell, Decimal):
                assert text is not None
                assert Decimal(text) == cell
            else:
                assert (text or None) == (cell or None)


def test_series_are_called_as_in_the_description(chart: Chart) -> None:
    match chart:
        case PathwayChart():
            assert names(made(chart)) == [on_one_line(one.name) for one in chart.series]
        case StackedBars():
            assert names(made(chart))[: len(chart.parts)] == [on_one_line(part) for part in chart.parts]
        case _:
            pass


def test_the_same_chart_gives_the_same_bytes(chart: Chart) -> None:
    assert part(made(chart)) == part(made(chart))
    assert workbook(made(chart).sheet) == workbook(made(chart).sheet)


def test_texts_are_set_in_the_fonts_of_the_document(chart: Chart) -> None:
    root = tree(made(chart))
    assert set(xpath(root, "//a:latin/@typeface")) == {"Arial"}
    assert set(xpath(root, "//a:ea/@typeface")) == {"宋体"}


def test_only_our_own_formulas_are_formulas(chart: Chart) -> None:
    assert all(re.fullmatch(r"[A-Z0-9+\-(),:]+", formula) for formula in formulas(workbook(made(chart).sheet)).values())


def test_diagrams_and_charts_of_nothing_stay_pictures() -> None:
    nothing = (flow("zh"), tree_diagram("zh"), StackedBars(("a",), (), ()), WaterfallChart(("a",), ()))
    assert [native_chart(chart, FONTS) for chart in nothing] == [None] * 4
