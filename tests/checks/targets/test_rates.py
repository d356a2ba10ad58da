"""A target's figures among each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.targets.little import PATHWAY, paths, plan
from ghgplan.checks.targets.rates import own_figures, totals_as_rates

ON = "pathway: process, base year: 2024"


@pytest.mark.parametrize(
    ("rate", "year", "is_found"),
    [
        ("9.6 %", 2028, True),  # 0.520 -> 0.470 in all
        ("10 %", 2028, True),
        ("9.5 %", 2028, False),  # ambition
        ("2.5 %", 2028, False),
        ("3.8 %", 2025, False),  # one year: the total is the rate
        ("9.6 %", 2027, False),  # the pathway has no such year
    ],
)
def test_a_rate_that_is_the_total(rate: str, year: int, is_found: bool) -> None:
    assert bool(paths(totals_as_rates, plan(f"{ON}, year: {year}, yearly reduction: {rate}"))) is is_found


def test_the_target_own_ends_are_enough() -> None:
    own = "boundary: total, base year: 2024, year: 2028, base: 1000 tCO2e, value: 800 tCO2e, yearly reduction: %s"
    assert paths(totals_as_rates, plan(own % "20 %")) == ["targets.t1.yearly reduction"]
    assert paths(totals_as_rates, plan(own % "5 %")) == []


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ("value: 0.470 tCO2e/t, reduction: 9.6 %", []),
        ("value: 0.470 tCO2e/t, reduction: 9.5 %", []),  # 0.4705 of 0.5205 is 9.6, of 0.5195 it is 9.4
        ("value: 0.470 tCO2e/t, reduction: 6.9 %", ["reduction"]),
        ("value: 0.470 tCO2e/t, change: 0.050 tCO2e/t", []),
        ("value: 0.470 tCO2e/t, change: 50 kgCO2e/t", []),
        ("value: 0.470 tCO2e/t, change: 0.060 tCO2e/t", ["change"]),
        ("value: 0.470 tCO2e/t, yearly reduction: 2.5 %", []),  # compound
        ("value: 0.470 tCO2e/t, yearly reduction: 2.4 %", []),  # linear
        ("value: 0.470 tCO2e/t, yearly reduction: 4 %", ["yearly reduction"]),
        ("value: 0.407 tCO2e/t, reduction: 9.6 %, change: 0.050 tCO2e/t", ["value"]),
        ("reduction: 9.6 %", []),
    ],
)
def test_own_figures(figures: str, found: list[str]) -> None:
    assert paths(own_figures, plan(f"{ON}, year: 2028, {figures}")) == [f"targets.t1.{key}" for key in found]


def test_a_published_footprint_that_holds() -> None:
    footprint = "base year: 2023, year: 2027, base: 15.70 kgCO2e/kg, value: 10.67 kgCO2e/kg, change: %s kgCO2e/kg"
    assert paths(own_figures, plan(footprint % "5.03")) == []
    assert paths(own_figures, plan(footprint % "5.30")) == ["targets.t1.change"]


def test_without_a_base_percentages_are_held_against_each_other() -> None:
    keys = "boundary: total, base year: 2024, year: 2028, reduction: %s, yearly reduction: 5 %%"
    assert paths(own_figures, plan(keys % "19 %", around="")) == []
    assert paths(own_figures, plan(keys % "30 %", around="")) == ["targets.t1.reduction"]


@given(base=st.integers(200, 5000), cut=st.integers(1, 60), years=st.integers(1, 10))
def test_what_follows_from_one_another_is_never_found(base: int, cut: int, years: int) -> None:
    first = Decimal(base).scaleb(-3)
    value = round(first * (100 - cut) / 100, 3)
    keys = (
        f"boundary: product footprint, base year: 2020, year: {2020 + years}, base: {first} tCO2e/t, value: {value} tCO2e/t, "
        f"reduction: {cut} %, change: {first - value} tCO2e/t"
    )
    assert paths(own_figures, plan(keys, around="")) == []


def test_a_published_rate_that_is_the_total_of_two_years() -> None:
    foundry = PATHWAY.replace("0.520", "0.17").replace("2025: 0.500, 2026: 0.490", "2025: 0.17, 2026: 0.16")
    assert paths(totals_as_rates, plan(f"{ON}, year: 2026, yearly reduction: 5.9 %", around=foundry)) == ["targets.t1.yearly reduction"]
