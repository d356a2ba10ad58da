"""A group's production lies between that of its largest member and that of all."""

from __future__ import annotations

import pytest

from ghgplan.checks.reconciliation.group_production import production_of_members
from ghgplan.compute.report import Report
from ghgplan.plan.model.plan import PlanFile
from little_plans import plan_file, report


def member(production: str) -> PlanFile:
    return plan_file(f"entities: {{p: {{name: 厂}}}}\ninventory: {{p: {{production: {{2024: {production}}}}}}}\n")


def group(production: str, **members: str) -> Report:
    listed = ", ".join(f"{name}: {{name: {name}, plan: {name}.yaml}}" for name in members)
    own = f"entities: {{g: {{name: 集团}}}}\ninventory: {{g: {{production: {{2024: {production}}}}}}}\n"
    return report(f"members: {{{listed}}}\n{own}", {name: member(value) for name, value in members.items()})


@pytest.mark.parametrize(
    ("production", "count"),
    [
        ("100000 t", 0),
        ("100.0 kt", 0),
        ("100001 t", 0),
        ("100002 t", 1),
        ("109000 t", 1),
        ("80000 t", 0),
        ("60000 t", 0),
        ("59998 t", 1),
        ("10.0 kt", 0),
    ],
)
def test_it_lies_between_the_largest_member_and_all(production: str, count: int) -> None:
    found = [*production_of_members(group(production, north="60000 t", south="40000 t"))]
    assert [each.path for each in found] == [("inventory", "g", "production", "2024")] * count


def test_rounded_figures_of_members_leave_room() -> None:
    assert [*production_of_members(group("100900 t", north="60 kt", south="40 kt"))] == []


def test_a_member_without_production_leaves_it_open() -> None:
    silent = plan_file("entities: {p: {name: 厂}}\n")
    own = "entities: {g: {name: 集团}}\ninventory: {g: {production: {2024: 109000 t}}}\n"
    listed = "members: {north: {name: north, plan: north.yaml}, south: {name: south, plan: south.yaml}}\n"
    assert [*production_of_members(report(listed + own, {"north": member("60000 t"), "south": silent}))] == []
    assert len([*production_of_members(report(listed + own, {"north": member("60000 t"), "south": member("40000 t")}))]) == 1
