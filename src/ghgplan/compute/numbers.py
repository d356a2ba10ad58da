"""A number of the report: its value, its unit, and where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import TypeAlias

from ghgplan.diagnostics import Path, Span
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.units import Unit, parse_unit
from ghgplan.values import frozen

PRECISION = 34
"""Significant digits while computing; rounding happens once, where a number is printed."""

PERCENT = parse_unit("%")
TONNE_CO2E = parse_unit("tCO2e")
TONNE_COAL_EQUIVALENT = parse_unit("tce")
INTENSITY = parse_unit("tCO2e/t")


@frozen
class Stated:
    """The number stands in a plan, here."""

    path: Path
    span: Span


@frozen
class Computed:
    """The number follows from others. ``formula`` names how, ``inputs`` are in the formula's order."""

    formula: str
    inputs: tuple[Number, ...]


@frozen
class Library:
    """The number stands in the shipped library, as the entry with this id."""

    entry: str


Origin: TypeAlias = Stated | Computed | Library


@frozen
class Number:
    """A value with its unit and origin.

    ``decimals`` is how many places it prints with. A stated number prints as its author
    wrote it; a computed one is rounded only then (GB/T 8170: half to even).
    """

    value: Decimal
    unit: Unit
    origin: Origin
    decimals: int
    indicative: bool = False
    """True where it rests on a curve drawn on beyond its last year, or is a trend of one actual value; so is what follows from it."""

    @property
    def rounded(self) -> Decimal:
        """The value as it prints."""
        with localcontext(prec=PRECISION * 2):
            rounded = self.value.quantize(Decimal(1).scaleb(-self.decimals), rounding=ROUND_HALF_EVEN)
        return rounded.copy_abs() if rounded.is_zero() else rounded  # no sign before nothing

    @property
    def is_stated(self) -> bool:
        return isinstance(self.origin, Stated)

    def value_in(self, unit: Unit) -> Decimal:
        """The value converted to ``unit``. Raises ValueError where the dimensions differ."""
        if unit.symbol == self.unit.symbol:
            return self.value
        with localcontext(prec=PRECISION):
            return self.value * self.unit.factor_to(unit)


def written_decimals(value: Decimal) -> int:
    """How many decimal places ``value`` was written with."""
    return max(-int(value.as_tuple().exponent), 0)


def stated(quantity: Quantity, path: Path, span: Span) -> Number:
    """A number as the plan states it."""
    return Number(quantity.value, quantity.unit, Stated(path, span), written_decimals(quantity.value))


def computed(value: Decimal, unit: Unit, formula: str, inputs: tuple[Number, ...], decimals: int, *, indicative: bool = False) -> Number:
    """A number that follows from ``inputs``; indicative where any of them is."""
    return Number(value, unit, Computed(formula, inputs), decimals, indicative or any(part.indicative for part in inputs))


def total(parts: Iterable[Number], unit: Unit) -> Number:
    """The sum of ``parts`` in ``unit``, printed with as many decimals as its most precise part."""
    inputs = tuple(parts)
    with localcontext(prec=PRECISION):
        value = sum((part.value_in(unit) for part in inputs), Decimal(0))
    return computed(value, unit, "sum", inputs, max((part.decimals for part in inputs), default=0))


def product(first: Number, second: Number, unit: Unit, decimals: int, formula: str = "product") -> Number:
    """``first`` times ``second`` in ``unit``. Raises ValueError where the dimensions do not give ``unit``."""
    together = Unit("", f"({first.unit.definition})*({second.unit.definition})", first.unit.multiple * second.unit.multiple)
    with localcontext(prec=PRECISION):
        value = first.value * second.value * together.factor_to(unit)
    return computed(value, unit, formula, (first, second), decimals)


def ratio(first: Number, second: Number, unit: Unit, decimals: int, formula: str = "ratio") -> Number | None:
    """``first`` divided by ``second`` in ``unit``; None where ``second`` is zero.

    Raises ValueError where the dimensions do not give ``unit``.
    """
    if second.value == 0:
        return None
    together = Unit("", f"({first.unit.definition})/({second.unit.definition})", first.unit.multiple / second.unit.multiple)
    with localcontext(prec=PRECISION):
        value = first.value / second.value * together.factor_to(unit)
    return computed(value, unit, formula, (first, second), decimals)


def reduction(base: Number, value: Number) -> Number | None:
    """How far ``value`` lies below ``base``, in per cent of ``base``; None where the base is zero."""
    if base.value == 0:
        return None
    with localcontext(prec=PRECISION):
        part = (base.value - value.value_in(base.unit)) / base.value * 100
    return computed(part, PERCENT, "reduction", (base, value), 1)


def as_printed(number: Number) -> Number:
    """The number rounded as it prints: what a reader compares with."""
    if number.value == number.rounded:
        return number
    return computed(number.rounded, number.unit, "as printed", (number,), number.decimals, indicative=number.indicative)


def difference(value: Number, other: Number, formula: str = "difference") -> Number:
    """``value`` minus ``other``, in the unit of ``value``."""
    with localcontext(prec=PRECISION):
        result = value.value - other.value_in(value.unit)
    return computed(result, value.unit, formula, (value, other), max(value.decimals, other.decimals))
