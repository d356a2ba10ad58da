"""Activity data that a stated total shows to be off by a power of ten, where there are too few years to see it from them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import agree, interval
from ghgplan.checks.quantities.activity_and_energy import slipped
from ghgplan.checks.quantities.powers import ten_to, told_power
from ghgplan.checks.quantities.years import year_against_years
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import inventories
from ghgplan.checks.telling import told
from ghgplan.compute.inventory import SCOPES, InventoryReport
from ghgplan.compute.numbers import TONNE_CO2E, Number
from ghgplan.compute.report import Report

_POWERS = (-6, -4, -3, -1, 1, 3, 4, 6)
"""t for kg, MWh for kWh, 万kWh for kWh, MWh for 万kWh: what one unit is of another."""
_BEYOND_CHANCE = 50
"""Times the doubt of the total: by so much at least the slip has to change it."""


def amounts_off_by_totals(report: Report) -> Iterator[Finding]:
    """Activity data of one source that, times a power of ten, give just what the total of its scope is stated as."""
    told_already = slipped(report) | {found.path for found in year_against_years(report)}
    for entity, inventory in inventories(report):
        for scope in SCOPES:
            for year, stated in inventory.totals.get(scope, {}).items():
                slips = _slips(inventory, scope, year, stated) if stated.is_stated else []
                if len(slips) != 1:
                    continue
                name, power = slips[0]
                path = ("inventory", entity, "sources", name, "activity", str(year))
                if path not in told_already:
                    arguments = {
                        "name": name, "year": str(year), "amount": told(inventory.sources[name].activity[year]), "times": told_power(power),
                        "total": scope, "stated": told(stated),
                    }  # fmt: skip
                    yield Finding(path, arguments, (place(report.file, "inventory", entity, "stated", scope, str(year)),))


def _slips(inventory: InventoryReport, scope: str, year: int, stated: Number) -> list[tuple[str, int]]:
    """The sources, and by which power each, that make the sum the one that is stated; none where it is so already."""
    sources = {name: source for name, source in inventory.sources.items() if source.source.scope == scope}
    known = {name: source.emissions[year] for name, source in sources.items() if year in source.emissions}
    if not known or len(known) < len(sources):
        return []
    wanted = interval(stated, TONNE_CO2E)
    doubt = wanted.high - wanted.low
    tonnes = {name: interval(number, TONNE_CO2E) for name, number in known.items()}
    whole = sum((each.middle for each in tonnes.values()), Decimal(0))
    if any(agree(stated, number) for number in known.values()) and len(known) == 1:
        return []
    found: list[tuple[str, int]] = []
    for name, emissions in tonnes.items():
        # What is stated is no product of the activity data.
        if known[name].is_stated or year not in sources[name].activity or emissions.middle <= 0:
            continue
        for power in _POWERS:
            change = emissions.middle * (ten_to(power) - 1)
            slack = (emissions.high - emissions.low) * max(ten_to(power), Decimal(1)) / 2
            is_far = abs(change) > _BEYOND_CHANCE * doubt
            if (
                is_far
                and slack * _BEYOND_CHANCE < abs(change)
                and wanted.widened(slack).low <= whole + change <= wanted.widened(slack).high
            ):
                found.append((name, power))
    return found if not wanted.low <= whole <= wanted.high else []
