"""Bases, years, and targets against one another."""

from __future__ import annotations

import pytest

from checks.targets.little import paths, plan
from ghgplan.checks.targets.bases import base_years, bases_against_inventories, bases_against_pathways
from ghgplan.checks.targets.intermediate import too_late
from ghgplan.checks.targets.pairs import later_weaker, two_levels
from ghgplan.checks.targets.years import nothing_to_hold_to, without_base_year, without_year

ON = "pathway: process, base year: 2024"
INVENTORY = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory: {plant: {production: {2024: 1000 t}, stated: {category 1: {2024: 150.0 tCO2e}, category 2: {2024: 370.0 tCO2e}}}}
"""


@pytest.mark.parametrize(("base", "is_found"), [("0.520", False), ("0.52", False), ("0.521", False), ("0.522", True), ("0.62", True)])
def test_base_of_the_pathway(base: str, is_found: bool) -> None:
    assert bool(paths(bases_against_pathways, plan(f"{ON}, year: 2028, base: {base} tCO2e/t, value: 0.46 tCO2e/t"))) is is_found


def test_another_base_year_has_another_base() -> None:
    made = plan("pathway: process, base year: 2020, year: 2028, base: 0.62 tCO2e/t, value: 0.46 tCO2e/t")
    assert paths(bases_against_pathways, made) == []
    assert paths(base_years, made) == ["targets.t1.base year"]


@pytest.mark.parametrize(("base", "is_found"), [("520 tCO2e", False), ("520.2 tCO2e", True), ("52 tCO2e", True)])
def test_base_of_the_inventory(base: str, is_found: bool) -> None:
    made = plan(f"boundary: scope 1+2, base year: 2024, year: 2028, base: {base}, reduction: 10 %", around=INVENTORY)
    assert bool(paths(bases_against_inventories, made)) is is_found


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (f"{ON}, year: 2028, reduction: 10 %", []),
        (f"{ON}, year: 2028, reduction: 20 %", ["targets.t2.reduction"]),
        (f"{ON}, year: 2028, term: long, reduction: 20 %", []),
        (f"{ON}, year: 2028, reduction: 5 %", []),  # told as weaker than the pathway
        (f"{ON}, year: 2029, reduction: 20 %", []),
    ],
)
def test_two_levels(second: str, found: list[str]) -> None:
    assert paths(two_levels, plan(f"{ON}, year: 2028, value: 0.470 tCO2e/t", second)) == found


def test_a_step_back() -> None:
    assert paths(later_weaker, plan(f"{ON}, year: 2028, reduction: 20 %", f"{ON}, year: 2030, reduction: 15 %")) == ["targets.t2.reduction"]
    assert paths(later_weaker, plan(f"{ON}, year: 2028, reduction: 15 %", f"{ON}, year: 2030, reduction: 20 %")) == []
    shares = "boundary: electricity, year: 2028, value: 40 %", "boundary: electricity, year: 2030, value: 60 %"
    assert paths(later_weaker, plan(*shares)) == []
    assert paths(later_weaker, plan(*(share.replace("60", "30") for share in shares))) == ["targets.t2.value"]


@pytest.mark.parametrize(
    ("targets", "found"),
    [
        ((f"{ON}, intermediate: yes, year: 2029",), []),
        ((f"{ON}, intermediate: yes, year: 2030",), ["targets.t1.year"]),
        (("pathway: process, intermediate: yes, year: 2030",), ["targets.t1.year"]),
        ((f"{ON}, year: 2030",), []),
        ((f"{ON}, intermediate: yes, year: 2028", f"{ON}, intermediate: yes, year: 2030"), []),
        ((f"{ON}, intermediate: yes, year: 2030", f"{ON}, intermediate: yes, year: 2030"), ["targets.t1.year"]),
    ],
)
def test_five_years(targets: tuple[str, ...], found: list[str]) -> None:
    assert paths(too_late, plan(*targets)) == found


def test_what_targets_leave_out_is_told_once() -> None:
    made = plan(
        "reduction: 5 %",
        "yearly reduction: 5 %",
        "figures: {after: 10 年}",
        "value: 5 %",
        f"{ON}, year: 2028",
        "change: 1 m3/t, base year: 2023",
    )
    assert [found.arguments["count"] for found in without_year(made)] == ["4"]
    assert [found.arguments["targets"] for found in without_base_year(made)] == ["t1"]
    assert [found.arguments["targets"] for found in nothing_to_hold_to(made)] == ["t3"]
