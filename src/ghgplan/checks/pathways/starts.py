"""Where a pathway starts: its base value as the plan states it, and as the inventory measures it."""

from __future__ import annotations

from ghgplan.checks.precision import Interval, interval
from ghgplan.compute.numbers import INTENSITY, Number, ratio
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report


def stated_twice(pathway: PathwayReport) -> bool:
    """Whether the base value and the value of the base year are both stated and differ."""
    base, first = pathway.base, pathway.values.get(pathway.pathway.base_year)
    return bool(base and first and base is not first and not interval(base).meets(interval(first)))


def is_not_measured(report: Report, pathway: PathwayReport) -> bool:
    """Whether the stated base value is none of the intensities that the inventory may be said to give."""
    base, found = pathway.base, measured(report, pathway)
    return bool(base and base.is_stated and found) and not any(_agree(base, each) for each in found if base)


def is_doubtful(report: Report, pathway: PathwayReport) -> bool:
    """Whether another rule objects to the base value itself."""
    return stated_twice(pathway) or is_not_measured(report, pathway)


def measured_base(report: Report, pathway: PathwayReport) -> Interval | None:
    """The inventory's intensity of scopes 1 and 2 in the base year, in the pathway's unit."""
    numbers = measured(report, pathway)
    return interval(numbers[0], pathway.pathway.unit) if numbers else None


def measured(report: Report, pathway: PathwayReport) -> tuple[Number, ...]:
    """The intensities that an inventory may be said to give in the base year: stated or computed, and with the market-based scope 2."""
    entity = report.entities.get(pathway.entity)
    if pathway.pathway.boundary != "scope 1+2" or entity is None or entity.inventory is None:
        return ()
    if not pathway.pathway.unit.is_kind("intensity"):
        return ()
    year, totals, production = pathway.pathway.base_year, entity.inventory.totals, entity.inventory.production
    found = [totals.get("intensity", {}).get(year)]
    for name in ("scope 1+2", "scope 1+2 market-based"):
        emissions, output = totals.get(name, {}).get(year), production.get(year)
        found.append(ratio(emissions, output, INTENSITY, 3, "intensity") if emissions and output else None)
    return tuple(each for each in found if each)


def _agree(base: Number, other: Number) -> bool:
    return interval(base).meets(interval(other, base.unit))
