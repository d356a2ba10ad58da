"""The same energy told twice, and inventories that were copied."""

from __future__ import annotations

import pytest

from ghgplan.checks.reconciliation.activity import activity_and_energy
from ghgplan.checks.reconciliation.copies import copied_inventories
from little_plans import plan_file, report

ENERGY = """
entities: {{plant: {{name: 厂}}}}
inventory:
  plant:
    sources:
      a: {{name: 车间, carrier: 电力, scope: scope 2, kind: purchased electricity, gases: [CO2], activity: {{2024: 5000.0 MWh}}, factor: 0.6 tCO2/MWh}}
      b: {{name: 办公, carrier: 电力, scope: scope 2, kind: purchased electricity, gases: [CO2], activity: {{2024: 2214.6 MWh}}, factor: 0.6 tCO2/MWh}}
energy: {{plant: {{carriers: {{power: {{name: 电力, consumption: {{2024: {consumption}}}, coefficient: 1.229 tce/万kWh}}}}}}}}
"""
COPY = "{{scope 1: {{2024: {first} tCO2e}}, scope 2: {{2024: {second} tCO2e}}}}"


@pytest.mark.parametrize(
    ("consumption", "count"),
    [
        ("721.46 万kWh", 0),
        ("721 万kWh", 0),
        ("723 万kWh", 0),
        ("728 万kWh", 1),
        ("714.26 万kWh", 1),
        ("7214.6 万kWh", 0),
        ("721.46 MWh", 0),
    ],
)
def test_two_amounts_of_one_energy(consumption: str, count: int) -> None:
    found = [*activity_and_energy(report(ENERGY.format(consumption=consumption)))]
    assert [each.path[-1] for each in found] == ["2024"] * count


def entity(name: str, first: str, second: str) -> str:
    return f"{name}: {{stated: {COPY.format(first=first, second=second)}}}"


@pytest.mark.parametrize(
    ("first", "second", "count"), [("11120", "4061", 1), ("11120", "4062", 0), ("11121", "4061", 0), ("12000", "4000", 0)]
)
def test_entities_with_the_same_figures(first: str, second: str, count: int) -> None:
    other = ("11120", "4061") if count or first != "12000" else ("12000", "4000")
    text = f"entities: {{a: {{name: 甲}}, b: {{name: 乙}}}}\ninventory: {{{entity('a', *other)}, {entity('b', first, second)}}}\n"
    assert [each.path for each in copied_inventories(report(text))] == [("inventory", "b")] * count


def test_two_years_with_the_same_figures() -> None:
    years = "{2023: 11120 tCO2e, 2024: 11120 tCO2e}"
    text = f"entities: {{a: {{name: 甲}}}}\ninventory: {{a: {{stated: {{scope 1: {years}, scope 2: {years}}}}}}}\n"
    assert [each.arguments["year"] for each in copied_inventories(report(text))] == ["2024"]


def test_members_with_the_same_figures() -> None:
    members = {
        name: plan_file(f"entities: {{p: {{name: 厂}}}}\ninventory: {{{entity('p', '11120', '4061')}}}\n") for name in ("north", "south")
    }
    listed = "members: {north: {name: 北, plan: n.yaml}, south: {name: 南, plan: s.yaml}}\n"
    assert [each.path for each in copied_inventories(report(listed, members))] == [("members", "south")]
