"""Numbers and quantities: the digits are kept, and what could be misread is refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from ghgplan.plan.quantities import parse_number, parse_quantity
from ghgplan.plan.units import NAMES

DIGITS = st.from_regex(r"[+-]?(0|[1-9][0-9]{0,9})(\.[0-9]{1,9})?", fullmatch=True)


def refused(parse: Callable[[str], object], text: str) -> dict[str, str]:
    with pytest.raises(PydanticCustomError) as caught:
        parse(text)
    assert caught.value.type == "ghgplan"
    return {name: str(value) for name, value in (caught.value.context or {}).items()}


@given(DIGITS)
def test_a_number_keeps_its_digits(text: str) -> None:
    assert f"{parse_number(text):f}" == text.removeprefix("+")


def test_the_minus_of_typesetters_is_a_minus() -> None:
    assert parse_number("−1.50") == Decimal("-1.50")


@given(st.text(max_size=12))
def test_any_text_is_a_number_as_written_or_is_refused(text: str) -> None:
    try:
        number = parse_number(text)
    except PydanticCustomError:
        return
    assert f"{number:f}" == text.strip().replace("−", "-").removeprefix("+")


@given(st.text("0123456789０１２３,.，。_eE+- ", max_size=12))
def test_what_is_suggested_instead_of_a_number_is_a_number(text: str) -> None:
    try:
        parse_number(text)
    except PydanticCustomError as error:
        instead = (error.context or {}).get("instead")
        if instead is not None:
            assert parse_number(instead) is not None


@given(DIGITS, st.sampled_from(sorted(NAMES)), st.sampled_from(["", " ", "  "]))
def test_a_quantity_is_its_number_and_its_unit(number: str, unit: str, space: str) -> None:
    quantity = parse_quantity(f"{number}{space}{unit}")
    assert f"{quantity.value:f}" == number.removeprefix("+")
    assert quantity.unit.symbol == unit


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("7,880 t", "GP-U02", "7880"),
        ("7 880.5 t", "GP-U02", "7880.5"),
        ("７８８０t", "GP-U03", "7880"),
        ("007 t", "GP-U03", "7"),
        (".5 t", "GP-U03", "0.5"),
        ("7880", "GP-U06", "7880 t"),
        ("7880 万", "GP-U06", "7880 t"),
        ("7880 kWh", "GP-U07", "7880 t"),
        ("7880 tonn", "GP-U04", "tonne"),
        ("7880 bushels", "GP-U05", "7880 t"),
        ("80～90 t", "GP-U09", "80～90 t"),
        ("80 t 至 90 t", "GP-U09", "80 t 至 90 t"),
        ("t 80", "GP-U01", "t 80"),
    ],
)
def test_a_quantity_that_is_refused(text: str, code: str, told: str) -> None:
    told_arguments = refused(lambda value: parse_quantity(value, "mass"), text)
    assert told_arguments["code"] == code
    assert told in told_arguments.values()
