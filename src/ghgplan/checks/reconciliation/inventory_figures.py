"""What the rules of this family hold against each other: emissions and intensities of an entity, as intervals."""

from __future__ import annotations

from decimal import Decimal

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.subjects import pathways
from ghgplan.compute.inventory import CATEGORIES, InventoryReport
from ghgplan.compute.numbers import INTENSITY, TONNE_CO2E, Number, total
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.values import frozen

_HIGHEST_INTENSITY = 50
"""tCO2e/t; no tonne of aluminium has more, so what is stated in tCO2e above it is an amount of a year."""


def process_emissions(inventory: InventoryReport, year: int) -> Number | None:
    """Scopes 1 and 2 together, else categories 1 and 2 of ISO 14064-1, which cover the same."""
    known = inventory.totals.get("scope 1+2", {}).get(year)
    if known is not None:
        return known
    parts = [of_name[year] for name in CATEGORIES[:2] if year in (of_name := inventory.totals.get(name, {}))]
    return total(parts, TONNE_CO2E) if len(parts) == 2 else None


def per_tonne(number: Number) -> Interval | None:
    """The intensity in tCO2e/t. What a plan gives as a few tCO2e is meant per tonne; None where it is neither."""
    if number.unit.is_kind("intensity"):
        return interval(number, INTENSITY)
    if not number.unit.is_kind("emissions"):
        return None
    found = interval(number, TONNE_CO2E)
    return found if found.high < _HIGHEST_INTENSITY else None


@frozen
class Pair:
    """The pathways of process and purchased metal of one entity, from one base year."""

    entity: str
    year: int
    process: PathwayReport
    metal: PathwayReport
    metal_name: str
    process_base: Number
    metal_base: Number


def pairs(report: Report) -> list[Pair]:
    """The entities that have one pathway of each boundary, both with a base value of the same year."""
    found: list[Pair] = []
    for entity in report.plan.entities:
        own = [(name, pathway) for name, pathway in pathways(report) if pathway.entity == entity]
        processes = [pathway for _, pathway in own if pathway.pathway.boundary == "scope 1+2"]
        metals = [(name, pathway) for name, pathway in own if pathway.pathway.boundary == "scope 3 category 1"]
        if len(processes) != 1 or len(metals) != 1:
            continue
        process, (name, metal) = processes[0], metals[0]
        year, first, second = process.pathway.base_year, process.base, metal.base
        if year == metal.pathway.base_year and first and second and first.value > 0 and second.value > 0:
            found.append(Pair(entity, year, process, metal, name, first, second))
    return found


def base_path(name: str, pathway: PathwayReport) -> Path:
    """Where the base value of the pathway ``name`` stands."""
    here = ("pathways", name)
    year = pathway.pathway.base_year
    return (*here, "values", str(year)) if pathway.pathway.base is None and year in pathway.pathway.values else (*here, "base")


def divided(first: Interval, second: Interval) -> Interval | None:
    """The quotient; None where ``second`` may be nothing."""
    return first / second if second.low > 0 else None


def beyond(first: Interval, second: Interval, part: Decimal) -> bool:
    """Whether the two are apart by more than ``part`` (of one) of the second."""
    return not first.meets(second.widened(abs(second.middle) * part))
