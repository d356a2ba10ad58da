"""Actual values and purchased metal against the inventory, at the edges of what rounding and tolerance allow."""

from __future__ import annotations

import pytest

from ghgplan.checks.reconciliation.intensities import actual_and_inventory, metal_and_purchases
from little_plans import report

PLAN = """
entities: {{plant: {{name: 厂}}}}
inventory:
  plant:
    production: {{2023: 60020 t, 2024: 60930 t}}
    stated: {{scope 1: {{2023: 11120 tCO2e, 2024: 11040 tCO2e}}, scope 2: {{2023: 4060 tCO2e, 2024: 4050 tCO2e}} {market}}}
pathways:
  process: {{entity: plant, boundary: scope 1+2, base year: 2023, base: 0.253, unit: tCO2e/t, method: linear, to: {{2028: 0.233}}}}
progress: {{process: {{actual: {{2024: {actual}}}}}}}
"""
METAL = """
entities: {{plant: {{name: 厂}}}}
inventory:
  plant:
    {production}
    sources:
      metal: {{name: 铝锭, carrier: 铝锭, scope: scope 3, category: 1, kind: purchased goods, gases: [CO2], activity: {{2024: 61200 t}}, factor: 9.20 tCO2e/t}}
pathways:
  metal: {{entity: plant, boundary: scope 3 category 1, base year: 2024, base: {base}, unit: tCO2e/t, method: linear, to: {{2028: 1.0}}}}
"""


# 15090 t over 60930 t is 0.24766.
@pytest.mark.parametrize(
    ("actual", "count"), [("0.248", 0), ("0.2477", 0), ("0.246", 0), ("0.245", 1), ("0.250", 1), ("0.249", 0), ("0.25", 0), ("2.477", 0)]
)
def test_an_actual_value_is_known_to_its_last_digit(actual: str, count: int) -> None:
    found = [*actual_and_inventory(report(PLAN.format(actual=actual, market="")))]
    assert [each.path for each in found] == [("progress", "process", "actual", "2024")] * count


def test_a_value_by_the_market_based_method_is_sound() -> None:
    # (11040 + 2010) / 60930 = 0.2142
    market = ", scope 2 market-based: {2024: 2010 tCO2e}"
    assert [*actual_and_inventory(report(PLAN.format(actual="0.214", market=market)))] == []
    assert len([*actual_and_inventory(report(PLAN.format(actual="0.214", market="")))]) == 1


@pytest.mark.parametrize(("base", "count"), [("9.20", 0), ("10.1", 0), ("8.3", 0), ("10.3", 1), ("8.1", 1), ("5.6", 1)])
def test_purchased_metal_has_a_tenth_of_tolerance(base: str, count: int) -> None:
    found = [*metal_and_purchases(report(METAL.format(base=base, production="")))]
    assert [each.path for each in found] == [("pathways", "metal", "base")] * count


def test_purchased_metal_may_be_counted_per_tonne_of_product() -> None:
    production = "production: {2024: 48000 t}"
    assert [*metal_and_purchases(report(METAL.format(base="11.7", production=production)))] == []
    assert len([*metal_and_purchases(report(METAL.format(base="15.0", production=production)))]) == 1
