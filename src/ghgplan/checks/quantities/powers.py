"""Powers of ten: what a unit mixed up with another one, or a 万 too many, leaves behind."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from ghgplan.checks.precision import Interval
from ghgplan.plan.units import Unit, dimension

LARGEST = 9
"""万t for kg is seven powers, tCO2/kWh for gCO2/kWh six."""

_ALL = tuple(sorted((power for power in range(-LARGEST, LARGEST + 1) if power), key=abs))


def power_within(ratio: Interval) -> int | None:
    """The exponent of a power of ten other than one that lies in ``ratio``; None where there is none."""
    return next((power for power in _ALL if ratio.low <= ten_to(power) <= ratio.high), None)


def power_into(value: Decimal, wanted: Interval) -> int | None:
    """The power of ten, other than none, by which ``value`` is too large to lie in ``wanted``; None where it lies there at none."""
    return next((power for power in _ALL if wanted.low <= value / ten_to(power) <= wanted.high), None)


@cache
def ten_to(power: int) -> Decimal:
    """10 to the ``power``, one of those that units and slips are apart."""
    return Decimal(1).scaleb(power)


def told_power(power: int) -> str:
    """``10``, ``1000``, ``0.1``: how many times too large."""
    return f"{ten_to(power):f}"


def comparable(first: Unit, second: Unit) -> bool:
    """Whether amounts in the two units can be held against each other."""
    return dimension(first.definition) == dimension(second.definition)


def per(above: Unit, below: Unit) -> Unit:
    """``tCO2e`` per ``万m3``."""
    definition = f"({above.definition})/({below.definition})" if below.definition else above.definition
    return Unit(f"{above.symbol}/{below.symbol}", definition, above.multiple / below.multiple)
