"""Factors of electricity against what they are said to be."""

from __future__ import annotations

import pytest

from checks.quantities.little import electricity
from ghgplan.checks.quantities.grid_choice import (
    factors_beside_the_choice,
    factors_beside_their_source,
    factors_of_other_kinds,
    factors_out_of_date,
    life_cycle_factors,
)
from little_plans import report

RULES = {
    "margin": factors_of_other_kinds, "life": life_cycle_factors, "choice": factors_beside_the_choice,
    "source": factors_beside_their_source, "age": factors_out_of_date,
}  # fmt: skip
SHANXI = "accounting: {grid: {series: mee-nbs, region: 山西%s}}\n"


def found(plan: str) -> list[str]:
    of_plan = report(plan)
    return [name for name, rule in RULES.items() for _ in rule(of_plan)]


def plan(factor: str, source: str = "", year: int = 2023) -> str:
    origin = f", factor source: {{zh: {source}, en: {source}}}" if source else ""
    return electricity(f"activity: {{{year}: 1000 MWh}}, factor: {factor}{origin}")


@pytest.mark.parametrize(
    ("factor", "source", "slips"),
    [
        ("0.8086 tCO2/MWh", "", ["margin"]), ("0.809 tCO2/MWh", "", ["margin"]), ("0.81 tCO2/MWh", "", []), ("0.6101 tCO2/MWh", "", []),
        ("0.6096 tCO2/MWh", "", ["margin"]), ("0.610 tCO2/MWh", "", []), ("0.70 tCO2/MWh", "华东 OM", ["margin"]),
        ("0.70 tCO2/MWh", "公司 COMPANY", []), ("0.5777 kgCO2e/kWh", "", ["life"]), ("0.60 kgCO2e/kWh", "电力碳足迹因子", ["life"]),
        ("0.5306 tCO2/MWh", "2023 年全国平均因子", []),
    ],
)  # fmt: skip
def test_kinds(factor: str, source: str, slips: list[str]) -> None:
    assert found(plan(factor, source)) == slips


@pytest.mark.parametrize(
    ("factor", "slips"), [("0.6634 tCO2/MWh", []), ("0.66 tCO2/MWh", []), ("0.67 tCO2/MWh", ["choice"]), ("0.5306 tCO2/MWh", ["choice"])]
)
def test_the_chosen_grid(factor: str, slips: list[str]) -> None:
    assert found(SHANXI % ", year: 2023" + plan(factor)) == slips


def test_a_year_that_the_series_lacks_says_nothing() -> None:
    assert found(SHANXI % "" + plan("0.70 tCO2/MWh", year=2019)) == []
    assert found(SHANXI % "" + plan("0.7096 tCO2/MWh", year=2022)) == []


@pytest.mark.parametrize(
    ("factor", "source", "slips"),
    [
        ("0.404 tCO2/MWh", "2012 年中国区域电网平均因子", ["source"]), ("0.5271 tCO2/MWh", "2012 年中国区域电网平均因子", []),
        ("0.7035 tCO2/MWh", "2012 年华东区域电网平均因子", []), ("0.5271 tCO2/MWh", "2012 年华东区域电网平均因子", ["source"]),
        ("0.5703 tCO2/MWh", "2023 年公布的全国平均因子", []), ("0.404 tCO2/MWh", "供电公司证明", []), ("0.404 tCO2/MWh", "GB/T 32150-2012 区域", []),
    ],
)  # fmt: skip
def test_what_the_source_names(factor: str, source: str, slips: list[str]) -> None:
    assert found(plan(factor, source, year=2013)) == slips


@pytest.mark.parametrize(("year", "slips"), [(2020, []), (2021, ["age"])])
def test_age(year: int, slips: list[str]) -> None:
    assert found(plan("0.6101 tCO2/MWh", "2015 年全国平均因子", year)) == slips


def test_age_of_a_pinned_year() -> None:
    pinned = "accounting: {grid: {series: ndrc-regional, region: 南方, year: 2012}}\n"
    assert found(pinned + electricity("activity: {2021: 1000 MWh}, electricity: yes")) == ["age"]
    assert found(pinned + electricity("activity: {2017: 1000 MWh}, electricity: yes")) == []
