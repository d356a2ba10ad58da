"""Powers of ten."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ghgplan.checks.precision import Interval
from ghgplan.checks.quantities.powers import per, power_into, power_within, ten_to, told_power
from ghgplan.plan.units import parse_unit


@given(st.integers(-9, 9), st.decimals(Decimal("0.9"), Decimal("1.1"), places=4))
def test_a_power_is_found_from_both_sides(power: int, about_one: Decimal) -> None:
    near = Interval(Decimal("0.8"), Decimal("1.25"))
    assert power_into(about_one * ten_to(power), near) == (power or None)
    ratio = Interval(ten_to(power) * Decimal("0.99"), ten_to(power) * Decimal("1.01"))
    assert power_within(ratio) == (power or None)


@given(st.decimals(Decimal("1.3"), Decimal("7.9"), places=3))
def test_what_lies_between_is_none(value: Decimal) -> None:
    assert power_into(value, Interval(Decimal("0.8"), Decimal("1.25"))) is None


def test_told() -> None:
    assert [told_power(power) for power in (4, 1, -1, -3)] == ["10000", "10", "0.1", "0.001"]


def test_a_unit_per_another() -> None:
    assert per(parse_unit("tCO2e"), parse_unit("万m3")).factor_to(parse_unit("kgCO2e/m3")) == Decimal("0.1")
