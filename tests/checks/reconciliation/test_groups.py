"""A group's plan against its members'."""

from __future__ import annotations

import pytest

from ghgplan.checks.reconciliation.base_years import base_years_of_members
from ghgplan.checks.reconciliation.groups import (
    periods_of_members,
    target_of_members,
    totals_of_members,
    yearly_or_in_total,
)
from ghgplan.compute.report import Report
from ghgplan.plan.model.plan import PlanFile
from little_plans import plan_file, report

TARGET = "targets: {{all: {{statement: 目标, boundary: scope 1+2, base year: {year}, year: 2028, reduction: {reduction}}}}}\n"


def member(scope_1: str = "10000", value: str = "0.225", year: int = 2024, extra: str = "") -> PlanFile:
    """Emissions of 10000 t and a pathway from 0.250."""
    return plan_file(f"""
entities: {{p: {{name: 厂}}}}
inventory: {{p: {{{extra} stated: {{scope 1: {{2024: {scope_1} tCO2e}}, scope 2: {{2024: 0 tCO2e}}}}}}}}
pathways:
  a: {{entity: p, boundary: scope 1+2, base year: {year}, base: 0.2500, unit: tCO2e/t, method: asi-tool, values: {{2028: {value}}}}}
""")


def group(own: str, **members: PlanFile) -> Report:
    listed = ", ".join(f"{name}: {{name: {name}, plan: {name}.yaml}}" for name in members)
    return report(f"members: {{{listed}}}\n{own}", members)


# 10000 t fall 10 % and 30000 t fall 20 %: 17.5 % together.
@pytest.mark.parametrize(("reduction", "count"), [("17 %", 0), ("18 %", 0), ("19 %", 1), ("30 %", 1)])
def test_members_are_weighted_with_their_emissions(reduction: str, count: int) -> None:
    found = group(TARGET.format(year=2024, reduction=reduction), a=member(), b=member("30000", "0.200"))
    assert [each.path for each in target_of_members(found)] == [("targets", "all", "reduction")] * count


def test_a_member_without_a_value_leaves_it_open() -> None:
    without = plan_file("entities: {p: {name: 厂}}\n")
    assert [*target_of_members(group(TARGET.format(year=2024, reduction="50 %"), a=member(), b=without))] == []


@pytest.mark.parametrize(("stated", "count"), [("40000", 0), ("40030", 0), ("40100", 1), ("39000", 1), ("900", 0)])
def test_totals_are_sums(stated: str, count: int) -> None:
    own = f"entities: {{g: {{name: 集团}}}}\ninventory: {{g: {{stated: {{scope 1: {{2024: {stated} tCO2e}}}}}}}}\n"
    assert len([*totals_of_members(group(own, a=member(), b=member("30000")))]) == count


def test_base_years() -> None:
    target = TARGET.format(year=2024, reduction="5 %")
    assert [*base_years_of_members(group(target, a=member(), b=member()))] == []
    assert [each.arguments["member"] for each in base_years_of_members(group(target, a=member(), b=member(year=2023)))] == ["b"]
    assert [each.arguments["usual"] for each in base_years_of_members(group(TARGET.format(year=2022, reduction="5 %"), a=member()))] == [
        "2022"
    ]


def test_periods_of_members() -> None:
    fiscal = member(extra="periods: {2024: {from: 2024-04, to: 2025-03}},")
    thirteen = member(extra="periods: {2024: {from: 2024-01, to: 2025-01}},")
    target = TARGET.format(year=2024, reduction="5 %")
    assert [each.path for each in periods_of_members(group(target, a=member(), b=fiscal))] == [("members", "b")]
    assert [*periods_of_members(group(target, a=member(), b=thirteen))] == [], "told in the member's plan"
    assert [*periods_of_members(group("", a=member(), b=fiscal))] == [], "nothing of the group rests on it"


@pytest.mark.parametrize(("rate", "year", "count"), [("5 %", 2028, 1), ("4 %", 2028, 0), ("5 %", 2025, 0)])
def test_yearly_or_in_total(rate: str, year: int, count: int) -> None:
    below = plan_file(f"targets: {{t: {{statement: 目标, yearly reduction: {rate}}}}}\n")
    own = TARGET.format(year=2024, reduction="5 %").replace("2028", str(year))
    assert len([*yearly_or_in_total(group(own, a=below))]) == count
