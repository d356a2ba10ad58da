from decimal import Decimal

from ghgplan.document.blocks import Edition, Figure, plain
from ghgplan.document.charts import FlowDiagram, PathwayChart, StackedBars, TreeDiagram
from ghgplan.document.compose import compose
from little_plans import report

PLAN = """
entities: {one: {name: {zh: 甲厂, en: Plant A}}, two: {name: {zh: 乙厂, en: Plant B}}}
inventory:
  one:
    stated: {scope 1: {2024: 23583.69 tCO2e}, scope 2: {2024: 114239.98 tCO2e}, scope 3: {2024: 625666.59 tCO2e}}
    sources:
      cars: {name: 车, carrier: 汽油, scope: scope 1, kind: mobile combustion, gases: [CO2], stated: {2024: 20.35 tCO2e}, stated shares: {2024: 0.14 %}}
      none: {name: 无, carrier: 无, scope: scope 1, kind: process, gases: [CO2], stated: {2024: 0 tCO2e}, stated shares: {2024: 0.00 %}}
      grid: {name: 电, carrier: 电力, scope: scope 2, kind: purchased electricity, gases: [CO2], stated: {2024: 14799.18 tCO2e}, stated shares: {2024: 99.86 %}}
pathways:
  one: {entity: one, boundary: scope 1+2, base year: 2023, base: 0.82, unit: tCO2e/t, method: asi-tool, values: {2025: 0.79, 2026: 0.77}, aim: 2026}
  two: {entity: two, boundary: scope 1+2, base year: 2023, unit: tCO2e/t, method: asi-tool, values: {2025: 1.21}}
progress: {one: {actual: {2025: 0.80}}}
diagrams:
  flow: {caption: {zh: 流程, en: Flow}, steps: [{zh: 熔炼, en: Melting}, RET]}
  tree: {caption: {zh: 组织, en: Organisation}, top: head, boxes: {head: {text: 总}, a: {text: 甲, under: head}, b: {text: 乙, under: a}}}
"""

TWO_ENTITIES = """
entities: {one: {name: {zh: 甲厂, en: Plant A}}, two: {name: {zh: 乙厂, en: Plant B}}}
inventory:
  one: {stated: {scope 1: {2023: 10 tCO2e, 2024: 9 tCO2e}}}
  two: {stated: {scope 1: {2023: 20 tCO2e, 2024: 19 tCO2e}}}
"""


def drawn(item: str) -> Figure:
    source = report(f"{PLAN}outline: [{{title: {{zh: 图, en: Charts}}, body: [{item}]}}]\n")
    outcome = compose(source, Edition.CHINESE)
    assert outcome.value is not None, [d.message("en") for d in outcome.diagnostics]
    figure = outcome.value.blocks[1]
    assert isinstance(figure, Figure)
    return figure


def test_a_pathway_has_its_base_its_aim_and_what_was_achieved():
    chart = drawn("{chart: pathway, of: [one]}").chart
    assert isinstance(chart, PathwayChart)
    target, actual = chart.series
    assert [(point.year, point.value, point.text) for point in target.points] == [
        (2023, Decimal("0.82"), "0.82"),
        (2025, Decimal("0.79"), "0.79"),
        (2026, Decimal("0.77"), "0.77"),
    ]
    assert (target.base_year, target.aim, actual.kind, actual.points[0].text) == (2023, 2026, "actual", "0.80")
    assert chart.vertical == ("排放强度（tCO₂e/t）",)


def test_lines_are_called_by_what_sets_them_apart():
    chart = drawn("{chart: pathway, of: [one, two]}").chart
    assert isinstance(chart, PathwayChart)
    assert [series.name for series in chart.series] == [("甲厂：目标",), ("甲厂：实际",), ("乙厂",)]
    assert chart.series[2].base_year is None


def test_words_for_those_who_cannot_see_the_chart_hold_its_figures():
    figure = drawn("{chart: pathway, of: [one]}")
    assert all(text in plain(figure.alternative) for text in ("2023年0.82", "2026年0.77"))


def test_emissions_by_scope_stand_on_one_another():
    chart = drawn("{chart: emissions by scope, of: [one]}").chart
    assert isinstance(chart, StackedBars)
    assert [bar.texts for bar in chart.bars] == [("23,583.69", "114,239.98", "625,666.59")]
    assert (chart.totals, chart.total_label) == (("763,490.26",), ("合计",))


def test_bars_are_called_by_what_sets_them_apart():
    def names(edition: Edition, years: str) -> tuple[list[tuple[str, ...]], str]:
        source = report(f"{TWO_ENTITIES}outline: [{{title: {{zh: 图, en: Charts}}, body: [{{chart: emissions by scope{years}}}]}}]\n")
        outcome = compose(source, edition)
        assert outcome.value is not None, [d.message("en") for d in outcome.diagnostics]
        figure = next(outcome.value.figures())
        assert isinstance(figure.chart, StackedBars)
        return [bar.name for bar in figure.chart.bars], plain(figure.alternative)

    bars, alternative = names(Edition.CHINESE, "")
    assert bars == [("甲厂 2023年",), ("甲厂 2024年",), ("乙厂 2023年",), ("乙厂 2024年",)]
    assert all(f"{name}：" in alternative for (name,) in bars)
    assert names(Edition.SIDE_BY_SIDE, "")[0][1] == ("甲厂 2024年", "Plant A 2024")
    assert names(Edition.ENGLISH, ", years: [2024]")[0] == [("Plant A",), ("Plant B",)]


def test_shares_leave_out_what_emits_nothing():
    chart = drawn("{chart: emission shares, of: [one]}").chart
    assert isinstance(chart, StackedBars)
    assert chart.parts == (("移动燃烧源",), ("外购电力",))
    assert [bar.texts for bar in chart.bars] == [("0.14%", "99.86%")]


def test_diagrams_from_words():
    flow = drawn("{chart: diagram, of: [flow]}").chart
    assert flow == FlowDiagram((("熔炼",), ("RET",)))
    tree = drawn("{chart: diagram, of: [tree]}").chart
    assert isinstance(tree, TreeDiagram)
    assert (tree.top.text, tree.top.below[0].text, tree.top.below[0].below[0].text) == (("总",), ("甲",), ("乙",))


def test_side_by_side_labels_have_both_languages():
    source = report(f"{PLAN.partition('inventory:')[0]}pathways:{PLAN.partition('pathways:')[2].partition('diagrams:')[0]}"
                    "outline: [{title: {zh: 图, en: Charts}, body: [{chart: pathway, of: [one]}]}]\n")  # fmt: skip
    outcome = compose(source, Edition.SIDE_BY_SIDE)
    assert outcome.value is not None
    chart = next(outcome.value.figures()).chart
    assert isinstance(chart, PathwayChart)
    assert chart.vertical == ("排放强度（tCO₂e/t）", "Emission intensity (tCO₂e/t)")


def test_the_total_over_a_bar_is_the_tables_also_where_categories_are_stated():
    stated = "{scope 1: {2023: 330 tCO2e}, scope 2: {2023: 9101 tCO2e}, category 1: {2023: 330 tCO2e}, category 4: {2023: 85419 tCO2e}}"
    source = report(
        f"entities: {{one: {{name: 甲厂}}}}\ninventory: {{one: {{stated: {stated}}}}}\n"
        "outline: [{title: 图, body: [{chart: emissions by scope}, {table: emissions by scope}]}]\n"
    )
    outcome = compose(source, Edition.CHINESE)
    assert outcome.value is not None
    _, figure, table = outcome.value.blocks
    assert isinstance(figure, Figure)
    assert isinstance(figure.chart, StackedBars)
    assert figure.chart.totals == ("9,431",)
    assert plain(table.body[-1][-1].words) == "9,431"
