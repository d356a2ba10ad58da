"""Tables of computed pathways: rates, check against the curve, outlook, and the mark of indicative values."""

from __future__ import annotations

from ghgplan.document.blocks import Edition, Figure, Table, plain
from ghgplan.document.charts import PathwayChart
from ghgplan.document.compose import compose
from little_plans import report

PLAN = """
entities: {plant: {name: {zh: 北厂, en: North plant}, activity: casthouse}}
inventory: {plant: {production: {2024: 1000 t}}}
pathways:
  process:
    {entity: plant, boundary: scope 1+2, base year: 2024, unit: tCO2e/t, method: asi-tool, values: {2024: 10.0, 2025: 9.0, 2027: 7.3}}
  metal:
    {entity: plant, boundary: scope 3 category 1, base year: 2023, base: 10.1, unit: tCO2e/t, method: asi-curve, years: [2030, 2040]}
progress:
  process: {actual: {2025: 9.5, 2026: 8.0}}
"""


def table(item: str, edition: Edition = Edition.CHINESE, chapters: str = PLAN) -> Table:
    outcome = compose(report(f"{chapters}\noutline: [{{title: {{zh: 甲, en: A}}, body: [{item}]}}]\n"), edition)
    assert outcome.value is not None, [d.message("en") for d in outcome.diagnostics]
    found = outcome.value.blocks[1]
    assert isinstance(found, Table)
    return found


def cells(found: Table) -> list[list[str]]:
    return [[plain(cell.words) for cell in row] for row in (*found.head, *found.body)]


def test_rates_of_one_pathway() -> None:
    # 9.0: 10 % below; 7.3: 27 % below, (7.3 / 9)^(1/2) = 0.9006 a year, 0.73^(1/3) = 0.9004 a year; budget 9.0 and 7.3 x 1000 t.
    assert cells(table("{table: pathway rates, of: [process]}")) == [
        ["年份", "排放强度（tCO₂e/t）", "较基准年累计下降率（%）", "较前一列示年份的年均下降率（%）", "自基准年起年均下降率（%）",
         "以基准值计的年均下降率（%）", "排放预算（tCO₂e）"],
        ["2024", "10.0", "—", "—", "—", "—", "—"],
        ["2025", "9.0", "10.0", "10.0", "10.0", "10.0", "9,000"],
        ["2027（中期）", "7.3", "27.0", "9.9", "10.0", "9.0", "7,300"],
    ]  # fmt: skip


def test_indicative_values_are_marked_and_explained() -> None:
    # 0.1 + 10 x 0.73164 = 7.4164 in 2030; half the way to 0.1 in 2040: 3.7582.
    found = table("{table: pathways, of: [metal]}")
    assert cells(found)[1] == ["采购铝（范围3，类别1）", "10.1", "7.4", "3.8*"]
    assert found.note is not None
    assert "指示性" in plain(found.note)
    assert "不是 ASI 官方工具" in plain(found.note)
    english = table("{table: pathways, of: [metal], years: [2023, 2030]}", Edition.ENGLISH)
    assert english.note is not None
    assert "not the official ASI tool" in plain(english.note)
    assert "ndicative" not in plain(english.note)


def test_rates_of_several_pathways_name_each_once() -> None:
    found = cells(table("table: pathway rates"))
    assert [row[0] for row in found if len(row) == len(found[0])] == ["路径", "工艺排放（范围1+2）", "采购铝（范围3，类别1）"]
    assert found[-1][:2] == ["2040", "3.8*"]


def test_stated_values_against_the_curve() -> None:
    # 0.0765 + 9.9235 x 0.95567 / 0.97293 = 9.824 and x 0.91320 / 0.97293 = 9.391
    found = table("table: pathway check")
    assert cells(found) == [
        ["年份", "填报值（tCO₂e/t）", "曲线值（tCO₂e/t）", "差值（tCO₂e/t）"],
        ["2025", "9.0", "9.8", "−0.8"],
        ["2027", "7.3", "9.4", "−2.1"],
    ]
    assert found.note is not None


def test_the_outlook_stands_once_beside_the_years() -> None:
    # 9.5 is 5.6 % above 9.0; from 8.0 in 2026 to 7.3 in 2027: 8.75 %; trend: 1.0 a year, so 7.0, 0.3 below.
    found = cells(table("table: progress outlook"))
    assert found[1] == [
        "工艺排放（范围1+2）（tCO₂e/t）",
        "2025",
        "9.0",
        "9.5",
        "+0.5",
        "+5.6%",
        "否",
        "2027",
        "7.3",
        "8.8%",
        "0.70",
        "7.0",
        "−0.3",
    ]
    assert found[2] == ["2026", "—", "8.0", "—", "—", "—"]
    assert cells(table("table: progress outlook", Edition.ENGLISH))[1][6] == "no"


def test_a_forecast_from_a_single_actual_value_is_marked() -> None:
    # 10.0 in 2024, 9.5 in 2025: half a tonne a year; 8.5 in 2027.
    found = table("table: progress outlook", Edition.ENGLISH, PLAN.replace(", 2026: 8.0", ""))
    assert cells(found)[1][11] == "8.5*"
    assert found.note is not None
    assert "single actual value" in plain(found.note)
    assert table("table: progress outlook", Edition.ENGLISH).note is None


def test_a_chart_marks_what_is_indicative() -> None:
    outcome = compose(
        report(f"{PLAN}\noutline: [{{title: {{zh: 甲, en: A}}, body: [{{chart: pathway, of: [metal]}}]}}]\n"), Edition.ENGLISH
    )
    assert outcome.value is not None
    figure = outcome.value.blocks[1]
    assert isinstance(figure, Figure)
    assert isinstance(figure.chart, PathwayChart)
    assert figure.chart.horizontal == ("Year (*: indicative)",)
    assert [point.text for point in figure.chart.series[0].points] == ["10.1", "7.4", "3.8*"]
    assert "(indicative)" in plain(figure.alternative)
