from textwrap import dedent

from ghgplan.document.blocks import Edition, Table, plain
from ghgplan.document.compose import compose
from little_plans import plan_file, report

PLANTS = """
entities:
  plant: {name: {zh: 北厂, en: North plant}}
  south: {name: {zh: 南厂, en: South plant}}
inventory:
  plant:
    production: {2023: 7880 t}
    sources:
      power:
        {name: {zh: 车间, en: Workshops}, carrier: {zh: 电力, en: Electricity}, scope: scope 2, kind: purchased electricity, gases: [CO2],
         activity: {2023: 224.222 万kWh}, factor: 0.404 tCO2/MWh}
  south:
    production: {2024: 100 t}
    stated: {scope 1: {2024: 20 tCO2e}, scope 2: {2024: 30 tCO2e}}
pathways:
  process: {entity: plant, boundary: scope 1+2, base year: 2023, unit: tCO2e/tAl, method: asi-tool, values: {2023: 0.5, 2024: 0.4}}
"""


def record(item: str, chapters: str = PLANTS, edition: Edition = Edition.CHINESE, **members: str) -> list[list[str]]:
    source = report(f"{chapters}\noutline: [{{title: A, body: [{item}]}}]\n", {name: plan_file(text) for name, text in members.items()})
    outcome = compose(source, edition)
    assert outcome.value is not None, [d.message("en") for d in outcome.diagnostics]
    table = outcome.value.blocks[1]
    assert isinstance(table, Table)
    assert table.note
    return [[plain(cell.words).replace("\u00a0", " ") for cell in row] for row in (*table.head, *table.body)]


def test_every_computed_number_with_its_formula_its_inputs_and_their_places() -> None:
    # 224.222 万kWh = 2242.22 MWh; x 0.404 = 905.85688 tCO2e
    rows = record("table: calculation record")
    assert rows[:3] == [
        ["数据项", "公式", "输入及出处", "结果"],
        ["排放清单"],
        ["北厂，外购能源间接排放（范围2），2023年", "S = A1 + A2 + …", "车间，电力，排放量，2023年：905.86 tCO₂e", "905.86 tCO₂e"],
    ]
    assert [
        "北厂，车间，电力，排放量，2023年",
        "E = AD × EF\nGB/T 32150-2015（凭记忆，未核实）",
        "活动数据，2023年：224.222 万kWh（plan.yaml:12）\n排放因子：0.404 tCO₂/MWh（plan.yaml:12）",
        "905.86 tCO₂e",
    ] in rows
    pathways = rows.index(["减排路径"])
    # (0.5 - 0.4) / 0.5
    reduction = next(row for row in rows[pathways:] if row[0] == "北厂，工艺排放（范围1+2），累计下降，2024年")
    assert reduction[3] == "20.0%"


def test_the_record_of_one_entity_and_of_one_year() -> None:
    south = record("{table: calculation record, of: [south]}")
    assert [row[0] for row in south[2:]] == ["南厂，范围1+2排放量，2024年", "南厂，合计，2024年", "南厂，排放强度，2024年"]
    year = record("{table: calculation record, years: [2024]}")
    assert not any("2023年" in row[0] for row in year)
    assert any("2024年" in row[0] for row in year)
    assert ["减排路径"] in year


def test_in_english_and_side_by_side() -> None:
    rows = record("{table: calculation record, of: [south]}", edition=Edition.ENGLISH)
    assert rows[-1] == [
        "South plant, Emission intensity, 2024",
        "I = E / P",
        "Scope 1+2 emissions, 2024: 50 tCO₂e\nProduction, 2024: 100 t (plan.yaml:14)",
        "0.500 tCO₂e/t",
    ]
    assert record("{table: calculation record, of: [south]}", edition=Edition.SIDE_BY_SIDE)[-1][0].startswith(
        "南厂，排放强度，2024年 South plant"
    )


def test_a_group_s_record_holds_its_members_numbers_and_its_own() -> None:
    group = "members: {north: {plan: north.yaml, name: {zh: 北方, en: North}}}"
    alone = record("{table: calculation record, of: [north]}", group, north=PLANTS)
    assert ["集团"] not in alone
    every = record("table: calculation record", group, north=PLANTS)
    assert every[: len(alone)] == alone


def test_a_step_without_a_name_shows_its_own_inputs_and_the_library_its_entries() -> None:
    diesel = """
    accounting: {fuels: mee}
    entities: {plant: {name: {zh: 厂, en: Plant}}}
    inventory:
      plant:
        sources:
          diesel:
            {name: 叉车, carrier: 柴油, scope: scope 1, kind: mobile combustion, gases: [CO2], activity: {2023: 2000 L}, fuel: diesel,
             density: 0.86 kg/L}
    """
    factor = next(row for row in record("table: calculation record", dedent(diesel)) if "排放因子" in row[0])
    # 42.652 GJ/t x 20.2 tC/TJ / 1000 x 0.98 x 44/12 = 3.09590964 tCO2/t, x 0.86 = 2.6625 kgCO2/L
    assert factor[3] == "2.6625 kgCO₂/L"
    step, *below, density = factor[2].split("\n")
    assert step == "EF = NCV × CC × OF × 44/12：3.0959 tCO₂/t"
    assert below[0] == "· 柴油：42.652 GJ/t（参考数据库 fuel/mee/diesel，第三方所述，未见官方文本）"
    assert len(below) == 3
    assert density.endswith("0.86 kg/L（plan.yaml:10）")


def test_without_computed_numbers_there_is_no_record() -> None:
    source = report("outline: [{title: A, body: [{table: calculation record}]}]")
    assert [d.code for d in compose(source, Edition.CHINESE).diagnostics] == ["GP-D03"]
