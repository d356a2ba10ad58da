"""The methods' arithmetic, by figures worked by hand, and the laws that rates obey."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.compute.pathway_methods import (
    absolute_contraction,
    around,
    compound_reduction,
    constant_rate,
    convergence,
    implied_base,
    intermediate_year,
    linear_reduction,
    straight,
    trend,
)
from ghgplan.reference.curves import curves

D = Decimal


def test_each_method_by_hand() -> None:
    # 0.1 + (10.1 - 0.1) x 0.4 / 0.8
    assert convergence(D("10.1"), D("0.1"), D("0.4"), D("0.8")) == D("5.1")
    # Two of five years on the way from 10 to 5.
    assert straight(D(10), D(5), D(2), D(5)) == D(8)
    # 10 x 0.9 x 0.9
    assert constant_rate(D(10), D("0.1"), D(2)) == D("8.1")
    # 10 - 2 x 1; after eleven years nothing is left to take.
    assert absolute_contraction(D(10), D("0.1"), D(2)) == D(8)
    assert absolute_contraction(D(10), D("0.1"), D(11)) == 0
    # 10 fell by 2 in four years: 1 more in the next two, and no less than nothing ever after.
    assert trend(D(10), D(8), D(4), D(2)) == D(7)
    assert trend(D(10), D(8), D(4), D(40)) == 0


def test_rates_by_hand() -> None:
    # 8.1 = 10 x 0.9 x 0.9; (10 - 8.1) / 10 / 2
    assert compound_reduction(D(10), D("8.1"), D(2)) == D("0.1")
    assert linear_reduction(D(10), D("8.1"), D(2)) == D("0.095")
    assert compound_reduction(D(10), D(0), D(3)) == 1
    assert compound_reduction(D(0), D(1), D(1)) is None
    assert compound_reduction(D(1), D(1), D(0)) is None
    assert linear_reduction(D(0), D(1), D(1)) is None


@given(
    st.decimals(min_value=D("0.01"), max_value=D(1000), places=3),
    st.decimals(min_value=0, max_value=D("0.9"), places=3),
    st.integers(1, 30),
)
def test_the_rate_of_a_constant_rate_is_that_rate(base: Decimal, rate: Decimal, years: int) -> None:
    found = compound_reduction(base, constant_rate(base, rate, D(years)), D(years))
    assert found is not None
    assert abs(found - rate) < D("1e-28")


def test_neighbours_of_a_year() -> None:
    points = {2023: D(1), 2026: D(2), 2030: D(3)}
    assert [around(points, year) for year in (2023, 2024, 2026, 2027, 2030, 2031)] == [
        None,
        (2023, 2026),
        (2023, 2026),
        (2026, 2030),
        (2026, 2030),
        None,
    ]


def test_the_implied_base_is_the_one_that_leads_there() -> None:
    metal = curves()["purchased-aluminium"]
    # From 10.1 in 2023 to 0.1 + 10 x 0.73164 = 7.4164 in 2030.
    base = implied_base(metal, 2030, D("7.4164"))
    assert base is not None
    assert abs(base - D("10.1")) < D("1e-30")
    # From 2027 (0.87323 of the distance) to 2030.
    assert implied_base(metal, 2030, D("0.1") + D("0.73164"), 2027) == D("0.1") + D("0.87323")
    assert implied_base(metal, 2031, D(5)) is None
    assert implied_base(metal, 2030, D(5), 2022) is None


@pytest.mark.parametrize("base_year", [2018, 2023, 2025])
def test_the_intermediate_target_comes_within_five_years(base_year: int) -> None:
    assert intermediate_year(base_year) - base_year == 5
