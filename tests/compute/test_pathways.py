from decimal import Decimal

from little_plans import report

PATHWAY = """
entities: {casting: {name: {zh: 铸造, en: Casting}}}
pathways:
  metal:
    entity: casting
    boundary: scope 3 category 1
    base year: 2024
    unit: tCO2e/t
    method: asi-tool
    values: {2024: 5.9, 2025: 5.7, 2030: 4.5}
progress:
  metal: {actual: {2025: 4.96}}
"""


def test_values_reductions_and_deviations():
    pathway = report(PATHWAY).pathways["metal"]
    assert {year: number.rounded for year, number in pathway.values.items()} == {
        2024: Decimal("5.9"),
        2025: Decimal("5.7"),
        2030: Decimal("4.5"),
    }
    assert pathway.base is not None
    assert pathway.base.value == Decimal("5.9")
    assert {year: number.rounded for year, number in pathway.reductions.items()} == {2025: Decimal("3.4"), 2030: Decimal("23.7")}
    assert pathway.deviations[2025].rounded == Decimal("-0.74")


def test_a_base_value_beside_the_years():
    pathway = report(PATHWAY.replace("2024: 5.9, ", "").replace("base year: 2024", "base year: 2024\n    base: 6.00")).pathways["metal"]
    assert pathway.base is not None
    assert str(pathway.base.rounded) == "6.00"
    assert pathway.years == (2025, 2030)


def test_a_pathway_may_leave_its_base_value_out():
    pathway = report(PATHWAY.replace("2024: 5.9, ", "")).pathways["metal"]
    assert pathway.base is None
    assert not pathway.reductions


def test_every_number_can_be_quoted():
    numbers = report(PATHWAY).numbers
    assert {"pathways.metal.2025", "pathways.metal.base", "pathways.metal.reduction.2030", "progress.metal.2025"} <= set(numbers)
    assert numbers["pathways.metal.2025"].origin.span.line == 11


RATES = """
entities: {casting: {name: {zh: 铸造, en: Casting}, activity: casthouse}}
inventory: {casting: {production: {PRODUCTION}}}
pathways:
  process:
    entity: casting
    boundary: scope 1+2
    base year: 2024
    unit: tCO2e/t
    method: asi-tool
    values: {2024: 10.0, 2025: 9.0, 2027: 7.29}
"""


def rates(production: str):
    return report(RATES.replace("PRODUCTION", production)).numbers


def test_rates_against_the_base_year_and_the_year_before():
    # 10 -> 9 -> (two years at 10 % each) 7.29; 10 % a year since the base year; 27.1 points in three years.
    numbers = rates("2024: 100 t")
    found = {name: str(numbers[f"pathways.process.{name}"].rounded) for name in (
        "reduction.2027", "yearly reduction.2025", "yearly reduction.2027", "average yearly reduction.2027", "linear yearly reduction.2027"
    )}  # fmt: skip
    assert found == {
        "reduction.2027": "27.1",
        "yearly reduction.2025": "10.0",
        "yearly reduction.2027": "10.0",
        "average yearly reduction.2027": "10.0",
        "linear yearly reduction.2027": "9.0",
    }


def test_the_budget_with_each_year_s_production():
    # 9 x 1000 t + 7.29 x 2000 t; nothing for the base year.
    numbers = rates("2024: 500 t, 2025: 1000 t, 2027: 2000 t")
    assert [numbers[f"pathways.process.budget{year}"].value for year in (".2025", ".2027", "")] == [9000, 14580, 23580]
    assert numbers["pathways.process.budget.2025"].origin.formula == "budget of a year"


def test_a_budget_at_the_base_year_s_production_says_so():
    # (9 + 8.145 + 7.29) x 1000 t: 2026 lies half the way between its neighbours.
    numbers = rates("2024: 1000 t")
    assert numbers["pathways.process.budget"].value == 24435
    assert numbers["pathways.process.budget.2027"].origin.formula == "budget at base-year production"
    assert not [name for name in rates("2023: 1000 t") if "budget" in name]


def test_stated_values_stand_beside_the_curve():
    # 0.0765 + (10 - 0.0765) x 0.95567 / 0.97293 = 9.82395...
    numbers = rates("2024: 500 t")
    assert str(numbers["pathways.process.curve.2025"].rounded) == "9.8"
    assert str(numbers["pathways.process.deviation from curve.2025"].rounded) == "-0.8"


def test_without_a_curve_there_is_no_check_and_no_finding():
    numbers = report(RATES.replace("PRODUCTION", "2024: 5 t").replace(", activity: casthouse", "")).numbers
    assert "pathways.process.2025" in numbers
    assert not [name for name in numbers if "curve" in name]


def test_the_intermediate_point_is_the_latest_within_five_years_of_the_base_year() -> None:
    plan = """
    entities: {plant: {name: 厂}}
    pathways:
      it: {entity: plant, boundary: scope 1+2, base year: 2023, unit: tCO2e/t, method: asi-tool, values: {VALUES}}
    """
    # (0.80 - 0.60) / 0.80 = 25 %
    found = report(plan.replace("VALUES", "2023: 0.80, 2026: 0.70, 2028: 0.60, 2029: 0.55, 2030: 0.50"))
    point = found.pathways["it"].intermediate
    assert point is not None
    assert (point.year, str(point.value.value)) == (2028, "0.60")
    assert str(found.numbers["pathways.it.intermediate"].value) == "0.60"
    assert str(found.numbers["pathways.it.intermediate reduction"].rounded) == "25.0"
    assert found.texts["pathways.it.intermediate year"] == "2028"
    late = report(plan.replace("VALUES", "2023: 0.80, 2030: 0.50"))
    assert late.pathways["it"].intermediate is None
    assert "pathways.it.intermediate" not in late.numbers
