"""Product footprints against metal and process; metal from within the company."""

from __future__ import annotations

import pytest

from ghgplan.checks.reconciliation.footprints import footprint_change, footprint_level, internal_transfer
from ghgplan.compute.report import Report
from little_plans import report


def plan(target: str) -> Report:
    """Metal of 6.00 and a process of 0.30: 6.30 together, and a fall of 0.90 and 0.05 to 2028."""
    return report(f"""
entities: {{plant: {{name: 厂}}}}
pathways:
  process: {{entity: plant, boundary: scope 1+2, base year: 2024, base: 0.30, unit: tCO2e/t, method: asi-tool, values: {{2028: 0.25}}}}
  metal: {{entity: plant, boundary: scope 3 category 1, base year: 2024, base: 6.00, unit: tCO2e/t, method: asi-tool, values: {{2028: 5.10}}}}
targets: {{ingot: {{statement: 目标, base year: 2024, year: 2028, {target}}}}}
""")


@pytest.mark.parametrize(
    ("base", "boundary", "count"),
    [
        ("6.50", True, 0), ("10.70", True, 0), ("11.00", True, 1), ("11.00", False, 1), ("3.20", True, 0), ("3.00", True, 1),
        ("3.00", False, 0), ("0.30", False, 0),
    ],
)  # fmt: skip
def test_the_limits_of_a_footprint(base: str, boundary: bool, count: int) -> None:
    named = ", boundary: product footprint" if boundary else ""
    found = [*footprint_level(plan(f"base: {base} kgCO2e/kg{named}"))]
    assert [each.path for each in found] == [("targets", "ingot", "base")] * count


@pytest.mark.parametrize(("change", "count"), [("0.95", 0), ("1.90", 0), ("2.00", 1), ("5.03", 1)])
def test_twice_the_fall_of_the_pathways_is_the_limit(change: str, count: int) -> None:
    found = plan(f"boundary: product footprint, base: 6.50 kgCO2e/kg, change: {change} kgCO2e/kg")
    assert len([*footprint_change(found)]) == count


def test_a_wrong_level_explains_the_change() -> None:
    found = plan("boundary: product footprint, base: 15.70 kgCO2e/kg, change: 5.03 kgCO2e/kg")
    assert len([*footprint_level(found)]) == 1
    assert [*footprint_change(found)] == []


TRANSFER = """
entities: {{casting: {{name: 铸造, activity: casthouse}}, rolling: {{name: 轧制, activity: {activity}}}}}
pathways:
  a: {{entity: casting, boundary: scope 1+2, base year: 2024, base: 0.50, unit: tCO2e/t, method: asi-tool, values: {{2028: 0.4}}}}
  b: {{entity: casting, boundary: scope 3 category 1, base year: 2024, base: 9.50, unit: tCO2e/t, method: asi-tool, values: {{2028: 8.0}}}}
  c: {{entity: rolling, boundary: scope 3 category 1, base year: 2024, base: {bought}, unit: tCO2e/t, method: asi-tool, values: {{2028: 8.0}}}}
"""


@pytest.mark.parametrize(
    ("bought", "activity", "count"),
    [("13.0", "semi-fabrication", 0), ("13.2", "semi-fabrication", 1), ("16.0", "semi-fabrication", 1), ("16.0", "casthouse", 0)],
)
def test_metal_from_within(bought: str, activity: str, count: int) -> None:
    assert len([*internal_transfer(report(TRANSFER.format(bought=bought, activity=activity)))]) == count
