"""The vertical axis: round ticks that cover the values, from zero wherever the values can be told apart from there."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ghgplan.values import frozen

FLAT_SHARE = Decimal("0.08")
"""Below this share of the largest value, the differences among the values are too small to see from zero."""

_ROUND_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@frozen
class ValueAxis:
    """Ticks in rising order. A ``cut`` axis begins above zero, which the drawing must show."""

    ticks: tuple[Decimal, ...]
    cut: bool = False

    @property
    def low(self) -> Decimal:
        return self.ticks[0]

    @property
    def high(self) -> Decimal:
        return self.ticks[-1]

    def texts(self) -> tuple[str, ...]:
        """The ticks as written, all with the decimals that their step needs."""
        places = max(0, *(-int(tick.normalize().as_tuple().exponent) for tick in self.ticks))
        return tuple(f"{tick:,.{places}f}" for tick in self.ticks)

    def share(self, value: Decimal) -> float:
        """Where ``value`` stands between the first tick (0) and the last (1)."""
        return float((value - self.low) / (self.high - self.low))


def _step(span: Decimal, intervals: int) -> Decimal:
    """The round step nearest above a ``span`` cut into ``intervals``."""
    rough = span / intervals
    magnitude = Decimal(1).scaleb(rough.adjusted())
    return next(step * magnitude for step in _ROUND_STEPS if step * magnitude >= rough)


def _ticks(low: Decimal, high: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple(step * (first + count) for count in range(int(last - first) + 1))


def amounts_axis(values: list[Decimal]) -> ValueAxis:
    """An axis for amounts and shares: always with zero, for a bar's length is its meaning."""
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    if low == high:
        high = Decimal(1)
    return ValueAxis(_ticks(low, high, _step(high - low, 5)))


def intensity_axis(values: list[Decimal], flat_share: Decimal = FLAT_SHARE) -> ValueAxis:
    """An axis for a pathway: with zero, unless the whole pathway would then look like one flat line."""
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    span = high - low
    if low <= 0 or span == 0 or span >= flat_share * high:
        return amounts_axis(values)
    # Half as much room again on either side: a cut axis makes a small step look large.
    below, above = low - span / 2, high + span / 2
    return ValueAxis(_ticks(below, above, _step(above - below, 4)), cut=True)
