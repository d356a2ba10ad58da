"""Tables held against their base value and the curve of their sector."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.pathways.tables import CASTHOUSE, METAL, entity, metal, on_curve, pathway, plan
from ghgplan.checks.pathways.curves import base_against_table, curve_of_another_sector, mislabelled_years, values_off_curve
from ghgplan.checks.pathways.steps import fall_within_rounding, rising_steps, steep_steps
from little_plans import report

RULES = (base_against_table, mislabelled_years, values_off_curve, curve_of_another_sector)
CURVES = {"casthouse-process": "casthouse", "semi-fabrication-process": "semi-fabrication"}


def all_found(text: str) -> list[tuple[str, str]]:
    looked_at = report(text)
    return [(rule.__name__, ".".join(each.path)) for rule in RULES for each in rule(looked_at)]


@given(
    curve=st.sampled_from([*CURVES, "purchased-aluminium"]),
    base=st.decimals(Decimal("0.2"), Decimal(17), places=3),
    decimals=st.integers(1, 4),
    base_year=st.integers(2023, 2026),
)
def test_what_the_curve_gives_is_sound(curve: str, base: Decimal, decimals: int, base_year: int) -> None:
    values = on_curve(curve, base, decimals, base_year)
    printed = f"{base:.{decimals}f}"
    table = (metal if curve == "purchased-aluminium" else pathway)(values, printed, year=base_year)
    text = plan(table, entities=entity(activity=CURVES.get(curve, "casthouse")))
    assert all_found(text) == []
    assert [*rising_steps(report(text)), *steep_steps(report(text))] == []


@given(base=st.decimals(Decimal("0.3"), Decimal("1.5"), places=3), factor=st.sampled_from(["0.9", "1.15", "0.1", "10", "2"]))
def test_another_base_is_found_at_the_base(base: Decimal, factor: str) -> None:
    values = on_curve("casthouse-process", base, 3)
    assert all_found(plan(pathway(values, f"{base * Decimal(factor):.3f}"))) == [("base_against_table", "pathways.process.base")]


@given(year=st.sampled_from(sorted(METAL)), times=st.sampled_from(["0.9", "1.1", "10", "0.1"]))
def test_a_single_wrong_value_is_found_at_the_value(year: int, times: str) -> None:
    values = {**METAL, year: f"{Decimal(METAL[year]) * Decimal(times):.2f}"}
    assert all_found(plan(metal(values, "9.20"))) == [("values_off_curve", f"pathways.metal.values.{year}")]


def test_the_implied_base_is_told() -> None:
    values = {2025: "1.21", 2026: "1.17", 2027: "1.13", 2028: "1.09", 2029: "1.04", 2030: "1.00"}
    (found,) = base_against_table(report(plan(pathway(values, "1.43"), entities=entity(activity="semi-fabrication"))))
    assert found.arguments["base"] == "1.43 tCO2e/t"
    assert found.arguments["implied"] == "1.294–1.297 tCO2e/t"


@pytest.mark.parametrize(("base", "is_found"), [("0.308", True), ("0.309", False), ("0.312", False), ("0.316", False), ("0.317", True)])
def test_a_base_within_the_slack_of_the_curve_is_left_alone(base: str, is_found: bool) -> None:
    assert bool(all_found(plan(pathway(CASTHOUSE, base)))) == is_found


def test_a_table_read_without_a_base_is_held_against_itself() -> None:
    assert all_found(plan(pathway(CASTHOUSE, None))) == []
    assert all_found(plan(pathway({**CASTHOUSE, 2027: "0.392"}, None))) == [("values_off_curve", "pathways.process.values.2027")]


def test_a_value_of_the_missing_year_beside_it() -> None:
    values = {year: value for year, value in METAL.items() if year != 2029}
    assert all_found(plan(metal(values, "9.20"))) == []
    (found,) = mislabelled_years(report(plan(metal({**values, 2030: METAL[2029]}, "9.20"))))
    assert (found.path[-1], found.arguments["meant"]) == ("2030", "2029")


@pytest.mark.parametrize("by", [-1, 1])
def test_a_table_a_year_early_or_late_is_one_finding(by: int) -> None:
    listed = {2023: "9.20", **METAL}
    values = {year: listed[year + by] for year in METAL if year + by in listed}
    (found,) = mislabelled_years(report(plan(metal(values, "9.20"))))
    assert found.arguments["count"] == str(len(values))
    assert [name for name, _ in all_found(plan(metal(values, "9.20")))] == ["mislabelled_years"]


def test_the_curve_of_another_sector() -> None:
    values = on_curve("casthouse-process", Decimal("0.82"), 3)
    text = plan(pathway(values, "0.820"), entities=entity(activity="semi-fabrication"))
    (found,) = curve_of_another_sector(report(text))
    assert (found.arguments["own"], found.arguments["other"]) == ("semi-fabrication-process", "casthouse-process")
    assert [name for name, _ in all_found(text)] == ["curve_of_another_sector"]
    assert all_found(plan(pathway(values, "0.820"), entities=entity(activity=None))) == []
    assert all_found(plan(pathway(values, "0.820"), entities=entity(activity="primary smelting"))) == []


def test_a_unit_without_its_tonne_does_not_keep_the_table_from_being_checked() -> None:
    assert all_found(plan(pathway(CASTHOUSE, "0.312", unit="tCO2e"))) == []
    wrong = pathway({**CASTHOUSE, 2027: "0.392"}, "0.312", unit="tCO2e")
    assert all_found(plan(wrong)) == [("values_off_curve", "pathways.process.values.2027")]
    assert all_found(plan(pathway({2024: "6200", 2025: "6000", 2026: "2000"}, "6400", unit="tCO2e"))) == []


def test_other_units_of_an_intensity() -> None:
    values = {year: f"{Decimal(value) * 1000:f}".rstrip("0").rstrip(".") for year, value in CASTHOUSE.items()}
    assert all_found(plan(pathway(values, "312", unit="kgCO2e/t"))) == []
    assert all_found(plan(pathway({**values, 2027: "392"}, "312", unit="kgCO2e/t"))) != []


def test_published_plans(published, found) -> None:
    places = {
        (name, code): [".".join(each.path) for each in found(code, looked_at)]
        for name, looked_at in published.items()
        for code in ("GP-P01", "GP-P02", "GP-P03", "GP-P04")
    }
    assert {key: value for key, value in places.items() if value} == {
        ("annual-progress", "GP-P04"): ["pathways.rolling.values.2030"],
        ("foundry", "GP-P02"): ["pathways.purchased aluminium.values.2030"],
        ("group-of-four/lightweight", "GP-P01"): ["pathways.process.values.2023"],
        ("two-product-lines", "GP-P01"): ["pathways.extrusion process.base"],
    }


def test_a_finding_on_the_curve_is_the_only_one() -> None:
    rising = report(plan(pathway({**CASTHOUSE, 2027: "0.392"}, "0.312")))
    assert [*rising_steps(rising), *steep_steps(rising), *fall_within_rounding(rising)] == []
