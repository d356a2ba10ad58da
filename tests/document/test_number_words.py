import pytest

from ghgplan.document.blocks import Edition, plain
from ghgplan.document.tables.number_words import entity_of, number_words
from ghgplan.document.wording import Wording
from little_plans import plan_file, report

PLANT = """
entities: {plant: {name: {zh: 北厂, en: North plant}}}
inventory:
  plant:
    production: {2023: 7880 t}
    stated: {scope 1: {2023: 330 tCO2e}, scope 2: {2023: 9101 tCO2e}}
    sources:
      power:
        {name: {zh: 车间, en: Workshops}, carrier: {zh: 电力, en: Electricity}, scope: scope 2, kind: purchased electricity, gases: [CO2],
         activity: {2023: 224.222 万kWh}, factor: 0.404 tCO2/MWh}
energy:
  plant:
    carriers:
      power:
        name: {zh: 电力, en: Electricity}
        consumption: {2023: 10 万kWh}
        coefficient: 1.229 tce/万kWh
        uses: {hall: {name: {zh: 一车间, en: Hall 1}, amount: {2023: 4 万kWh}}}
pathways:
  process: {entity: plant, boundary: scope 1+2, base year: 2023, unit: tCO2e/tAl, method: asi-tool, values: {2023: 0.5, 2024: 0.4}}
progress: {process: {actual: {2024: 0.45}}}
targets: {first: {statement: {zh: 下降, en: Less}, entity: plant, reduction: 5 %}}
measures:
  solar: {name: {zh: 光伏, en: Solar}, content: {zh: 一, en: One}, entity: plant, reduction: 800 tCO2e}
"""
WORDS = {
    "inventory.plant.intensity.2023": ("北厂，排放强度，2023年", "North plant, Emission intensity, 2023"),
    "inventory.plant.sources.power.factor": ("北厂，车间，电力，排放因子", "North plant, Workshops, Electricity, Emission factor"),
    "energy.plant.power.coal equivalent.2023": ("北厂，电力，当量值，2023年", None),
    "energy.plant.power.uses.hall.share.2023": ("北厂，电力，一车间，占比，2023年", None),
    "pathways.process.2024": ("北厂，工艺排放（范围1+2），目标，2024年", None),
    "pathways.process.reduction.2024": ("北厂，工艺排放（范围1+2），累计下降，2024年", None),
    "progress.process.deviation.2024": ("北厂，工艺排放（范围1+2），偏差，2024年", None),
    "measures.solar.reduction": ("光伏，减排量", None),
}


def words(name: str, edition: Edition = Edition.CHINESE, beside: str = "") -> str | None:
    found = number_words(Wording(report(PLANT), edition, {}), name, beside)
    return plain(found) if found else None


@pytest.mark.parametrize("name", WORDS)
def test_a_number_is_called_by_its_entity_what_it_is_and_its_year(name: str) -> None:
    assert name in report(PLANT).numbers
    chinese, english = WORDS[name]
    assert words(name) == chinese
    assert english is None or words(name, Edition.ENGLISH) == english


def test_beside_another_number_what_both_begin_with_is_left_out() -> None:
    assert words("inventory.plant.production.2023", beside="inventory.plant.intensity.2023") == "产量，2023年"
    assert words("pathways.process.base", beside="pathways.process.reduction.2024") == "基准值"


@pytest.mark.parametrize("name", ["targets.first.reduction", "inventory.plant.something.2023", "inventory.south.total.2023", "", "a.b"])
def test_what_there_are_no_words_for_has_none(name: str) -> None:
    assert words(name) is None


def test_a_name_that_the_plan_gives_in_chinese_alone_makes_no_english_words() -> None:
    chinese = report(PLANT.replace("{zh: 北厂, en: North plant}", "北厂"))
    assert number_words(Wording(chinese, Edition.ENGLISH, {}), "inventory.plant.intensity.2023") is None
    assert number_words(Wording(chinese, Edition.CHINESE, {}), "inventory.plant.intensity.2023")


def test_members_stand_before_the_chapter() -> None:
    group = report("members: {north: {plan: north.yaml, name: {zh: 北方, en: North}}}\n", {"north": plan_file(PLANT)})
    wording = Wording(group, Edition.ENGLISH, {})
    name = "north.pathways.process.reduction.2024"
    found = number_words(wording, name)
    assert found
    assert plain(found) == "North, Process emissions (scopes 1+2), Reduction, 2024"
    assert entity_of(wording, name) == "north.plant"


@pytest.mark.parametrize(
    "name", ["inventory.plant.total.2023", "energy.plant.power.coefficient", "progress.process.2024", "targets.first.reduction", "measures.solar.reduction"]
)  # fmt: skip
def test_each_chapter_s_numbers_are_an_entity_s(name: str) -> None:
    assert entity_of(Wording(report(PLANT), Edition.CHINESE, {}), name) == "plant"
