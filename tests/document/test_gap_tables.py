from ghgplan.document.blocks import Edition, Figure, Table, plain
from ghgplan.document.charts import WaterfallChart
from ghgplan.document.compose import compose
from little_plans import plan_file, report

PLAN = """
entities: {plant: {name: {zh: 厂, en: Plant}}}
inventory: {plant: {production: {2024: 8000 t}}}
pathways:
  process: {entity: plant, boundary: scope 1+2, base year: 2024, unit: tCO2e/t, method: asi-tool, values: {2024: 0.82, 2030: 0.70}, aim: 2030}
"""
MEASURES = """
measures:
  a: {name: {zh: 节气, en: Less gas}, content: {zh: 一, en: One}, from: 2025, reduction: 240 tCO2e, cost: 100 万元, yearly saving: 40 万元}
  b: {content: {zh: 培训, en: Training}}
"""


def block(item: str, chapters: str = PLAN + MEASURES, edition: Edition = Edition.ENGLISH, **members: str) -> Table | Figure:
    outline = f"outline: [{{title: {{zh: 甲, en: A}}, body: [{item}]}}]\n"
    outcome = compose(report(chapters + outline, {name: plan_file(text) for name, text in members.items()}), edition)
    assert outcome.value is not None, [d.message("en") for d in outcome.diagnostics]
    found = outcome.value.blocks[1]
    assert isinstance(found, Table | Figure)
    return found


def rows(found: Table | Figure) -> list[list[str]]:
    assert isinstance(found, Table)
    return [[plain(cell.words) for cell in row] for row in found.body]


def test_the_gap_says_what_is_missing_and_what_it_stands_on():
    # 0.12 x 8000 t = 960 t; 240 t given; 720 t missing; 25 % covered.
    found = block("table: gap")
    assert rows(found) == [["Plant", "Process emissions (scopes 1+2)", "2030", "960.00", "240", "720.00", "25.0%"]]
    assert isinstance(found, Table)
    assert found.note is not None
    assert "base year 2024, 0.82" in plain(found.note)
    assert "2030 is not known; that of 2024 stands for it, 8,000" in plain(found.note)


def test_without_quantified_measures_the_gap_has_dashes_and_the_whole_is_missing():
    assert rows(block("table: gap", PLAN))[0][3:] == ["960.00", "—", "960.00", "—"]
    assert rows(block("table: gap", PLAN.replace("production: {2024: 8000 t}", "")))[0][3:] == ["—"] * 4


def test_abatement_lists_every_measure_quantified_or_not():
    assert rows(block("table: abatement", edition=Edition.CHINESE)) == [
        ["节气", "工艺排放（范围1+2）", "2030", "240", "30.00", "100\u00a0万元", "2.5\u00a0年", "25.0%"],
        ["培训", "—", "—", "—", "—", "—", "—", "—"],
    ]


def test_the_waterfall_runs_from_the_base_over_the_measures_to_the_target():
    found = block("{chart: gap, of: [process]}")
    assert isinstance(found, Figure)
    assert isinstance(found.chart, WaterfallChart)
    assert [(step.name, step.kind, step.text) for step in found.chart.steps] == [
        (("At the level of the base year 2024",), "start", "6,560.00"),
        (("Less gas",), "change", "−240"),
        (("Missing",), "missing", "−720.00"),
        (("Target of 2030",), "end", "5,600.00"),
    ]
    assert "720.00" in plain(found.alternative)
    # For a drawer whose readers can open the numbers.
    assert (len(found.chart.columns), found.chart.columns[0]) == (6, ("Amount or change",))
    assert found.chart.cut_label == ("axis does not begin at zero",)


def test_members_and_their_group():
    small = PLAN.replace("8000 t", "2000 t").replace("2024: 0.82, 2030: 0.70", "2024: 0.42, 2030: 0.20")
    members = "members: {north: {name: {zh: 北方, en: North}, plan: n.yaml}, south: {name: {zh: 南方, en: South}, plan: s.yaml}}\n"
    # (0.82 x 8000 + 0.42 x 2000) / 10000 = 0.74; (0.70 x 8000 + 0.20 x 2000) / 10000 = 0.60
    assert rows(block("table: group", members, north=PLAN, south=small)) == [
        ["North", "2024", "8,000", "0.82\u00a0tCO₂e/t", "2030", "0.70\u00a0tCO₂e/t", "80.0%"],
        ["South", "2024", "2,000", "0.42\u00a0tCO₂e/t", "2030", "0.20\u00a0tCO₂e/t", "20.0%"],
        ["Group (weighted by production)", "2024", "10,000", "0.74\u00a0tCO₂e/t", "2030", "0.60\u00a0tCO₂e/t", "100%"],
    ]


def test_the_group_s_table_says_whose_year_the_production_is():
    members = "members: {north: {name: {zh: 北方, en: North}, plan: n.yaml}, south: {name: {zh: 南方, en: South}, plan: s.yaml}}\n"
    later = PLAN.replace("2024: 8000 t", "2024: 8000 t, 2025: 9000 t")
    same = block("table: group", members, north=later, south=later)
    assert isinstance(same, Table)
    assert same.note is not None
    assert "Production and weights are those of 2025. The base value is weighted by the production of 2024." in plain(same.note)
    other = block("table: group", members, north=PLAN, south=PLAN.replace("2024: 8000 t", "2025: 9000 t"))
    assert [row[2] for row in rows(other)] == ["8,000 (2024)", "9,000 (2025)", "17,000"]
    assert isinstance(other, Table)
    assert other.note is not None
    assert "of different years" in plain(other.note)
