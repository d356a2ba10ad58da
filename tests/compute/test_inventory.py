from decimal import Decimal

from ghgplan.compute.report import compute
from little_plans import plan_file, report

PLANT = """
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory:
  plant:
    production: {2023: 7880 t}
    sources:
      cars: {name: {zh: 公务车, en: Cars}, carrier: {zh: 汽油, en: Petrol}, scope: scope 1, kind: mobile combustion, gases: [CO2, CH4, N2O],
             activity: {2023: 13.83 t, 2024: 12.37 t}, factor: 2.9251 tCO2/t}
      grid: {name: {zh: 购电, en: Grid}, carrier: {zh: 电力, en: Electricity}, scope: scope 2, kind: purchased electricity, gases: [CO2],
             activity: {2023: 224.222 万kWh, 2024: 2916.885 MWh}, factor: 0.5703 tCO2/MWh}
"""


def test_emissions_are_activity_times_factor():
    inventory = report(PLANT).entities["plant"].inventory
    assert inventory is not None
    assert inventory.sources["cars"].emissions[2023].rounded == Decimal("40.45")
    assert inventory.sources["grid"].emissions[2023].rounded == Decimal("1278.74")
    assert inventory.sources["grid"].emissions[2024].rounded == Decimal("1663.50")


def test_totals_intensity_and_shares_follow():
    inventory = report(PLANT).entities["plant"].inventory
    assert inventory is not None
    assert inventory.totals["scope 1+2"][2023].rounded == Decimal("1319.19")
    assert inventory.totals["total"][2023].rounded == Decimal("1319.19")
    assert inventory.totals["intensity"][2023].rounded == Decimal("0.167")
    assert inventory.sources["cars"].shares[2023].rounded == Decimal("3.07")
    assert 2024 not in inventory.totals["intensity"]  # no production is known for it


def test_what_is_stated_leads():
    stated = PLANT + "    stated: {scope 1+2: {2023: 6456.81 tCO2e}, intensity: {2023: 0.82 tCO2e/t}}\n"
    inventory = report(stated).entities["plant"].inventory
    assert inventory is not None
    assert inventory.totals["scope 1+2"][2023].is_stated
    assert str(inventory.totals["intensity"][2023].rounded) == "0.82"


def test_a_factor_that_does_not_fit_is_a_finding_at_its_line():
    file = plan_file(PLANT.replace("2.9251 tCO2/t", "2.9251 tCO2/MWh"))
    outcome = compute(file)
    assert [(d.code, d.span.line, d.dotted_path) for d in outcome.diagnostics] == [("GP-C01", 9, "inventory.plant.sources.cars.factor")]
    assert outcome.value is not None
    assert outcome.value.entities["plant"].inventory.sources["grid"].emissions


def test_categories_sum_to_a_total_of_their_own():
    inventory = (
        report("""
        entities: {plant: {name: 甲}}
        inventory:
          plant: {stated: {category 1: {2023: 11678 tCO2e}, category 2: {2023: 60579 tCO2e}}}
    """)
        .entities["plant"]
        .inventory
    )
    assert inventory is not None
    assert inventory.totals["total"][2023].value == Decimal(72257)
    assert not inventory.totals["total"][2023].is_stated


ONE_SCOPE = """
entities: {plant: {name: 厂}}
inventory: {plant: {production: {2023: 100 t}, stated: {STATED}}}
outline: [{title: 甲, body: [{table: intensity}]}]
"""


def test_an_intensity_table_that_lacks_a_scope_says_which() -> None:
    (found,) = compute(plan_file(ONE_SCOPE.replace("STATED", "scope 1: {2023: 50 tCO2e}"))).diagnostics
    assert (found.code, found.dotted_path) == ("GP-C56", "outline.0.body.0")
    assert "scope 2" in found.message("en")
    assert "2023: 0 tCO2e" in str(found.advice("en"))
    nothing = "scope 1: {2023: 50 tCO2e}, scope 2: {2023: 0 tCO2e}"
    assert report(ONE_SCOPE.replace("STATED", nothing)).numbers["inventory.plant.intensity.2023"].value == Decimal("0.5")
    assert not compute(plan_file(ONE_SCOPE.replace("STATED", "scope 1+2: {2023: 50 tCO2e}"))).diagnostics


def test_scopes_follow_from_the_stated_categories() -> None:
    # ISO 14064-1: category 1 direct, category 2 imported energy, 3 to 6 all else.
    stated = "category 1: {2023: 40 tCO2e}, category 2: {2023: 60 tCO2e}"
    numbers = report(ONE_SCOPE.replace("STATED", stated)).numbers
    found = {name: numbers[f"inventory.plant.{name}.2023"].value for name in ("scope 1", "scope 2", "scope 1+2", "total", "intensity")}
    assert found == {"scope 1": 40, "scope 2": 60, "scope 1+2": 100, "total": 100, "intensity": 1}
    assert "inventory.plant.scope 3.2023" not in numbers
    with_others = report(ONE_SCOPE.replace("STATED", f"{stated}, category 3: {{2023: 5 tCO2e}}, category 4: {{2023: 7 tCO2e}}")).numbers
    assert with_others["inventory.plant.scope 3.2023"].value == 12
    assert with_others["inventory.plant.total.2023"].value == 112
    both = ONE_SCOPE.replace("STATED", f"{stated}, scope 1: {{2023: 41 tCO2e}}").replace("table: intensity", "text: 文字")
    leading = report(both).numbers
    assert leading["inventory.plant.scope 1.2023"].value == 41
    assert "inventory.plant.scope 2.2023" not in leading
