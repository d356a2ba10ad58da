"""Numbers as findings tell them: with their unit, and as many digits as the comparison needs."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from ghgplan.compute.numbers import PRECISION, Computed, Number, Stated
from ghgplan.diagnostics import Related
from ghgplan.plan.units import Unit


def told(number: Number, decimals: int | None = None) -> str:
    """The number with its unit: as written where the plan states it, else rounded to ``decimals`` places."""
    if number.is_stated and decimals is None:
        return with_unit(number.value, number.unit)
    return with_unit(rounded(number.value, number.decimals if decimals is None else decimals), number.unit)


def beside(number: Number, other: Number) -> str:
    """``number`` in the unit of ``other`` with one digit more, so that the two can be seen to differ."""
    return with_unit(rounded(number.value_in(other.unit), other.decimals + 1), other.unit)


def with_unit(value: Decimal, unit: Unit) -> str:
    """``0.82 tCO2e/t``; ``95 %``; ``3`` where there is no unit."""
    return f"{value:f} {unit.symbol}".rstrip()


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Rounded once, half to even (GB/T 8170)."""
    with localcontext(prec=PRECISION * 2):
        return value.quantize(Decimal(1).scaleb(-max(decimals, 0)), rounding=ROUND_HALF_EVEN)


def significant(value: Decimal, digits: int = 3) -> str:
    """``value`` to so many significant digits, without an exponent."""
    return f"{rounded(value, digits - 1 - value.adjusted()):f}" if value else "0"


def places(*numbers: Number) -> tuple[Related, ...]:
    """Where the numbers, or those that they were computed from, are stated; each place once."""
    found: dict[Related, None] = {}
    for number in numbers:
        for origin in _stated_below(number):
            found.setdefault(Related(origin.span, origin.path))
    return tuple(found)


def _stated_below(number: Number) -> list[Stated]:
    match number.origin:
        case Stated():
            return [number.origin]
        case Computed(_, inputs):
            return [origin for part in inputs for origin in _stated_below(part)]
        case _:
            return []
