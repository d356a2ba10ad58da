"""Targets against pathways."""

from __future__ import annotations

import pytest

from checks.targets.little import paths, plan
from ghgplan.checks.targets.against_pathways import far_stronger, weaker, weaker_than_the_entitys

ON = "pathway: process, base year: 2024, year: 2028"


@pytest.mark.parametrize(
    ("figure", "is_weak", "is_far_stronger"),
    [
        ("value: 0.470 tCO2e/t", False, False),
        ("value: 0.4710 tCO2e/t", True, False),
        ("value: 0.47 tCO2e/t", False, False),
        ("value: 470 kgCO2e/t", False, False),
        ("reduction: 9.6 %", False, False),
        ("reduction: 9.4 %", False, False),  # from 0.5195 by 9.45 % it is 0.4704
        ("reduction: 9.2 %", True, False),
        ("reduction: 9 %", False, False),  # may be 9.5 %
        ("reduction: 5 %", True, False),
        ("reduction: 25 %", False, False),
        ("reduction: 30 %", False, True),
        ("yearly reduction: 2.5 %", False, False),
        ("yearly reduction: 9.6 %", False, False),  # told as a total
        ("yearly reduction: 12 %", False, True),
        ("change: 0.020 tCO2e/t", True, False),
    ],
)
def test_levels(figure: str, is_weak: bool, is_far_stronger: bool) -> None:
    made = plan(f"{ON}, {figure}")
    assert (bool(paths(weaker, made)), bool(paths(far_stronger, made))) == (is_weak, is_far_stronger)


def test_a_year_between_is_held_against_the_listed_year_before() -> None:
    assert paths(weaker, plan("pathway: process, year: 2029, value: 0.475 tCO2e/t")) == ["targets.t1.value"]
    assert paths(weaker, plan("pathway: process, year: 2029, value: 0.465 tCO2e/t")) == []


def test_another_boundary_is_another_thing() -> None:
    assert paths(weaker, plan(f"{ON}, boundary: product footprint, value: 9.0 tCO2e/t")) == []


@pytest.mark.parametrize(
    ("keys", "is_found"),
    [
        ("year: 2028, reduction: 1 %", True),
        ("base year: 2024, year: 2028, reduction: 10 %", False),
        ("base year: 2020, year: 2028, reduction: 1 %", False),
        ("year: 2028, boundary: product footprint, reduction: 1 %", False),
        ("year: 2028, value: 1 %", False),
        ("reduction: 1 %", False),
    ],
)
def test_a_target_without_pathway(keys: str, is_found: bool) -> None:
    assert bool(paths(weaker_than_the_entitys, plan(keys))) is is_found
