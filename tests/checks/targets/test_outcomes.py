"""Outcomes, shares, long-term targets."""

from __future__ import annotations

import pytest

from checks.targets.little import PATHWAY, paths, plan
from ghgplan.checks.targets.long_term import above_convergence
from ghgplan.checks.targets.outcomes import above_target, actuals_missing, expired, totals_rose
from ghgplan.checks.targets.shares import green_power_against_intensity, without_base
from little_plans import AROUND, report


@pytest.mark.parametrize(
    ("date", "progress", "years"),
    [
        ("2027-07-01", "", "2025, 2026"),
        ("2027-06-30", "", "2025"),
        ("2027-07-01", "progress: {process: {actual: {2025: 0.49, 2026: 0.48}}}\n", None),
        ("2027-07-01", "progress: {process: {actual: {2026: 0.48}}}\n", "2025"),
        ("2025-12-31", "", None),
    ],
)
def test_past_years(date: str, progress: str, years: str | None) -> None:
    found = [
        each.arguments["years"]
        for each in actuals_missing(
            report(
                AROUND.replace("2025-09-15", date)
                + "\n".join([PATHWAY, progress, "outline:\n  - {title: {zh: 概述, en: Summary}, text: {zh: 文字。, en: Text.}}\n"])
            )
        )
    ]
    assert found == ([years] if years else [])


@pytest.mark.parametrize(
    ("progress", "is_found"),
    [
        ("actual: {2025: 0.501}", True),
        ("actual: {2025: 0.500}", False),
        ("actual: {2025: 0.50}", False),
        ("actual: {2025: 0.51}, remark: {zh: 新炉投产。, en: A new furnace.}", False),
        ("actual: {2025: 5.01}", False),  # a slip of the decimal point
        ("actual: {2027: 0.60}", False),  # nothing is asked for that year
    ],
)
def test_above_target(progress: str, is_found: bool) -> None:
    assert bool(paths(above_target, report(PATHWAY + f"progress: {{process: {{{progress}}}}}\n"))) is is_found


def test_over_and_nothing_said() -> None:
    assert paths(expired, plan("year: 2024, base year: 2020, reduction: 3 %")) == ["targets.t1.year"]
    assert paths(expired, plan("year: 2025, base year: 2020, reduction: 3 %")) == []
    assert paths(expired, plan("pathway: process, year: 2024, reduction: 3 %")) == []


@pytest.mark.parametrize(("last", "is_found"), [("1000.4", False), ("1001.0", False), ("1002.0", True), ("900.0", False)])
def test_totals_that_rise(last: str, is_found: bool) -> None:
    inventory = f"entities: {{plant: {{name: {{zh: 工厂, en: Plant}}}}}}\ninventory: {{plant: {{stated: {{total: {{2021: 1001 tCO2e, 2024: {last} tCO2e}}}}}}}}\n"
    assert bool(paths(totals_rose, plan("base year: 2021, year: 2024, reduction: 3 %", around=inventory))) is is_found


SCOPES = "inventory: {plant: {stated: {scope 1: {2024: 170 tCO2e}, scope 2: {2024: 830 tCO2e}}}}\n"


@pytest.mark.parametrize(
    ("keys", "around", "is_found"),
    [
        ("boundary: energy, year: 2030, value: 100 %", PATHWAY, True),
        ("boundary: electricity, year: 2030, value: 100 %", PATHWAY, False),  # how much scope 2 is, is not known
        ("boundary: electricity, year: 2030, value: 100 %", PATHWAY + SCOPES, True),
        ("boundary: electricity, year: 2030, value: 20 %", PATHWAY + SCOPES, False),
        ("boundary: electricity, year: 2030, base: 60 %, value: 62 %", PATHWAY + SCOPES, False),
        ("boundary: metal, year: 2030, value: 100 %", PATHWAY + SCOPES, False),
        ("year: 2030, value: 100 %", PATHWAY + SCOPES, False),
    ],
)
def test_green_power(keys: str, around: str, is_found: bool) -> None:
    assert bool(paths(green_power_against_intensity, plan(keys, around=around))) is is_found


def test_shares_start_somewhere() -> None:
    assert paths(without_base, plan("boundary: metal, year: 2030, value: 35 %", "boundary: energy, year: 2030, value: 40 %")) == [
        "targets.t1.value"
    ]
    assert paths(without_base, plan("boundary: metal, year: 2030, base: 20 %, value: 35 %")) == []
    assert paths(without_base, plan("value: 5 %")) == []  # nothing says that it is a share of metal or energy


@pytest.mark.parametrize(
    ("keys", "is_found"),
    [
        ("boundary: scope 1+2, year: 2050, value: 0.2 tCO2e/t", True),
        ("boundary: scope 1+2, year: 2050, value: 0.08 tCO2e/t", False),  # 0.079 is feasible, and 0.08 may be 0.075
        ("boundary: scope 1+2, year: 2040, value: 0.2 tCO2e/t", False),
        ("boundary: scope 3, year: 2050, value: 0.2 tCO2e/t", False),
        ("boundary: scope 1+2, year: 2050, value: 0 tCO2e/t", False),
    ],
)
def test_convergence(keys: str, is_found: bool) -> None:
    assert bool(paths(above_convergence, plan(keys))) is is_found
