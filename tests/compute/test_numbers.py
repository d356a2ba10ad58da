from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.compute.numbers import (
    INTENSITY,
    PERCENT,
    TONNE_CO2E,
    Computed,
    Number,
    Stated,
    difference,
    product,
    ratio,
    reduction,
    total,
    written_decimals,
)
from ghgplan.diagnostics import Span
from ghgplan.plan.scalars import parse_quantity


def number(text: str) -> Number:
    quantity = parse_quantity(text)
    return Number(quantity.value, quantity.unit, Stated((), Span("plan.yaml", 1, 1)), written_decimals(quantity.value))


def test_published_intensity_of_a_casthouse():
    # 6456.81 tCO2e over 7880 t is published as 0.82; 568.34 over 397 as 1.43.
    assert ratio(number("6456.81 tCO2e"), number("7880 t"), INTENSITY, 2).rounded == Decimal("0.82")
    assert ratio(number("568.34 tCO2e"), number("397 t"), INTENSITY, 2).rounded == Decimal("1.43")


def test_fuel_saved_per_tonne_gives_the_published_reduction():
    # 0.85 m3/t of natural gas at 2.162 kgCO2/m3 is published as 1.84 kg/t.
    assert product(number("0.85 m3/t"), number("2.162 kgCO2/m3"), number("1 kgCO2e/t").unit, 2).rounded == Decimal("1.84")


def test_a_published_total_of_three_scopes():
    parts = [number("23583.69 tCO2e"), number("114239.98 tCO2e"), number("625666.59 tCO2e")]
    assert total(parts, TONNE_CO2E).rounded == Decimal("763490.26")


def test_units_convert_before_they_are_added():
    assert total([number("1 tCO2e"), number("500 kgCO2e")], TONNE_CO2E).value == Decimal("1.5")


def test_electricity_times_grid_factor():
    assert product(number("224.222 万kWh"), number("0.404 tCO2/MWh"), TONNE_CO2E, 2).rounded == Decimal("905.86")


def test_units_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="is no"):
        product(number("5 t"), number("0.404 tCO2/MWh"), TONNE_CO2E, 2)


def test_rounding_is_half_to_even_on_the_decimal_as_written():
    exact = Number(Decimal("2.345"), PERCENT, Computed("sum", ()), 2)
    assert exact.rounded == Decimal("2.34")
    assert Number(Decimal("2.355"), PERCENT, Computed("sum", ()), 2).rounded == Decimal("2.36")


def test_reduction_keeps_its_inputs():
    base, value = number("17.5 tCO2e/t"), number("15.9 tCO2e/t")
    result = reduction(base, value)
    assert result is not None
    assert result.rounded == Decimal("9.1")
    assert result.origin == Computed("reduction", (base, value))


def test_nothing_is_divided_by_zero():
    assert ratio(number("5 tCO2e"), number("0 t"), INTENSITY, 2) is None
    assert reduction(number("0 tCO2e/t"), number("1 tCO2e/t")) is None


@given(st.decimals(min_value=0, max_value=10**9, places=4), st.decimals(min_value=0, max_value=10**9, places=4))
def test_difference_and_total_undo_one_another(first: Decimal, second: Decimal):
    one, other = number(f"{first:f} tCO2e"), number(f"{second:f} tCO2e")
    assert difference(total([one, other], TONNE_CO2E), other).value == first


@given(st.decimals(min_value="0.0001", max_value=10**6, places=4), st.integers(min_value=1, max_value=1000))
def test_intensity_does_not_depend_on_scale(emissions: Decimal, scale: int):
    one = ratio(number(f"{emissions:f} tCO2e"), number("397 t"), INTENSITY, 12)
    other = ratio(number(f"{emissions * scale:f} tCO2e"), number(f"{397 * scale} t"), INTENSITY, 12)
    assert one.rounded == other.rounded


def test_nothing_has_no_sign() -> None:
    assert str(Number(Decimal("-0.0001"), TONNE_CO2E, Computed("sum", ()), 2).rounded) == "0.00"
    assert str(Number(Decimal("-0.005"), TONNE_CO2E, Computed("sum", ()), 2).rounded) == "0.00"
    assert str(Number(Decimal("-0.006"), TONNE_CO2E, Computed("sum", ()), 2).rounded) == "-0.01"
