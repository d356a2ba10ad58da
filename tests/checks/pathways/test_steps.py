"""Steps from year to year."""

from __future__ import annotations

import pytest

from checks.pathways.tables import CASTHOUSE, METAL, entity, metal, pathway, plan
from ghgplan.checks.pathways.steps import fall_within_rounding, rising_steps, steep_steps, uneven_digits
from little_plans import report

SMELTER = entity(activity="primary smelting")


def smelter(*values: str, base: str = "12.4") -> str:
    return plan(pathway(dict(enumerate(values, start=2024)), base), entities=SMELTER)


@pytest.mark.parametrize(
    ("values", "year"),
    [
        (("12.0", "11.6", "11.2", "10.8"), None),
        (("12.0", "11.6", "11.7", "10.8"), "2026"),
        (("12.0", "11.6", "11.6", "10.8"), None),  # a fall of 0.4 a year: four last digits
        (("11.9", "11.3", "11.3", "10.2"), "2026"),  # of 0.55: more than five
        (("12.5", "11.6", "11.2", "10.8"), "2024"),
    ],
)
def test_a_step_that_does_not_fall(values: tuple[str, ...], year: str | None) -> None:
    assert [each.arguments["year"] for each in rising_steps(report(smelter(*values)))] == ([year] if year else [])


def test_a_rise_that_the_curve_cannot_tell_from_rounding_is_a_rise_as_printed() -> None:
    coarse = {2024: "0.17", 2025: "0.16", 2026: "0.17", 2027: "0.16", 2028: "0.16", 2029: "0.16", 2030: "0.16"}
    (found,) = rising_steps(report(plan(pathway(coarse, "0.17"))))
    assert found.path == ("pathways", "process", "values", "2026")


def test_points_of_a_line_may_not_rise_either() -> None:
    line = """\
    pathways:
      line: {entity: plant, boundary: scope 1+2, base year: 2023, base: 0.82, unit: tCO2e/t, method: linear, to: {2030: %s}}
    entities: {plant: {name: {zh: 工厂, en: Plant}}}
    """
    assert len(list(rising_steps(report(line % "0.90")))) == 1
    assert list(rising_steps(report(line % "0.60"))) == []


@pytest.mark.parametrize(
    ("values", "place"),
    [
        (("8.2", "8.0", "7.7", "7.5"), ("base",)),
        (("12.0", "11.6", "8.0", "7.6"), ("values", "2026")),
        (("11.5", "11.1", "10.7", "10.3"), None),  # 0.9 against 0.4: within twice, as rounding goes
        (("11.1", "10.7", "10.3", "9.9"), ("base",)),
        (("8.2", "8.0"), None),
    ],
)
def test_a_step_far_larger_than_the_others(values: tuple[str, ...], place: tuple[str, ...] | None) -> None:
    found = list(steep_steps(report(smelter(*values))))
    assert [each.path for each in found] == ([("pathways", "process", *place)] if place else [])


def test_uneven_steps_of_purchased_metal_are_the_tools_own() -> None:
    values = {2025: "5.7", 2026: "5.4", 2027: "5.4", 2028: "5.1", 2029: "4.9", 2030: "4.5"}
    looked_at = report(plan(metal(values, "5.9", year=2024)))
    assert [*steep_steps(looked_at), *rising_steps(looked_at), *fall_within_rounding(looked_at)] == []


FLAT = {2025: "0.17", 2026: "0.16", 2027: "0.16", 2028: "0.16", 2029: "0.16", 2030: "0.16"}
PROMISE = "targets:\n  t: {pathway: process, base year: 2024, year: 2026, %s, statement: {zh: 目标, en: Target}}\n"


def test_a_fall_that_can_be_seen_is_left_alone_unless_a_percentage_stands_on_it() -> None:
    table = pathway(FLAT, "0.17", year=2024)
    assert list(fall_within_rounding(report(plan(table)))) == []
    assert list(fall_within_rounding(report(plan(table, more=PROMISE % "value: 0.16 tCO2e/t")))) == []
    (found,) = fall_within_rounding(report(plan(table, more=PROMISE % "yearly reduction: 5.9 %")))
    assert found.arguments["decimals"] == "3"


def test_a_fall_that_cannot_be_seen() -> None:
    (found,) = fall_within_rounding(report(plan(pathway(dict.fromkeys(FLAT, "0.08"), "0.08", year=2024))))
    assert (found.arguments["first"], found.arguments["last"]) == ("0.08 tCO2e/t", "0.08 tCO2e/t")
    assert len(list(fall_within_rounding(report(plan(pathway(dict.fromkeys(FLAT, "0.079"), "0.08", year=2024)))))) == 1
    assert list(fall_within_rounding(report(plan(pathway({2025: "0.08", 2026: "0.08"}, "0.08", year=2024))))) == []
    assert list(fall_within_rounding(report(plan(pathway(CASTHOUSE, "0.312"))))) == []


def test_a_lost_zero() -> None:
    (found,) = uneven_digits(report(plan(metal({**METAL, 2026: "8.1"}, "9.20"))))
    assert found.arguments["written"] == "8.10"
    assert list(uneven_digits(report(plan(metal(METAL, "9.2"))))) == []
    assert list(uneven_digits(report(plan(metal({**METAL, 2026: "81"}, "9.20"))))) == []
    assert list(uneven_digits(report(plan(metal({2024: "8.9", 2025: "8.58", 2026: "8.10"}, "9.20"))))) == []


def test_published_plans(published, found) -> None:
    told = {
        (name, code): [".".join(each.path) for each in found(code, looked_at)]
        for name, looked_at in published.items()
        for code in ("GP-P14", "GP-P15", "GP-P16", "GP-P17")
    }
    assert {key: value for key, value in told.items() if value} == {
        ("foundry", "GP-P16"): ["pathways.process.values"],
        ("group-of-four/new-materials", "GP-P16"): ["pathways.process.values"],
        ("group-of-four/new-materials", "GP-P17"): ["pathways.metal.values.2025"],
    }
