"""Units as plans write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.plan.units import KINDS, MULTIPLES, NAMES, NO_UNIT, UnknownUnitError, dimension, parse_unit

UNITS = st.sampled_from(sorted(NAMES))


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_name_is_a_unit(name: str) -> None:
    unit = parse_unit(name)
    assert unit.symbol == name
    assert unit.factor_to(unit) == 1


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_units(kind: str) -> None:
    made = [name for name in NAMES if parse_unit(name).is_kind(kind)]
    assert made or kind == "intensity"


@given(UNITS, UNITS)
def test_factors_there_and_back_give_one(one: str, other: str) -> None:
    first, second = parse_unit(one), parse_unit(other)
    if dimension(first.definition) != dimension(second.definition):
        with pytest.raises(ValueError, match="is no"):
            first.factor_to(second)
        return
    assert abs(first.factor_to(second) * second.factor_to(first) - 1) < Decimal("1e-20")


@given(UNITS, UNITS, st.sampled_from(sorted(MULTIPLES)))
def test_quotients_and_multiples(one: str, other: str, multiple: str) -> None:
    quotient = parse_unit(f"{one}/{other}")
    assert parse_unit(f"{multiple}{one}/{other}").factor_to(quotient) == MULTIPLES[multiple]
    product = parse_unit(f"{one}/{other}·{other}")
    assert product.factor_to(parse_unit(one)) == 1


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("万kWh", "MWh", "10"),
        ("亿kWh", "GWh", "100"),
        ("kgCO2e/t", "tCO2e/t", "0.001"),
        ("tce", "kgce", "1000"),
        ("tonnes", "t", "1"),
        ("m3/t", "L/kg", "1"),
        ("万元", "CNY", "10000"),
        ("%", "%", "1"),
        ("GJ", "MJ", "1000"),
        ("kWh", "MJ", "3.6"),
        ("t·km", "tkm", "1"),
    ],
)
def test_known_factors(one: str, other: str, factor: str) -> None:
    assert parse_unit(one).factor_to(parse_unit(other)) == Decimal(factor)


def test_emissions_are_no_mass() -> None:
    assert not parse_unit("tCO2e").is_kind("mass")
    assert not parse_unit("tce").is_kind("mass")


def test_nothing_is_no_unit() -> None:
    assert parse_unit("  ") == NO_UNIT


@pytest.mark.parametrize(
    ("text", "part", "suggestion"),
    [
        ("tonn", "tonn", "tonne"),
        ("kwh", "kwh", "kWh"),
        ("万kwh", "万kwh", "万kWh"),
        ("tCO2eq/t", "tCO2eq", "tCO2e"),
        ("％", "％", "%"),
        ("ｔ", "ｔ", "t"),
        ("㎡", "㎡", "m2"),
        ("bushels", "bushels", None),
        ("t/", "t/", None),
        ("/t", "/t", None),
        ("t" * 100, "t" * 60, None),
        ("t*" * 5000 + "t", ("t*" * 30), None),
    ],
)
def test_unknown_units(text: str, part: str, suggestion: str | None) -> None:
    with pytest.raises(UnknownUnitError) as caught:
        parse_unit(text)
    assert (caught.value.part, caught.value.suggestion) == (part, suggestion)


@given(st.text(max_size=30))
def test_any_text_is_a_unit_or_is_not(text: str) -> None:
    try:
        unit = parse_unit(text)
    except UnknownUnitError as unknown:
        parse_unit(unknown.suggestion or "t")
    else:
        assert unit.symbol == text.strip()


@pytest.mark.parametrize(("written", "tonnes"), [("kt", 1000), ("千吨", 1000), ("万t", 10000), ("万吨", 10000)])
def test_large_masses(written: str, tonnes: int) -> None:
    assert parse_unit(written).factor_to(parse_unit("t")) == tonnes
