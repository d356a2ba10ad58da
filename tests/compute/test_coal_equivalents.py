import pytest

from ghgplan.compute.report import compute
from ghgplan.diagnostics import Severity
from little_plans import messages, plan_file

PLANT = """
accounting: ACCOUNTING
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory: {plant: {production: {2023: 1000 t}}}
energy:
  plant:
    carriers:
      power: {name: {zh: 电, en: Power}, consumption: {2023: 224.222 万kWh}, library: electricity}
      diesel: {name: {zh: 柴油, en: Diesel}, consumption: {2023: 20 t}, library: 柴油}
"""


def numbers(accounting: str) -> dict[str, str]:
    outcome = compute(plan_file(PLANT.replace("ACCOUNTING", accounting)))
    assert not outcome.failed, messages(outcome.diagnostics)
    assert outcome.value
    return {name: f"{number.rounded} {number.unit.symbol}" for name, number in outcome.value.numbers.items()}


def test_calorific_value() -> None:
    # 224.222 x 1.229 = 275.568838; 20 t x 1.4571 = 29.142; together 304.710838 tce; over 1000 t 304.71 kgce/t
    found = numbers("{coal equivalent: gbt2589-2020}")
    assert found["energy.plant.power.coefficient"] == "1.229 tce/万kWh"
    assert found["energy.plant.power.coal equivalent.2023"] == "275.57 tce"
    assert found["energy.plant.total.2023"] == "304.71 tce"
    assert found["energy.plant.intensity.2023"] == "304.71 kgce/t"


def test_equivalent_value() -> None:
    # 224.222 x 3.02 = 677.15044
    choice = "{coal equivalent: gbt2589-2020, electricity in coal equivalent: 等价, supply coal rate: 0.302 kgce/kWh}"
    assert numbers(choice)["energy.plant.power.coal equivalent.2023"] == "677.15 tce"


def test_the_older_edition_has_its_own_water_only() -> None:
    # what it has in common with the current edition is taken from there
    assert numbers("{coal equivalent: gbt2589-2008}")["energy.plant.diesel.coefficient"] == "1.4571 tce/t"


@pytest.mark.parametrize(
    ("accounting", "codes"),
    [
        ("{gwp: AR5}", ["GP-C20", "GP-C20"]),
        ("{coal equivalent: gbt2589-2020, electricity in coal equivalent: equivalent}", ["GP-C20"]),
        (
            "{coal equivalent: gbt2589-2020, overrides: {coal equivalent/gbt2589-2020/diesel: {amount: 1.5 tce/GJ, source: 检测}}}",
            ["GP-C02"],
        ),
    ],
)
def test_what_is_not_chosen_or_does_not_fit_is_a_finding(accounting: str, codes: list[str]) -> None:
    outcome = compute(plan_file(PLANT.replace("ACCOUNTING", accounting)))
    assert [d.code for d in outcome.diagnostics] == codes


def test_a_carrier_that_the_edition_lacks_is_a_finding() -> None:
    text = PLANT.replace("ACCOUNTING", "{coal equivalent: gbt2589-2020}").replace("library: 柴油", "library: 氢气")
    assert [(d.code, d.dotted_path) for d in compute(plan_file(text)).diagnostics] == [("GP-C21", "energy.plant.carriers.diesel.library")]


def test_what_is_taken_from_the_current_edition_in_place_of_the_older_is_said() -> None:
    outcome = compute(plan_file(PLANT.replace("ACCOUNTING", "{coal equivalent: gbt2589-2008}")))
    assert [(d.code, d.dotted_path, d.severity) for d in outcome.diagnostics] == [
        ("GP-C55", f"energy.plant.carriers.{name}.library", Severity.WARNING) for name in ("power", "diesel")
    ]
