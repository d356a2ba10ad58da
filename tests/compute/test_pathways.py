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
