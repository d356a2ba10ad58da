"""Products of several numbers, whatever their units, as long as the dimensions fit what they are to give."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction

from ghgplan.compute.numbers import PRECISION, Computed, Number
from ghgplan.plan.units import NO_UNIT, Unit
from ghgplan.values import frozen


@frozen
class Constant:
    """A constant of a formula, with its unit."""

    value: Fraction
    unit: Unit


ONE = Constant(Fraction(1), NO_UNIT)


def combined(
    inputs: Sequence[Number], unit: Unit, decimals: int, formula: str, *, divided_by: Sequence[Number] = (), constant: Constant = ONE
) -> Number | None:
    """The product of ``inputs`` over that of ``divided_by``, times ``constant``, in ``unit``; None where the dimensions do not fit."""
    parts = [f"({each.unit.definition})" for each in (constant, *inputs) if each.unit.definition]
    under = [f"1/({each.unit.definition})" for each in divided_by if each.unit.definition]
    if any(each.value == 0 for each in divided_by):
        return None
    with localcontext(prec=PRECISION):
        value, multiple = Decimal(1), constant.unit.multiple
        for each in inputs:
            value, multiple = value * each.value, multiple * each.unit.multiple
        for each in divided_by:
            value, multiple = value / each.value, multiple / each.unit.multiple
        try:
            factor = Unit("", "*".join(parts + under) or "dimensionless", multiple).factor_to(unit)
        except ValueError:
            return None
        value = value * factor * constant.value.numerator / constant.value.denominator
    return Number(value, unit, Computed(formula, (*inputs, *divided_by)), decimals)


def converted(number: Number, unit: Unit, decimals: int) -> Number:
    """The number in another unit. Raises ValueError where the dimensions differ."""
    if number.unit.symbol == unit.symbol:
        return number
    return Number(number.value_in(unit), unit, Computed("conversion", (number,)), decimals)
