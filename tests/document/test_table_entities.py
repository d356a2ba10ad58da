"""Tables over several entities: whose each row is, the company's sums, and what the notes under them say."""

import pytest

from ghgplan.catalogue import LANGUAGES, catalogue
from ghgplan.document.blocks import Edition, Table, plain
from ghgplan.document.compose import compose
from ghgplan.document.tables.entities import OF_ENTITY
from little_plans import plan_file, report

ENTITIES = "entities: {north: {name: {zh: 北厂, en: North plant}}, south: {name: {zh: 南厂, en: South plant}}}\n"
GAS = (
    "{scope: scope 1, kind: stationary combustion, name: {zh: 熔炼炉, en: Furnace}, carrier: {zh: 天然气, en: Gas}, gases: [CO2], "
    "activity: {2024: 10 t}, stated: {2024: %s}}"
)
COAL = (
    "{scope: scope 1, kind: stationary combustion, name: {zh: 锅炉, en: Boiler}, carrier: {zh: 煤, en: Coal}, gases: [CO2], "
    "activity: {2024: 5 t}, stated: {2024: 7 tCO2e}}"
)
SOURCES = f"""{ENTITIES}
inventory:
  north: {{sources: {{gas: {GAS % "30 tCO2e"}, coal: {COAL}}}}}
  south: {{sources: {{gas: {GAS % "20 tCO2e"}}}}}
"""
SCOPES = """
inventory:
  north: {stated: {scope 1: {2023: 9 tCO2e, 2024: 10 tCO2e}, scope 2: {2023: 1 tCO2e, 2024: 5 tCO2e}}}
  south: {stated: {scope 1: {2024: 20 tCO2e}, scope 2: {2024: 7 tCO2e}}}
"""
ENERGY = """
energy:
  north:
    carriers:
      electricity:
        name: {zh: 电力, en: Electricity}
        consumption: {2023: 90 MWh, 2024: 100 MWh}
        uses: {melting: {name: {zh: 熔炼, en: Melting}, amount: {2024: 60 MWh}}}
  south: {carriers: {electricity: {name: {zh: 电力, en: Electricity}, consumption: {2024: 50 MWh}}}}
"""


def table(chapters: str, item: str, edition: Edition = Edition.ENGLISH, **members: str) -> Table:
    source = report(
        f"{chapters}\noutline: [{{title: A, body: [{item}]}}]\n", {name: plan_file(f"{text}\n") for name, text in members.items()}
    )
    outcome = compose(source, edition)
    assert outcome.value is not None, [d.message("en") for d in outcome.diagnostics]
    found = outcome.value.blocks[1]
    assert isinstance(found, Table)
    return found


def rows(found: Table) -> list[list[str]]:
    return [
        [plain(cell.words) + (f" [{cell.columns}x{cell.rows}]" if cell.columns * cell.rows > 1 else "") for cell in row]
        for row in (*found.head, *found.body)
    ]


def note(found: Table) -> str:
    return plain(found.note) if found.note else ""


def test_sources_of_several_entities_name_each_and_merge_within_it():
    found = rows(table(SOURCES, "table: sources", Edition.CHINESE))
    assert found[0][0] == "主体"
    assert found[1][:4] == ["北厂 [1x2]", "直接排放（范围1） [1x2]", "固定燃烧源 [1x2]", "熔炼炉"]
    assert found[2][0] == "锅炉"
    assert found[3][:4] == ["南厂", "直接排放（范围1）", "固定燃烧源", "熔炼炉"]


@pytest.mark.parametrize("name", ["sources", "activity data", "emissions"])
def test_one_entity_has_no_column_but_its_name_in_the_caption(name: str):
    found = table(SOURCES, f"{{table: {name}, of: [south]}}")
    assert rows(found)[0][0].startswith("Scope")
    assert plain(found.caption).startswith("South plant: ")
    assert rows(table(SOURCES, f"table: {name}"))[0][0].startswith("Entity")


def test_emissions_of_several_entities_have_a_total_and_no_empty_column_for_potentials():
    found = rows(table(SOURCES, "table: emissions"))
    assert not any("GWP" in cell for cell in found[0])
    assert found[-1] == ["Total [9x1]", "57"]  # 30 + 7 + 20
    with_potential = SOURCES.replace("activity: {2024: 5 t}", "gwp: 1, activity: {2024: 5 t}")
    assert any("GWP" in cell for cell in rows(table(with_potential, "table: emissions"))[0])
    assert rows(table(SOURCES, "{table: emissions, of: [north]}"))[-1][-1] == "7"


def test_no_total_where_the_sources_shown_are_not_all_of_it():
    hidden = SOURCES.replace("activity: {2024: 5 t}, ", "")
    assert rows(table(hidden, "table: emissions"))[-1][-1] == "20"


def test_scopes_of_several_entities_have_the_whole_company_beside_them():
    found = rows(table(ENTITIES + SCOPES, "table: emissions by scope"))
    assert found[0][1:] == ["North plant [2x1]", "South plant", "Whole company"]
    assert found[1] == ["2023", "2024", "2024", "2024"]  # 2023 is known for one of them only
    assert found[2][1:] == ["9", "10", "20", "30"]
    assert found[4] == ["Total", "10", "15", "27", "42"]


def test_no_company_where_an_entity_is_missing_or_its_year_has_other_months():
    chosen = rows(table(ENTITIES + SCOPES, "{table: emissions by scope, of: [south]}"))
    assert len(chosen[0]) == 2
    third = ENTITIES.replace("entities: {", "entities: {office: {name: 总部}, ") + SCOPES
    assert "Whole company" not in rows(table(third, "table: emissions by scope", Edition.CHINESE))[0]
    assert len(rows(table(third, "table: emissions by scope", Edition.CHINESE))[0]) == 3
    shifted = SCOPES.replace("south: {", "south: {periods: {2024: {from: 2024-03, to: 2025-02}}, ")
    assert "Whole company" not in rows(table(ENTITIES + shifted, "table: emissions by scope"))[0]


def test_no_company_among_members():
    member = "entities: {plant: {name: 厂}}\ninventory: {plant: {stated: {scope 1: {2024: 1 tCO2e}, scope 2: {2024: 2 tCO2e}}}}"
    group = "members: {a: {name: 甲, plan: a.yaml}, b: {name: 乙, plan: b.yaml}}"
    assert rows(table(group, "table: emissions by scope", Edition.CHINESE, a=member, b=member))[0][1:] == ["甲", "乙"]


@pytest.mark.parametrize(("name", "entity"), [("measures", 4), ("targets", 1)])
def test_what_names_no_entity_is_the_whole_companys(name: str, entity: int):
    chapters = f"{ENTITIES}{name}: {{a: {{entity: north, key: A}}, b: {{key: B}}}}"
    chapters = chapters.replace("key:", {"measures": "content:", "targets": "statement:"}[name])
    found = rows(table(chapters, f"table: {name}", Edition.CHINESE))
    column = found[0].index("主体")
    assert [row[column] for row in found[1:]] == ["北厂", "全公司"]
    nobody = chapters.replace("entity: north, ", "")
    assert "主体" not in rows(table(nobody, f"table: {name}", Edition.CHINESE))[0]


def test_a_members_measures_without_entity_carry_the_members_short_name():
    member = "entities: {plant: {name: 厂}, yard: {name: 场}}\nmeasures: {x: {content: 甲, reduction: 3 tCO2e}, y: {content: 乙, reduction: 4 tCO2e}}"
    group = "members: {a: {name: 北方, plan: a.yaml}}\nentities: {office: {name: 总部}}\nmeasures: {z: {entity: office, content: 丙, reduction: 5 tCO2e}}"
    measures = rows(table(group, "table: measures", Edition.CHINESE, a=member))
    assert [row[-1] for row in measures[1:]] == ["总部", "北方", "北方"]
    savings = rows(table(group, "table: savings", Edition.CHINESE, a=member))
    assert [row[0] for row in savings[1:]] == ["总部", "北方 [1x2]", "乙"]


def test_energy_of_one_entity_of_several_says_whose_it_is():
    assert plain(table(ENTITIES + ENERGY, "{table: energy structure, of: [south]}").caption) == (
        "South plant: energy consumption by carrier, 2024"
    )
    assert plain(table(ENTITIES + ENERGY, "{table: energy consumption, of: [south]}", Edition.CHINESE).caption) == "南厂：能源消耗量"
    both = table(ENTITIES + ENERGY, "table: energy consumption")
    assert plain(both.caption) == "Energy consumption"
    assert [row[0] for row in rows(both)] == ["Entity", "North plant", "South plant"]


def test_a_caption_of_the_plans_own_is_left_as_it_is():
    found = table(ENTITIES + ENERGY, "{table: energy consumption, of: [south], caption: {zh: 甲, en: Mine}}")
    assert plain(found.caption) == "Mine"


def test_energy_use_leaves_out_years_without_uses():
    found = table(ENTITIES + ENERGY, "table: energy use")
    assert plain(found.caption) == "North plant, Electricity: use"
    assert rows(found)[0] == ["Use [1x2]", "2024 [2x1]"]
    alone = ENERGY.split("  south")[0]
    assert plain(table("entities: {north: {name: 北厂}}" + alone, "table: energy use", Edition.CHINESE).caption) == "电力流向"


def test_every_caption_has_its_form_with_an_entity():
    for language in LANGUAGES:
        labels = catalogue("document", language)
        for without, with_entity in OF_ENTITY.items():
            assert without in labels
            assert "{entity}" in labels.messages[with_entity]


PROGRESS = """
entities: {plant: {name: {zh: 北厂, en: North plant}}}
pathways:
  process: {entity: plant, boundary: scope 1+2, base year: 2023, unit: tCO2e/tAl, method: asi-tool, values: {2023: 3, 2024: 2.5}}
  metal: {entity: plant, boundary: scope 3 category 1, base year: 2023, unit: tCO2e/tAl, method: asi-tool, values: {2023: 16, 2024: 15}}
progress:
  process: {actual: {2024: 2.75}, remark: {zh: "停产一月，为 {{ 2024 }}。", en: "One month idle: {{ 2024 }}."}}
  metal: {actual: {2024: 15}, remark: {zh: 按期。, en: On time.}}
"""


def test_remarks_stand_under_the_progress_table():
    process, metal = (
        "Process emissions (scopes 1+2): One month idle: 2.75\u00a0tCO₂e/tAl.",
        "Purchased aluminium (scope 3, category 1): On time.",
    )
    assert note(table(PROGRESS, "table: progress")) == f"{process}\n{metal}"
    assert note(table(PROGRESS, "{table: progress, of: [metal]}", Edition.CHINESE)) == "采购铝（范围3，类别1）：按期。"
    both = table(PROGRESS, "{table: progress, of: [metal]}", Edition.SIDE_BY_SIDE).note
    assert both is not None
    assert [line.language for line in both] == ["zh", "en"]


def test_a_members_remark_quotes_its_own_figures():
    group = "members: {a: {name: {zh: 北方, en: North}, plan: a.yaml}}"
    assert "2.75" in note(table(group, "{table: progress, of: [a.process]}", a=PROGRESS))


def test_a_remark_that_quotes_what_is_not_there_is_found_where_it_stands():
    source = report(PROGRESS.replace("为 {{ 2024 }}", "为 {{ nothing }}") + "\noutline: [{title: A, body: [table: progress]}]\n")
    outcome = compose(source, Edition.CHINESE)
    assert [(d.code, d.path[:3]) for d in outcome.diagnostics] == [("GP-R12", ("progress", "process", "remark"))]


def stated_as(first: str, second: str) -> str:
    scopes = f"{{scope 1: {{2024: {first}}}, scope 2: {{2024: {second}}}}}"
    return f"entities: {{plant: {{name: 厂}}}}\ninventory: {{plant: {{stated: {scopes}}}}}"


def rounded(amount: str) -> str:
    """Two sources of ``amount`` tonnes, factor 0.1: shown with fewer decimals than they have."""
    source = "{scope: scope %d, kind: other, name: 甲, carrier: 乙, gases: [CO2], activity: {2024: %s t}, factor: 0.1 tCO2e/t}"
    return f"entities: {{plant: {{name: 厂}}}}\ninventory: {{plant: {{sources: {{a: {source % (1, amount)}, b: {source % (2, amount)}}}}}}}"


def test_a_note_says_that_totals_are_computed_before_rounding_where_it_shows():
    assert note(table(stated_as("1.4 tCO2e", "1.4 tCO2e"), "table: emissions by scope", Edition.CHINESE)) == ""
    assert note(table(rounded("100"), "table: emissions by scope", Edition.CHINESE)) == ""
    # 1.0046 and 1.0046 print as 1.00 and 1.00, their sum 2.0092 as 2.01.
    found = table(rounded("10.046"), "table: emissions by scope", Edition.CHINESE)
    assert [row[1] for row in rows(found)[1:]] == ["1.00", "1.00", "2.01"]
    assert note(found) == "合计按未舍入的数值计算。"
    assert note(table(rounded("10.046"), "table: emission shares", Edition.CHINESE)) == "合计按未舍入的数值计算。"
