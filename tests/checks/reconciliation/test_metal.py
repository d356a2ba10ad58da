"""Tonnes of metal per tonne of product, at both limits, with production and without."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.checks.reconciliation.metal import scope_3_as_bound, too_little_metal, too_much_metal
from ghgplan.compute.report import Report
from little_plans import report


def plan(stated: str, metal: str = "10.0", activity: str = "semi-fabrication", production: str = "", unit: str = "tCO2e/t") -> Report:
    """A plant with 15000 t of scopes 1 and 2 at 0.250 tCO2e/t: 60000 t of product."""
    return report(f"""
entities: {{plant: {{name: 厂, activity: {activity}}}}}
inventory:
  plant:
    {production}
    stated: {{category 1: {{2024: 11000.0 tCO2e}}, category 2: {{2024: 4000.0 tCO2e}}, {stated}}}
pathways:
  process: {{entity: plant, boundary: scope 1+2, base year: 2024, base: 0.25000, unit: {unit}, method: asi-tool, values: {{2028: 0.2}}}}
  metal: {{entity: plant, boundary: scope 3 category 1, base year: 2024, base: {metal}, unit: {unit}, method: asi-tool, values: {{2028: 8.0}}}}
""")


@pytest.mark.parametrize(
    ("category", "activity", "little", "much"),
    [
        ("560000", "semi-fabrication", 1, 0), ("573000", "semi-fabrication", 0, 0), ("530000", "casthouse", 0, 0),
        ("515000", "casthouse", 1, 0), ("1490000", "semi-fabrication", 0, 0), ("1520000", "semi-fabrication", 0, 1),
    ],
)  # fmt: skip
def test_the_limits_without_production(category: str, activity: str, little: int, much: int) -> None:
    found = plan(f"category 4: {{2024: {category} tCO2e}}", metal="10.000", activity=activity)
    assert len([*too_little_metal(found)]) == little
    assert len([*too_much_metal(found)]) == much


def test_a_metal_intensity_of_few_digits_is_given_the_benefit() -> None:
    # 560000 / 10 may be 560000 / 9.5 = 58947 t.
    assert [*too_little_metal(plan("category 4: {2024: 560000 tCO2e}", metal="10"))] == []


def test_intensities_in_tonnes_are_read_per_tonne() -> None:
    assert len([*too_much_metal(plan("category 4: {2024: 4500000 tCO2e}", unit="tCO2e"))]) == 1


def test_a_stated_production_leads() -> None:
    found = plan("category 4: {2024: 600000 tCO2e}", production="production: {2024: 20000 t}")
    assert "20000 t" in next(iter(too_much_metal(found))).arguments["product"]


@pytest.mark.parametrize(("scope_3", "count"), [("290000", 1), ("310000", 0), ("3000000", 0)])
def test_scope_3_is_an_upper_bound_only(scope_3: str, count: int) -> None:
    found = plan(f"scope 3: {{2024: {scope_3} tCO2e}}", metal="10.000")
    assert len([*scope_3_as_bound(found)]) == count
    assert [*too_little_metal(found)] == []
    assert [*too_much_metal(found)] == []


@given(st.integers(96, 240))
def test_ordinary_yields_are_silent(hundredths: int) -> None:
    found = plan(f"category 4: {{2024: {600000 * hundredths // 100} tCO2e}}", metal="10.000")
    assert [*too_little_metal(found), *too_much_metal(found)] == []
