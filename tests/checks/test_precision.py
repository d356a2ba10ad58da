"""What a printed figure may stand for, and when two figures contradict each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.checks.precision import Interval, agree, around, exactly, interval
from ghgplan.compute.numbers import PERCENT, TONNE_CO2E, Library, Number, Stated, difference, product, ratio, total, written_decimals
from ghgplan.diagnostics import Span
from ghgplan.plan.units import Unit, parse_unit

VALUES = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10**6), places=3)
HERE = Stated(("x",), Span("plan.yaml", 1, 1))


def printed(text: str, unit: Unit = TONNE_CO2E) -> Number:
    value = Decimal(text)
    return Number(value, unit, HERE, written_decimals(value))


def rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals))


def test_a_printed_figure_stands_for_all_that_rounds_to_it() -> None:
    assert interval(printed("0.82")) == Interval(Decimal("0.815"), Decimal("0.825"))
    assert interval(printed("7880")) == Interval(Decimal("7879.5"), Decimal("7880.5"))


def test_a_figure_of_the_library_is_exact() -> None:
    assert interval(Number(Decimal("0.5703"), PERCENT, Library("x"), 4)) == exactly(Decimal("0.5703"))


def test_the_same_in_another_unit() -> None:
    assert interval(printed("1.5"), parse_unit("kgCO2e")) == Interval(Decimal(1450), Decimal(1550))
    with pytest.raises(ValueError, match="is no"):
        interval(printed("1.5"), parse_unit("t"))


def test_doubts_of_a_sum_add_up() -> None:
    together = total([printed("1.0"), printed("2.00")], TONNE_CO2E)
    assert interval(together) == Interval(Decimal("2.945"), Decimal("3.055"))
    assert interval(difference(printed("2.0"), printed("1.0"))) == Interval(Decimal("0.9"), Decimal("1.1"))


def test_published_figures_agree_with_what_they_are_made_of() -> None:
    intensity = ratio(printed("6456.81"), printed("7880", parse_unit("t")), parse_unit("tCO2e/t"), 5)
    assert intensity
    assert agree(printed("0.82", parse_unit("tCO2e/t")), intensity)
    assert not agree(printed("0.83", parse_unit("tCO2e/t")), intensity)


def test_an_interval_with_zero_in_it_divides_nothing() -> None:
    with pytest.raises(ZeroDivisionError):
        _ = exactly(Decimal(1)) / Interval(Decimal(-1), Decimal(1))


@given(VALUES, VALUES, st.integers(0, 3))
def test_rounding_a_product_s_factors_never_makes_a_contradiction(first: Decimal, second: Decimal, decimals: int) -> None:
    a, b = rounded(first, decimals), rounded(second, decimals)
    if not a or not b:
        return
    whole = product(printed(str(a)), printed(str(b), parse_unit("t/t")), TONNE_CO2E, 2)
    exact = Number(first * second, TONNE_CO2E, Library("x"), 2)
    # First order: what both doubts together would add is below a unit of the last printed place of the larger factor.
    slack = Decimal(1).scaleb(-2 * decimals)
    assert interval(whole).widened(slack).meets(interval(exact))


@given(st.lists(VALUES, min_size=1, max_size=8), st.integers(0, 3))
def test_rounding_parts_and_total_never_makes_a_contradiction(parts: list[Decimal], decimals: int) -> None:
    summed = total([printed(str(rounded(part, decimals))) for part in parts], TONNE_CO2E)
    assert agree(printed(str(rounded(sum(parts, Decimal(0)), decimals))), summed)


@given(VALUES, VALUES, VALUES, VALUES)
def test_arithmetic_holds_whatever_lies_within(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    first, second = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    for operation in ("__add__", "__sub__", "__mul__", "__truediv__"):
        result: Interval = getattr(first, operation)(second)
        for x in (a, b):
            for y in (c, d):
                assert result.widened(Decimal("1e-20")).meets(exactly(getattr(x, operation)(y)))


@given(VALUES, st.integers(0, 4))
def test_around_holds_the_value_and_both_ties(value: Decimal, decimals: int) -> None:
    known = around(value, decimals)
    assert known.low < value < known.high
    assert known.high - known.low == Decimal(1).scaleb(-decimals)
    assert known.middle == value
