"""Progress: how far the actual values lie from their targets, what is still needed, and where the trend leads.

Actual values are held against their targets as both are printed: a reader must find the same, and a promise is kept
where it is kept in the decimals that it was published with. What is needed and the trend run on unrounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext

from ghgplan.compute.numbers import PERCENT, PRECISION, Number, as_printed, computed, difference
from ghgplan.compute.pathway_methods import compound_reduction, percent, trend
from ghgplan.compute.pathway_years import PathwayYears
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.text import Text
from ghgplan.values import frozen

YES = Text(zh="是", en="yes")
NO = Text(zh="否", en="no")


@frozen
class Outlook:
    """What the actual values of a pathway mean for its targets. Values are in the pathway's unit."""

    relative: Mapping[int, Number]
    """Actual minus target, in per cent of the target; both as printed."""
    on_track: Mapping[int, bool]
    """Whether the actual value is at most the target, both as printed, for the years that have both."""
    latest: int
    """The last year that has an actual value."""
    year: int | None
    """The year to reach: the pathway's aim, else its last; None where that is past."""
    target: Number | None
    """The value to reach then."""
    needed: Number | None
    """The cut a year that leads from the latest actual value to it: per cent of the year before."""
    needed_linear: Number | None
    """The same as an equal amount each year."""
    forecasts: Mapping[int, Number]
    """Where the straight line from the base value (else the first actual one) through the latest leads, up to that year.

    Indicative where there is only one actual value: two points make a line, and no trend.
    """
    forecast_deviation: Number | None
    """The forecast of that year minus its target, both as printed."""

    @property
    def forecast(self) -> Number | None:
        """Of the year to reach."""
        return self.forecasts.get(self.year) if self.year else None

    @property
    def will_reach(self) -> bool | None:
        """Whether the trend leads to the target or below; None where there is no trend."""
        return self.forecast_deviation.value <= 0 if self.forecast_deviation else None

    def numbers(self) -> Iterator[tuple[str, Number]]:
        for year, number in self.relative.items():
            yield f"relative deviation.{year}", number
        for name, number in (("needed reduction", self.needed), ("needed cut", self.needed_linear)):
            if number:
                yield name, number
        for year, number in self.forecasts.items():
            yield f"forecast.{year}", number
        if self.forecast_deviation:
            yield "forecast deviation", self.forecast_deviation

    def texts(self) -> Iterator[tuple[str, Text]]:
        for year, is_on_track in self.on_track.items():
            yield f"on track.{year}", YES if is_on_track else NO
        if self.will_reach is not None:
            yield "will reach", YES if self.will_reach else NO
        yield "latest year", Text(zh=str(self.latest), en=str(self.latest))
        if self.year:
            yield "target year", Text(zh=str(self.year), en=str(self.year))


def outlook(
    years_of: PathwayYears, base_year: int, base: Number | None, values: Mapping[int, Number], aim: int | None, actual: Mapping[int, Number]
) -> Outlook | None:
    """The outlook from ``actual`` on the targets ``values``; None without actual values."""
    if not actual:
        return None
    latest = max(actual)
    year = aim if aim in values else max(values, default=None)
    year = year if year and year > latest else None
    target = values[year] if year else None
    compared = [at for at in sorted(actual) if at in values and at > base_year]
    first = base_year if base and base_year < latest else min(actual)
    known = {**actual, **({base_year: base} if base else {})}
    ahead = [at for at in sorted(values) if year and latest < at <= year]
    forecasts = _forecasts(years_of, known, first, latest, ahead, indicative=len(actual) == 1)
    return Outlook(
        relative=Frozen({at: _relative(as_printed(actual[at]), as_printed(values[at])) for at in compared if values[at].rounded}),
        on_track=Frozen({at: actual[at].rounded <= values[at].rounded for at in compared}),
        latest=latest,
        year=year,
        target=target,
        needed=_needed(target, actual[latest], years_of.apart(latest, year)) if target and year else None,
        needed_linear=_needed_linear(actual[latest], target, years_of.apart(latest, year)) if target and year else None,
        forecasts=Frozen(forecasts),
        forecast_deviation=_beside(forecasts[year], target) if target and year in forecasts else None,
    )


def _beside(forecast: Number, target: Number) -> Number:
    return difference(as_printed(forecast), as_printed(target), "forecast deviation")


def _relative(actual: Number, target: Number) -> Number:
    with localcontext(prec=2 * PRECISION):
        part = actual.value / target.value - 1
    return computed(percent(part), PERCENT, "relative deviation", (actual, target), 1)


def _needed(target: Number, actual: Number, apart: Number) -> Number | None:
    rate = compound_reduction(actual.value, target.value, apart.value)
    if rate is None:
        return None
    return computed(percent(max(rate, Decimal(0))), PERCENT, "needed reduction", (target, actual, apart), 1)


def _needed_linear(actual: Number, target: Number, apart: Number) -> Number:
    with localcontext(prec=PRECISION):
        cut = max((actual.value - target.value) / apart.value, Decimal(0))
    return computed(cut, actual.unit, "needed cut", (actual, target, apart), max(actual.decimals, target.decimals) + 1)


def _forecasts(
    years_of: PathwayYears, known: Mapping[int, Number], first: int, latest: int, years: list[int], *, indicative: bool
) -> dict[int, Number]:
    if first == latest:
        return {}
    begun, now, passed = known[first], known[latest], years_of.apart(first, latest)
    forecasts: dict[int, Number] = {}
    for year in years:
        ahead = years_of.apart(latest, year)
        value = trend(begun.value, now.value, passed.value, ahead.value)
        decimals = max(now.decimals, begun.decimals)
        forecasts[year] = computed(value, now.unit, "forecast", (now, begun, ahead, passed), decimals, indicative=indicative)
    return forecasts
