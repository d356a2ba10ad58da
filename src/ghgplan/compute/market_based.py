"""Scope 2 by the market-based method: what green power and certificates leave of the electricity, times its factor.

The factor of what is left is the plan's ``market factor``; without one it is the location-based
factor, and the table says so.
"""

from __future__ import annotations

from decimal import Decimal, localcontext

from ghgplan.compute.choices import Choices
from ghgplan.compute.combining import combined
from ghgplan.compute.numbers import PRECISION, TONNE_CO2E, Computed, Number
from ghgplan.compute.series import ByYear, amounts, by_year
from ghgplan.diagnostics import Path, Severity
from ghgplan.plan.model.inventory import EmissionSource

INSTRUMENTS = ("green power", "certificates")


def market_based(choices: Choices, source: EmissionSource, path: Path, activity: ByYear, emissions: ByYear, factors: ByYear) -> ByYear:
    """The source's market-based emissions (tCO2e) by year; equal to the location-based ones where nothing was bought.

    They are so too where a market factor meets stated emissions without activity data: the factor has nothing to be
    multiplied with, and the location-based figure stands for the lacking one (GHG Protocol Scope 2 Guidance, from memory:
    grid-average factors come last, and are never left out). That is said.
    """
    bought = {name: amounts(choices.file, getattr(source, name.replace(" ", "_")), (*path, name), choices.findings) for name in INSTRUMENTS}
    if source.scope != "scope 2":
        for name in INSTRUMENTS:
            if getattr(source, name.replace(" ", "_")) is not None:
                choices.find("GP-C35", (*path, name))
        return by_year({})
    own = choices.stated(source.market_factor, (*path, "market factor")) if source.market_factor else None
    for name, series in bought.items():
        for year in series.keys() - activity.keys():
            choices.find("GP-C33", (*path, name, str(year)), year=str(year))
    found: dict[int, Number] = {}
    for year, location_based in emissions.items():
        instruments = {name: series[year] for name, series in bought.items() if year in series}
        if not own and not instruments:
            found[year] = location_based
            continue
        if not instruments and year not in activity:
            choices.find("GP-C53", (*path, "stated", str(year)), severity=Severity.WARNING, year=str(year))
            found[year] = location_based
            continue
        market = _of_year(choices, path, year, activity.get(year), instruments, own or factors.get(year))
        if market:
            found[year] = market
    return by_year(found)


def _of_year(
    choices: Choices, path: Path, year: int, activity: Number | None, instruments: dict[str, Number], factor: Number | None
) -> Number | None:
    if activity is None:
        return None
    at = (*path, next(iter(instruments)), str(year)) if instruments else (*path, "market factor")
    if factor is None:
        choices.find("GP-C33", at, year=str(year))
        return None
    left = _left(choices, at, activity, tuple(instruments.values())) if instruments else activity
    if left is None:
        return None
    market = combined((left, factor), TONNE_CO2E, 2, "market-based emissions")
    if market is None:
        choices.find("GP-C30", (*path, "market factor"), activity=activity.unit.symbol, factor=factor.unit.symbol)
    return market


def _left(choices: Choices, at: Path, activity: Number, bought: tuple[Number, ...]) -> Number | None:
    """What was bought without green power or certificates, never less than nothing."""
    try:
        with localcontext(prec=PRECISION):
            value = activity.value - sum((each.value_in(activity.unit) for each in bought), Decimal(0))
    except ValueError:
        choices.find("GP-C30", at, activity=activity.unit.symbol, factor=bought[0].unit.symbol)
        return None
    if value < 0:
        symbol = activity.unit.symbol
        choices.find("GP-C34", at, used=f"{activity.value} {symbol}", excess=f"{-value} {symbol}")
        value = Decimal(0)
    decimals = max(activity.decimals, *(each.decimals for each in bought))
    return Number(value, activity.unit, Computed("electricity left", (activity, *bought)), decimals)
