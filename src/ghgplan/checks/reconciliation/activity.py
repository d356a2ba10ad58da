"""Activity data of the inventory against the energy chapter: the same energy, told twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import interval
from ghgplan.checks.quantities.activity_and_energy import Pair, pairs
from ghgplan.checks.quantities.powers import power_within
from ghgplan.checks.quantities.years import year_against_years
from ghgplan.checks.reconciliation.inventory_figures import beyond, divided
from ghgplan.checks.rule import Finding
from ghgplan.checks.telling import beside, places, told
from ghgplan.compute.numbers import Number
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path

_ROUNDING = Decimal("0.005")


def activity_and_energy(report: Report) -> Iterator[Finding]:
    """The same energy in the inventory and in the energy chapter with different amounts.

    One finding a carrier, at its worst year. A factor of ten, hundred ... is a slip of the unit and told as that elsewhere.
    """
    slips = {found.path for found in year_against_years(report)}
    for pair in pairs(report):
        if any(source.source.scope == "scope 3" for source in pair.sources.values()):
            continue
        known = {year for year in pair.carrier.consumption if slips & _paths(pair, year)}
        apart = {year: ratio for year in pair.carrier.consumption if year not in known and (ratio := _apart(pair, year)) is not None}
        if not apart:
            continue
        worst = max(apart, key=lambda year: max(apart[year], 1 / apart[year]))
        consumption, used = pair.carrier.consumption[worst], _used(pair, worst)
        assert used  # noqa: S101 - a ratio was made of it
        arguments = {
            "carrier": pair.carrier_name, "entity": pair.entity, "year": str(worst), "used": beside(used, consumption),
            "consumption": told(consumption), "years": ", ".join(str(year) for year in sorted(apart)),
        }  # fmt: skip
        path = ("energy", pair.entity, "carriers", pair.carrier_name, "consumption", str(worst))
        yield Finding(path, arguments, places(used))


def _paths(pair: Pair, year: int) -> set[Path]:
    sources = {("inventory", pair.entity, "sources", name, "activity", str(year)) for name in pair.sources}
    return {("energy", pair.entity, "carriers", pair.carrier_name, "consumption", str(year)), *sources}


def _apart(pair: Pair, year: int) -> Decimal | None:
    """Consumption over activity data; None where they agree, or differ by a power of ten."""
    consumption, used = pair.carrier.consumption[year], _used(pair, year)
    if used is None or not beyond(interval(used, consumption.unit), interval(consumption), _ROUNDING):
        return None
    ratio = divided(interval(consumption), interval(used, consumption.unit))
    return ratio.middle if ratio and ratio.low > 0 and power_within(ratio) is None else None


def _used(pair: Pair, year: int) -> Number | None:
    """Of all sources together; None where the units do not convert: litres beside tonnes need a density."""
    used = pair.activity(year)
    if used is None:
        return None
    try:
        used.value_in(pair.carrier.consumption[year].unit)
    except ValueError:
        return None
    return used
