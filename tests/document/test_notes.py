"""Under each table: the months that a year covers where they are not the calendar year's, and which sets the figures came from."""

from __future__ import annotations

import pytest

from ghgplan.document.blocks import Edition, Table, plain
from ghgplan.document.compose import compose
from little_plans import report

PLAN = """
accounting: {gwp: AR5, fuels: mee, grid: {series: mee-nbs, region: 山西, year: 2023}, coal equivalent: gbt2589-2020}
entities: {plant: {name: {zh: 北厂, en: North plant}}}
inventory:
  plant:
    periods: {2023: {from: 2023-09, to: 2024-08}}
    production: {2023: 1000 t}
    sources:
      gas: {name: {zh: 炉, en: Furnace}, carrier: {zh: 气, en: Gas}, scope: scope 1, kind: stationary combustion, gases: [CO2, CH4],
        activity: {2023: 1 万m3}, fuel: natural gas, factors: {CH4: 0.001 kg/GJ}}
      power: {name: {zh: 车间, en: Shop}, carrier: {zh: 电, en: Power}, scope: scope 2, kind: purchased electricity, gases: [CO2],
        activity: {2023: 50 MWh}, electricity: yes}
energy:
  plant: {carriers: {power: {name: {zh: 电, en: Power}, consumption: {2023: 50 MWh}, library: electricity,
    uses: {melting: {name: {zh: 熔炼, en: Melting}, amount: {2023: 30 MWh}}}}}}
pathways:
  it: {entity: plant, boundary: scope 1+2, base year: 2023, unit: tCO2e/t, method: asi-tool, values: {2023: 0.05, 2028: 0.04}}
progress: {it: {actual: {2023: 0.05}}}
"""
WINDOW = "2023: September 2023 – August 2024."
GWP = "Global warming potentials: IPCC Fifth Assessment Report (2013)."


def note(item: str, chapters: str = PLAN, edition: Edition = Edition.ENGLISH) -> str:
    outcome = compose(report(f"{chapters}outline: [{{title: {{zh: 甲, en: A}}, body: [{item}]}}]\n"), edition)
    assert outcome.value is not None, [d.message("en") for d in outcome.diagnostics]
    found = outcome.value.blocks[1]
    assert isinstance(found, Table)
    return plain(found.note) if found.note else ""


@pytest.mark.parametrize(
    "table",
    [
        "emissions", "activity data", "emission shares", "energy consumption", "energy structure", "energy use", "intensity", "pathways",
        "pathway rates", "progress", "progress outlook",
    ],
)  # fmt: skip
def test_a_table_says_which_months_its_years_cover(table: str) -> None:
    assert WINDOW in note(f"table: {table}")
    calendar = PLAN.replace("periods: {2023: {from: 2023-09, to: 2024-08}}", "")
    assert "September" not in note(f"table: {table}", calendar)
    assert "2023年：2023年9月 – 2024年8月。" in note(f"table: {table}", edition=Edition.CHINESE)


@pytest.mark.parametrize("table", ["emissions", "sources", "emissions by gas"])
def test_a_table_of_emissions_names_the_sets_behind_it(table: str) -> None:
    said = note(f"table: {table}")
    assert GWP in said
    assert "Fuel factors: Defaults of the MEE guides" in said
    assert "Factors of electricity: Electricity CO2 factors announced" in said


def test_only_what_was_used_is_named() -> None:
    stated = PLAN.replace(", fuel: natural gas, factors: {CH4: 0.001 kg/GJ}", ", factor: 21 tCO2/万m3")
    said = note("table: emissions by gas", stated)
    assert GWP not in said
    assert "Fuel factors" not in said
    assert "Factors of electricity" in said
