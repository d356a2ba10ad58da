"""Activity data that a stated total shows to be off by a power of ten, where there are too few years to see it from them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import exactly, interval
from ghgplan.checks.quantities.activity_and_energy import slipped
from ghgplan.checks.quantities.powers import ten_to, told_power
from ghgplan.checks.quantities.years import year_against_years
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import inventories
from ghgplan.checks.telling import told
from ghgplan.compute.inventory import SCOPES, InventoryReport
from ghgplan.compute.numbers import TONNE_CO2E, Number
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.values import frozen

_POWERS = (-6, -4, -3, -1, 1, 3, 4, 6)
"""t for kg, MWh for kWh, 万kWh for kWh, MWh for 万kWh: what one unit is of another."""
_BEYOND_CHANCE = 20
"""Times the doubt of the figures: by so much at least the slip has to change the sum."""


@frozen
class _Slip:
    scope: str
    source: str
    power: int


def amounts_off_by_totals(report: Report) -> Iterator[Finding]:
    """Activity data of one source that, times a power of ten, give just what the total of its scope is stated as.

    Where that is so of all years, it is the factor that is off, if the source has one of its own.
    """
    told_already = slipped(report) | {found.path for found in year_against_years(report)}
    for entity, inventory in inventories(report):
        by_slip: dict[_Slip, list[int]] = {}
        for scope in SCOPES:
            for year, stated in inventory.totals.get(scope, {}).items():
                slips = _slips(inventory, scope, year, stated) if stated.is_stated else []
                if len(slips) == 1:
                    by_slip.setdefault(slips[0], []).append(year)
        for slip, years in by_slip.items():
            source = inventory.sources[slip.source]
            path: Path = ("inventory", entity, "sources", slip.source)
            is_always = len(years) > 1 and set(years) == set(source.activity)
            own = next((key for key, given in (("factor", source.source.factor), ("density", source.source.density)) if given), None)
            at: Path = (*path, own) if is_always and own else (*path, "activity", str(years[0]))
            if any((*path, "activity", str(year)) in told_already for year in years):
                continue
            stated = inventory.totals[slip.scope][years[0]]
            arguments = {
                "name": slip.source, "year": str(years[0]), "amount": told(source.activity[years[0]]), "times": told_power(slip.power),
                "total": slip.scope, "stated": told(stated),
            }  # fmt: skip
            places_of = [(*path, "activity", str(year)) for year in years] + ([(*path, own)] if own else [])
            totals = [("inventory", entity, "stated", slip.scope, str(year)) for year in years]
            yield Finding(at, arguments, tuple(place(report.file, *other) for other in (*totals, *places_of) if other != at))


def _slips(inventory: InventoryReport, scope: str, year: int, stated: Number) -> list[_Slip]:
    """The sources, and by which power each, that make the sum the one that is stated; none where it is so already, or without one."""
    sources = {name: source for name, source in inventory.sources.items() if source.source.scope == scope}
    known = {name: interval(source.emissions[year], TONNE_CO2E) for name, source in sources.items() if year in source.emissions}
    if not known or len(known) < len(sources):
        return []
    wanted = interval(stated, TONNE_CO2E)
    found: list[_Slip] = []
    for name, own in known.items():
        others = sum((each for other, each in known.items() if other != name), exactly(Decimal(0)))
        if (others + own).meets(wanted) or others.meets(wanted):
            return []
        # What is stated is no product of the activity data.
        if sources[name].emissions[year].is_stated or year not in sources[name].activity or own.low <= 0:
            continue
        for power in _POWERS:
            scaled = own.times(ten_to(power))
            summed = others + scaled
            doubt = max(wanted.high - wanted.low, summed.high - summed.low)
            if summed.meets(wanted) and abs(scaled.middle - own.middle) > _BEYOND_CHANCE * doubt:
                found.append(_Slip(scope, name, power))
    return found
