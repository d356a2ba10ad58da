"""Methods other than the curves, from plan text to report, and what is said where one cannot be computed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from compute.reevaluation import is_close, reevaluate, with_inputs
from ghgplan.compute.numbers import Computed, Library, Stated
from ghgplan.compute.report import compute
from ghgplan.diagnostics import Diagnostic
from little_plans import plan_file, report

PLAN = """
entities: {plant: {name: 厂, activity: casthouse}}
pathways:
  it: {entity: plant, boundary: scope 1+2, unit: tCO2e/t, base year: 2024, base: 10.00, MORE}
"""


def values(more: str) -> dict[int, str]:
    return {year: str(number.value.normalize()) for year, number in report(PLAN.replace("MORE", more)).pathways["it"].values.items()}


def findings(plan: str) -> tuple[Diagnostic, ...]:
    return compute(plan_file(plan)).diagnostics


def test_a_line_through_several_points() -> None:
    # From 10 in 2024 a line to 7 in 2027 (one a year) and on to 5 in 2031 (half a one a year).
    assert values("method: linear, to: {2027: 7, 2031: 5}, years: [2025, 2027, 2029, 2031]") == {
        2025: "9",
        2027: "7",
        2029: "6",
        2031: "5",
    }


def test_years_of_a_line_end_with_its_last_point() -> None:
    assert list(values("method: linear, to: {2027: 7}")) == [2025, 2026, 2027]
    assert list(values("method: 线性, to: {2040: 2}")) == [*range(2025, 2031), 2040]


def test_a_constant_rate_compounds_and_a_contraction_does_not() -> None:
    # 10 x 0.9, x 0.9, x 0.9; 10 - 1, - 1, - 1.
    assert values("method: constant rate, rate: 10 %, years: [2025, 2026, 2027]") == {2025: "9", 2026: "8.1", 2027: "7.29"}
    assert values("method: 绝对收缩, rate: 10 %, years: [2025, 2026, 2027, 2040]") == {2025: "9", 2026: "8", 2027: "7", 2040: "0"}


def test_a_company_curve_is_straight_between_its_shares() -> None:
    # 95 % of 10 in 2026: half of the five per cent in 2025; 80 % in 2030: (9.5 + 8) / 2 in 2028.
    assert values("method: company curve, remaining: {2026: 95 %, 2030: 80 %}, years: [2025, 2026, 2028, 2030]") == {
        2025: "9.75",
        2026: "9.5",
        2028: "8.75",
        2030: "8",
    }


def test_a_stated_value_leads_for_its_year_and_the_aim_is_computed() -> None:
    assert values("method: constant rate, rate: 10 %, years: [2025], aim: 2026, values: {2025: 8.5}") == {2025: "8.5", 2026: "8.1"}


def test_nothing_is_added_to_the_values_of_the_tool() -> None:
    assert values("method: asi-tool, values: {2026: 8.5}") == {2026: "8.5"}


def test_the_inventory_gives_the_base_that_is_left_out() -> None:
    # 6456.81 t over 7880 t is 0.8194 t a tonne; less 10 % of it: 0.7374.
    plan = PLAN.replace("base: 10.00, MORE", "method: constant rate, rate: 10 %, years: [2025]") + (
        "inventory: {plant: {production: {2024: 7880 t}, stated: {scope 1+2: {2024: 6456.81 tCO2e}}}}\n"
    )
    numbers = report(plan).numbers
    assert numbers["pathways.it.base"] is numbers["inventory.plant.intensity.2024"]
    assert str(numbers["pathways.it.2025"].rounded) == "0.737"
    kilograms = report(plan.replace("unit: tCO2e/t", "unit: kgCO2e/t")).numbers["pathways.it.2025"]
    assert abs(kilograms.value - numbers["pathways.it.2025"].value * 1000) < Decimal("1e-24")


@pytest.mark.parametrize(
    ("more", "code", "at", "arguments"),
    [
        ("method: asi-tool", "GP-C12", (), {"key": "values"}),
        ("method: linear", "GP-C12", (), {"key": "to"}),
        ("method: company curve", "GP-C12", (), {"key": "remaining"}),
        ("method: constant rate", "GP-C12", (), {"key": "rate"}),
        ("method: asi-curve, rate: 4 %", "GP-C13", ("rate",), {"methods": "constant rate, absolute contraction"}),
        ("method: asi-tool, values: {2025: 9}, years: [2025]", "GP-C13", ("years",), {"key": "years"}),
        ("method: constant rate, rate: 120 %", "GP-C19", ("rate",), {"share": "120"}),
        ("method: company curve, remaining: {2026: 105 %}", "GP-C19", ("remaining", "2026"), {"share": "105"}),
        ("method: linear, to: {2024: 9, 2030: 5}", "GP-C15", ("to", "2024"), {"first": "2025"}),
        ("method: linear, to: {2028: 5}, years: [2027, 2029]", "GP-C15", ("years", "1"), {"year": "2029", "last": "2028"}),
        ("method: linear, to: {2028: 5}, aim: 2030", "GP-C15", ("aim",), {"year": "2030"}),
        ("method: asi-curve, years: [2050, 2051]", "GP-C15", ("years", "1"), {"year": "2051", "last": "2050"}),
        ("method: asi-curve, years: [2023]", "GP-C15", ("years", "0"), {"year": "2023", "first": "2024"}),
        ("method: asi-curve, curve: purchased-aluminium", "GP-C17", ("curve",), {"boundary": "scope 1+2"}),
    ],
)
def test_what_keeps_a_method_from_its_values(more: str, code: str, at: tuple[str, ...], arguments: dict[str, str]) -> None:
    (found,) = findings(PLAN.replace("MORE", more))
    assert (found.code, found.path) == (code, ("pathways", "it", *at))
    assert arguments.items() <= found.arguments.items()
    assert found.span.line == 5


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("base: 10.00, ", "", "GP-C11"),
        ("base year: 2024", "base year: 2022", "GP-C10"),
        ("activity: casthouse", "activity: material conversion", "GP-C14"),
        ("base: 10.00", "base: 0.07", "GP-C16"),
        ("base: 10.00", "base: -3", "GP-C16"),
        ("unit: tCO2e/t", "unit: t/a", "GP-C18"),
    ],
)
def test_what_keeps_a_curve_from_its_values(old: str, new: str, code: str) -> None:
    plan = PLAN.replace("MORE", "method: asi-curve")
    (found,) = findings(plan.replace(old, new))
    assert found.code == code
    assert all(found.message(language) and found.advice(language) for language in ("zh", "en"))


def test_a_finding_does_not_keep_stated_values_from_leading() -> None:
    outcome = compute(plan_file(PLAN.replace("MORE", "method: asi-curve, values: {2025: 9.4}").replace("2024, base", "2022, base")))
    assert outcome.value is not None
    assert list(outcome.value.pathways["it"].values) == [2025]
    assert [found.code for found in outcome.diagnostics] == ["GP-C10"]


def test_the_base_year_off_the_curve_names_the_curve_s_years() -> None:
    (found,) = findings(PLAN.replace("MORE", "method: asi-curve").replace("2024, base", "2021, base"))
    assert found.arguments == {"year": "2021", "curve": "casthouse-process", "first": "2023", "last": "2030"}
    assert found.message("en") == "the base year 2021 lies off the curve casthouse-process, which runs from 2023 to 2030"


@pytest.mark.parametrize(
    "more",
    [
        "method: asi-curve, years: [2026, 2030, 2041]",
        "method: linear, to: {2027: 7, 2031: 5}",
        "method: constant rate, rate: 4.2 %",
        "method: absolute contraction, rate: 4.2 %, years: [2030, 2050]",
        "method: absolute contraction",
        "method: company curve, remaining: {2026: 95 %, 2030: 80 %}",
    ],
)
def test_every_number_is_what_its_formula_gives_on_its_inputs(more: str) -> None:
    plan = PLAN.replace("MORE", more) + "inventory: {plant: {production: {2024: 7880 t}}}\nprogress: {it: {actual: {2025: 9.7}}}\n"
    made = [
        part for number in report(plan).numbers.values() for part in with_inputs(number) if not isinstance(part.origin, Stated | Library)
    ]
    assert made
    assert [part for part in made if not is_close(reevaluate(part), part.value)] == []


def test_absolute_contraction_falls_by_what_the_library_says_where_the_plan_does_not() -> None:
    # 10 less 4.2 % of 10 for each of six years.
    number = report(PLAN.replace("MORE", "method: absolute contraction")).numbers["pathways.it.2030"]
    base = report(PLAN.replace("MORE", "method: absolute contraction")).numbers["pathways.it.base"]
    assert number.value == base.value * (1 - Decimal("0.042") * 6)
    assert isinstance(number.origin, Computed)
    assert isinstance(number.origin.inputs[1].origin, Library)
