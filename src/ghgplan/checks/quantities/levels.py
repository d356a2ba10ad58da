"""Intensities far from what there is: absurd in themselves, or by a power of ten from their own pathway."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import Interval
from ghgplan.checks.quantities.powers import power_into, told_power
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import inventories, pathways
from ghgplan.checks.telling import places, told
from ghgplan.compute.numbers import INTENSITY, TONNE_CO2E, Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.plausibility import LARGEST_INTENSITY
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path

LARGEST_EMISSIONS = Decimal(1_000_000_000)
"""tCO2e a year: all aluminium of the world together makes about as much."""
_NEAR = Interval(Decimal("0.7"), Decimal("1.4"))


def absurd_intensities(report: Report) -> Iterator[Finding]:
    """More emissions per tonne than any aluminium has; one finding for a pathway, at its largest value."""
    for name, pathway in pathways(report):
        found = [(path, number) for path, number in _stated(pathway) if _in_tonnes(number) > LARGEST_INTENSITY]
        if found:
            path, number = max(found, key=lambda each: _in_tonnes(each[1]))
            arguments = {"pathway": name, "value": told(number), "largest": f"{LARGEST_INTENSITY} {INTENSITY.symbol}"}
            yield Finding(path, arguments)


def absurd_emissions(report: Report) -> Iterator[Finding]:
    """More than any company emits, by one source or in one total."""
    for entity, inventory in inventories(report):
        for name, source in inventory.sources.items():
            year = next((year for year, number in source.emissions.items() if number.value_in(TONNE_CO2E) > LARGEST_EMISSIONS), None)
            if year is not None:
                key = "stated" if source.emissions[year].is_stated else "activity"
                yield _absurd(("inventory", entity, "sources", name, key, str(year)), name, year, source.emissions[year])
        for name, totals in inventory.totals.items():
            year = next(
                (y for y, n in totals.items() if n.is_stated and "intensity" not in name and n.value_in(TONNE_CO2E) > LARGEST_EMISSIONS),
                None,
            )
            if year is not None:
                yield _absurd(("inventory", entity, "stated", name, str(year)), name, year, totals[year])


def _absurd(path: Path, name: str, year: int, number: Number) -> Finding:
    arguments = {
        "name": name, "year": str(year), "value": told(number, 0), "largest": f"{LARGEST_EMISSIONS} tCO2e",
    }  # fmt: skip
    return Finding(path, arguments, places(number))


def actuals_by_powers(report: Report) -> Iterator[Finding]:
    """An actual value that is a power of ten away from its pathway: kg for t, or a lost decimal point."""
    for name, pathway in pathways(report):
        levels = {**({pathway.pathway.base_year: pathway.base} if pathway.base else {}), **pathway.values}
        for year, actual in pathway.actual.items():
            if not levels or actual.value <= 0:
                continue
            nearest = levels[min(levels, key=lambda other: abs(other - year))]
            power = power_into(actual.value_in(nearest.unit) / nearest.value, _NEAR) if nearest.value > 0 else None
            if power is not None:
                arguments = {
                    "pathway": name, "year": str(year), "actual": told(actual), "target": told(nearest), "times": told_power(power),
                }  # fmt: skip
                yield Finding(("progress", name, "actual", str(year)), arguments, places(nearest))
                break


def _stated(pathway: PathwayReport) -> Iterator[tuple[Path, Number]]:
    numbers = [*([pathway.base] if pathway.base else []), *pathway.values.values()]
    for number in numbers:
        for place in places(number) if number.is_stated else ():
            yield place.path, number


def _in_tonnes(number: Number) -> Decimal:
    try:
        return number.value_in(INTENSITY)
    except ValueError:
        return Decimal(0)
