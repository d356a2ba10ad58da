"""How exactly a number is known: a printed figure stands for all values that round to it.

Two figures contradict each other only where no values behind them agree. So what is computed from printed figures is
an interval, and a stated figure is held against that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, localcontext

from ghgplan.compute.numbers import PRECISION, Computed, Number, Stated
from ghgplan.plan.units import Unit
from ghgplan.values import frozen


@frozen
class Interval:
    """The values from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        with localcontext(prec=PRECISION):
            return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        with localcontext(prec=PRECISION):
            return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        with localcontext(prec=PRECISION):
            return _around(a * b for a in self._ends for b in other._ends)

    def __truediv__(self, other: Interval) -> Interval:
        """Raises ZeroDivisionError where ``other`` holds zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError
        with localcontext(prec=PRECISION):
            return _around(a / b for a in self._ends for b in other._ends)

    @property
    def _ends(self) -> tuple[Decimal, Decimal]:
        return (self.low, self.high)

    @property
    def middle(self) -> Decimal:
        with localcontext(prec=PRECISION):
            return (self.low + self.high) / 2

    def times(self, factor: Decimal | int) -> Interval:
        """Multiplied by an exact factor."""
        return self * exactly(Decimal(factor))

    def mapped(self, function: Callable[[Decimal], Decimal]) -> Interval:
        """Under a function that only rises, or only falls."""
        return _around(function(end) for end in self._ends)

    def meets(self, other: Interval) -> bool:
        """Whether a value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: Decimal) -> Interval:
        """Wider by ``by`` at both ends."""
        with localcontext(prec=PRECISION):
            return Interval(self.low - by, self.high + by)


def exactly(value: Decimal) -> Interval:
    """A value without any doubt."""
    return Interval(value, value)


def around(value: Decimal, decimals: int) -> Interval:
    """All values that print as ``value`` with ``decimals`` places, to whichever side ties are rounded."""
    return exactly(value).widened(Decimal(5).scaleb(-decimals - 1))


def interval(number: Number, unit: Unit | None = None) -> Interval:
    """What ``number`` may be, in ``unit`` (its own if left out). Raises ValueError where the dimensions differ.

    A stated number is known to its last digit, one of the library exactly. A computed one is known as well as its
    inputs: sums and differences to the sum of their doubts, everything else to the sum of their relative doubts.
    """
    return in_unit(_interval(number), number.unit, unit or number.unit)


def in_unit(known: Interval, unit: Unit, wanted: Unit) -> Interval:
    """What is known in ``unit``, in the ``wanted`` one. Raises ValueError where the dimensions differ."""
    return known if unit.symbol == wanted.symbol else known.times(unit.factor_to(wanted))


def _interval(number: Number) -> Interval:
    match number.origin:
        case Stated():
            return around(number.value, number.decimals)
        case Computed("sum", inputs):
            parts = [interval(part, number.unit) for part in inputs]
            return sum(parts, exactly(Decimal(0)))
        case Computed("difference" | "deviation" | "deviation from curve", (first, second)):
            return interval(first, number.unit) - interval(second, number.unit)
        case Computed(_, inputs):
            return exactly(number.value).widened(abs(number.value) * _relative_doubt(inputs))
        case _:
            return exactly(number.value)


def _relative_doubt(inputs: Iterable[Number]) -> Decimal:
    doubt = Decimal(0)
    for each in inputs:
        known = _interval(each)
        if each.value:
            with localcontext(prec=PRECISION):
                doubt += (known.high - known.low) / 2 / abs(each.value)
    return doubt


def agree(stated: Number, computed: Number) -> bool:
    """Whether some values behind both are the same. Raises ValueError where the dimensions differ."""
    return interval(stated).meets(interval(computed, stated.unit))


def _around(ends: Iterable[Decimal]) -> Interval:
    values = tuple(ends)
    return Interval(min(values), max(values))
