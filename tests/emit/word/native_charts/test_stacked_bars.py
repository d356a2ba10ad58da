from decimal import Decimal

from emit.charts.conftest import bars
from emit.word.native_charts.reading import cached, cells, formulas, made, tree, xpath
from ghgplan.document.charts import Bar, StackedBars
from ghgplan.emit.word.native_charts import workbook


def test_what_is_missing_is_a_gap() -> None:
    found = cached(made(bars("zh", {"甲": "11,678 60,579 –", "乙": "330 – 266"})))
    assert found[:3] == [[11678, 330], [60579, None], [None, 266]]


def test_a_total_that_is_the_sum_of_its_parts_is_reckoned() -> None:
    chart = bars("zh", {"甲": "1 2 3", "乙": "4 5 6"})
    content = workbook(made(chart).sheet)
    assert formulas(content) == {"E2": "SUM(B2:D2)", "E3": "SUM(B3:D3)"}
    assert (cells(content)["E2"], cells(content)["E3"]) == (6, 15)
    stated = StackedBars(("t",), (("a",), ("b",)), (Bar(("x",), (Decimal(1), Decimal(2)), ("1", "2")),), ("4",))
    assert formulas(workbook(made(stated).sheet)) == {}
    assert cells(workbook(made(stated).sheet))["D2"] == 4


def test_the_totals_stand_over_the_bars() -> None:
    chart = made(bars("zh", {"甲": "1,000 2,000"}))
    assert cached(chart)[-1] == [3000]
    assert xpath(tree(chart), "//c:lineChart/c:ser[c:spPr/a:ln/a:noFill]/c:dLbls/c:numFmt/@formatCode") == ["#,##0"]
    # Over a bar with removals there is more than its total.
    with_removals = made(bars("zh", {"甲": "1,000 -200"}))
    assert xpath(tree(with_removals), "//c:ser[last()]//c:dLbl//a:t/text()") == ["800"]
    assert xpath(tree(with_removals), "//c15:datalabelsRange/c15:f/text()") == ["Sheet1!$D$2:$D$2"]


def test_the_numbers_stand_in_a_table_under_columns() -> None:
    tables = [len(xpath(tree(made(bars("zh", {f"{number}": "1 2" for number in range(count)}))), "//c:dTable")) for count in (8, 9)]
    assert tables == [1, 0]


def test_a_part_too_low_for_its_figure_has_none() -> None:
    root = tree(made(bars("zh", {"甲": "99.94 0.05"}, totals=False)))
    assert xpath(root, "//c:ser[1]/c:dLbls[c:showVal/@val='1']")
    assert xpath(root, "//c:ser[1]//c:dLbl[c:delete]") == []
    assert len(xpath(root, "//c:ser[2]//c:dLbl[c:delete/@val='1']")) == 1


def test_shares_print_with_their_sign() -> None:
    chart = StackedBars(("t",), (("a",),), (Bar(("x",), (Decimal("99.94"),), ("99.94%",)),))
    assert xpath(tree(made(chart)), "string(//c:numCache/c:formatCode)") == '#,##0.00"%";"−"#,##0.00"%"'


def test_many_bars_lie_in_rows() -> None:
    few, many = (made(bars("zh", {f"{number}": "1 2" for number in range(count)})) for count in (8, 9))
    assert [xpath(tree(chart), "string(//c:barDir/@val)") for chart in (few, many)] == ["col", "bar"]
