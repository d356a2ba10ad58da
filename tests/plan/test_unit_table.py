"""The table of units against pint, which it is made from."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.plan import pint_units, units
from ghgplan.plan.unit_table import NotInTableError, size
from ghgplan.plan.units import NAMES, Unit

TABLE = Path(units.__file__).with_name("unit_table.txt").read_text(encoding="ascii")
DEFINED = [line.split()[0] for line in TABLE.splitlines()]
PARTS = st.sampled_from(sorted({*NAMES.values(), *DEFINED}))
COMPOUNDS = st.lists(st.tuples(st.sampled_from("*/"), PARTS), min_size=1, max_size=4)


def definition(parts: list[tuple[str, str]]) -> str:
    return "1" + "".join(f"{operator}({part})" for operator, part in parts)


def test_the_table_is_what_pint_says() -> None:
    assert pint_units.table_text() == TABLE


@pytest.mark.parametrize("name", DEFINED)
def test_pint_agrees_on_every_unit(name: str) -> None:
    assert size(name).dimension == pint_units.dimension(name)
    like = [other for other in DEFINED if size(other).dimension == size(name).dimension]
    for other in like:
        assert abs(size(name).over(size(other)) / pint_units.factor(name, other) - 1) < Decimal("1e-26")


@given(COMPOUNDS, COMPOUNDS)
def test_pint_agrees_on_compound_units(first: list[tuple[str, str]], second: list[tuple[str, str]]) -> None:
    one, other = Unit("one", definition(first)), Unit("other", definition(second))
    assert size(one.definition).dimension == pint_units.dimension(one.definition)
    if pint_units.dimension(one.definition) != pint_units.dimension(other.definition):
        with pytest.raises(ValueError, match="one is no other"):
            one.factor_to(other)
        return
    assert abs(one.factor_to(other) / pint_units.factor(one.definition, other.definition) - 1) < Decimal("1e-25")


@given(COMPOUNDS)
def test_pint_agrees_on_a_unit_in_base_units(parts: list[tuple[str, str]]) -> None:
    one = size(definition(parts))
    by_pint = pint_units.registry().Quantity(Decimal(1), definition(parts)).to_root_units().magnitude
    assert abs(one.above / one.below / Decimal(by_pint) - 1) < Decimal("1e-25")


@pytest.mark.parametrize(
    "text", ["tonne**0.5", "(tonne)**2", "tonne tonne", "tonne**", "(tonne", "tonne)", "furlong", "tonne+1", "2*tonne", "*"]
)
def test_what_is_no_product_of_known_units_is_not_answered(text: str) -> None:
    with pytest.raises(NotInTableError):
        size(text)


def test_pint_answers_what_the_table_does_not() -> None:
    assert Unit("", "(metre**2)**2").factor_to(Unit("", "metre**4")) == 1
    assert units.dimension("(metre)**3") == units.dimension("metre**3")
    with pytest.raises(ValueError, match="metre"):
        Unit("", "(metre)**2").factor_to(Unit("", "metre"))


def test_nothing_has_no_dimension() -> None:
    assert units.dimension("") == units.dimension("percent") == units.dimension("dimensionless") == frozenset()
