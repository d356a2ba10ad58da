"""Two pathways side by side."""

from __future__ import annotations

from checks.pathways.tables import CASTHOUSE, METAL, TOOL, entity, metal, pathway, plan
from ghgplan.checks.pathways.curves import base_against_table
from ghgplan.checks.pathways.pairs import boundaries_alone, copied_tables, order_of_convergence
from little_plans import plan_file, report

TWO = entity("north") + entity("south")
GROUP = "members: {north: {name: {zh: 北, en: North}, plan: n.yaml}, south: {name: {zh: 南, en: South}, plan: s.yaml}}\n"
SMELTERS = entity("north", "primary smelting") + entity("south", "primary smelting")


def lines(base: str, boundary: str = "scope 1+2") -> str:
    second = pathway(CASTHOUSE, base, "south", owner="south", boundary=boundary)
    return plan(pathway(CASTHOUSE, "0.312", "north", owner="north"), second, entities=TWO)


def test_a_table_copied_within_a_plan_is_one_finding() -> None:
    copied = report(lines("0.418"))
    (found,) = copied_tables(copied)
    assert (found.path, found.arguments["other"]) == (("pathways", "south", "values"), "north")
    assert list(base_against_table(copied)) == []


def test_the_copy_is_the_table_whose_base_does_not_lead_to_it() -> None:
    text = plan(pathway(CASTHOUSE, "0.418", "north", owner="north"), pathway(CASTHOUSE, "0.312", "south", owner="south"), entities=TWO)
    assert [each.path[1] for each in copied_tables(report(text))] == ["north"]


def test_bases_that_round_to_the_same_table_are_no_copy() -> None:
    assert list(copied_tables(report(lines("0.312")))) == []
    assert list(copied_tables(report(lines("0.314")))) == []  # the tables may differ by less than the last digit
    assert len(list(copied_tables(report(lines("0.316"))))) == 1


def test_a_table_of_the_other_boundary_is_a_copy_whatever_its_base() -> None:
    assert len(list(copied_tables(report(lines("0.312", "scope 3 category 1"))))) == 1


def test_a_table_copied_between_members_is_told_in_the_group_at_the_member() -> None:
    north, south = (plan_file(plan(pathway(CASTHOUSE, base))) for base in ("0.312", "3.120"))
    group = report(GROUP, {"north": north, "south": south})
    (found,) = copied_tables(group)
    assert (found.path, found.arguments["pathway"]) == (("members", "south"), "south.process")
    assert found.related
    assert list(copied_tables(report(GROUP, {"north": north, "south": north}))) == []


HIGH = {2025: "15.95", 2026: "15.06", 2027: "14.95", 2028: "14.23", 2029: "13.48", 2030: "12.59"}
LOW = {2025: "8.67", 2026: "8.18", 2027: "8.13", 2028: "7.73", 2029: "7.31", 2030: "6.82"}


def order(low: dict[int, str], tool: str = TOOL) -> list[str]:
    second = metal(low, None, "low", owner="south", tool=tool)
    return [
        each.arguments["pathway"]
        for each in order_of_convergence(report(plan(metal(HIGH, None, "high", owner="north"), second, entities=TWO)))
    ]


def test_the_higher_of_two_must_fall_by_the_larger_part() -> None:
    assert order(LOW) == ["high"]
    assert order({**LOW, 2030: "6.83"}) == []  # 6.835 / 8.665 = 0.78881, more than 12.585 / 15.955 = 0.78878
    assert order(LOW, "another run, V1") == []


def test_a_boundary_alone() -> None:
    (found,) = boundaries_alone(report(plan(pathway(CASTHOUSE, "0.312"))))
    assert found.arguments["other"] == "scope 3 category 1"
    assert list(boundaries_alone(report(plan(pathway(CASTHOUSE, "0.312"), metal(METAL, "9.20"))))) == []
    smelter = plan(pathway({2024: "12.0"}, "12.4", owner="north"), entities=SMELTERS)
    assert list(boundaries_alone(report(smelter))) == []


def test_published_plans(published, found) -> None:
    told = {
        (name, code): [".".join(each.path) for each in found(code, looked_at)]
        for name, looked_at in published.items()
        for code in ("GP-P12", "GP-P13", "GP-P19")
    }
    assert {key: value for key, value in told.items() if value} == {
        ("group-of-four", "GP-P12"): ["members.lightweight"],
        ("two-product-lines", "GP-P13"): ["pathways.extrusion aluminium.values"],
    }
