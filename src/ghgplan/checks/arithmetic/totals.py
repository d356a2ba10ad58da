"""Totals against their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ghgplan.checks.doubted import Doubted
from ghgplan.checks.precision import agree, interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import carriers, inventories
from ghgplan.checks.telling import beside, places, told
from ghgplan.compute.inventory import CATEGORIES, SCOPES, InventoryReport
from ghgplan.compute.numbers import TONNE_CO2E, Number, total
from ghgplan.compute.report import Report
from ghgplan.compute.series import ByYear
from ghgplan.compute.totals import MARKET_BASED, compute_totals
from ghgplan.plan.units import dimension

_SUMS = (("scope 1+2", SCOPES[:2]), ("total", SCOPES), ("total", CATEGORIES))
_DIRECT_AND_ENERGY = CATEGORIES[:2]
_SAME_PART = Decimal("0.01")
_SAME = (("scope 1", CATEGORIES[:1]), ("scope 2", CATEGORIES[1:2]), ("scope 3", CATEGORIES[2:]))


def totals_of_sources(report: Report) -> Iterator[Finding]:
    """A stated total of a scope or category that its sources do not add up to, in years for which all of them are known."""
    doubted = Doubted(report)
    for name, inventory in inventories(report):
        sums = compute_totals(report.file, None, (), inventory.sources)
        for total_name in (*SCOPES, MARKET_BASED, *CATEGORIES):
            given = inventory.totals.get(total_name, {})
            if _is_off_throughout(given, sums[total_name]):
                # A factor or a potential that was changed for all the years is one thing to mend.
                location = inventory.totals.get("scope 2", {})
                if total_name == MARKET_BASED and _is_off_throughout(location, sums["scope 2"]):
                    continue
                given = {year: number for year, number in given.items() if year == min(sums[total_name])}
            for year, stated in given.items():
                summed = sums[total_name].get(year)
                if not stated.is_stated or summed is None or agree(stated, summed):
                    continue
                if _is_complete(inventory, total_name, year) and not doubted.rests_on_doubt(summed):
                    yield _finding(name, total_name, year, stated, summed)


def totals_of_totals(report: Report) -> Iterator[Finding]:
    """A stated sum of scopes or categories that these, where all are given, do not add up to."""
    doubted = Doubted(report)
    for name, inventory in inventories(report):
        sums = compute_totals(report.file, None, (), inventory.sources)
        said: set[tuple[str, int]] = set()
        for total_name, parts in _SUMS:
            for year, stated in inventory.totals.get(total_name, {}).items():
                known = _known(inventory, parts, year)
                if (total_name, year) in said or not stated.is_stated or not known or agree(stated, total(known, TONNE_CO2E)):
                    continue
                # A part that its own sources contradict is the figure that is wrong, and said so already.
                from_sources = [
                    sums[part][year] if year in sums[part] and _is_complete(inventory, part, year) else inventory.totals[part][year]
                    for part in parts
                    if year in inventory.totals.get(part, {})
                ]
                # So is one of a group's that its members contradict.
                from_members = [_of_members(report, part, year) or inventory.totals[part][year] for part in parts] if report.members else []
                if from_members and agree(stated, total(from_members, TONNE_CO2E)):
                    continue
                if not agree(stated, total(from_sources, TONNE_CO2E)) and not doubted.rests_on_doubt(*known):
                    said.add((total_name, year))
                    yield _finding(name, total_name, year, stated, total(known, TONNE_CO2E))


def scopes_and_categories(report: Report) -> Iterator[Finding]:
    """A scope stated otherwise than the categories of ISO 14064-1 that cover the same emissions."""
    for name, inventory in inventories(report):
        for scope, categories in _SAME:
            for year, stated in inventory.totals.get(scope, {}).items():
                known = [inventory.totals[each][year] for each in categories if year in inventory.totals.get(each, {})]
                both_stated = stated.is_stated and known and all(number.is_stated for number in known)
                if both_stated and not agree(stated, total(known, TONNE_CO2E)):
                    found = _finding(name, scope, year, stated, total(known, TONNE_CO2E))
                    yield Finding(found.path, {**found.arguments, "categories": ", ".join(categories)}, found.related)


def uses_of_carriers(report: Report) -> Iterator[Finding]:
    """Uses of an energy carrier that together take more of it than there is, each of them by itself or all of them."""
    doubted = Doubted(report)
    for entity, name, carrier in carriers(report):
        path = ("energy", entity, "carriers", name)
        for year, consumption in carrier.consumption.items():
            used = [use.amounts[year] for use in carrier.uses.values() if year in use.amounts]
            if not used or any(dimension(number.unit.definition) != dimension(consumption.unit.definition) for number in used):
                continue
            together = total(used, consumption.unit)
            if interval(together).low > interval(consumption).high and not doubted.rests_on_doubt(consumption):
                arguments = {"carrier": name, "year": str(year), "used": beside(together, consumption), "consumption": told(consumption)}
                yield Finding((*path, "consumption", str(year)), arguments, places(*used))


def _is_off_throughout(given: ByYear, sums: ByYear) -> bool:
    """Whether what is stated is off by the same part of itself in every year, of which there are several."""
    pairs = [(given[year], number) for year, number in sums.items() if year in given and given[year].is_stated and number.value > 0]
    if len(pairs) < 2 or len(pairs) < len(sums) or any(agree(stated, summed) for stated, summed in pairs):
        return False
    ratios = [interval(stated) / interval(summed, stated.unit) for stated, summed in pairs]
    return max(each.low for each in ratios) <= min(each.high for each in ratios) + _SAME_PART


def _is_complete(inventory: InventoryReport, total_name: str, year: int) -> bool:
    """Whether every source that the total covers has a figure for the year: otherwise it may rightly be more than their sum."""
    number = int(total_name.removeprefix("category ")) if total_name in CATEGORIES else None
    for source in inventory.sources.values():
        covered = source.source.scope == total_name.removesuffix(" market-based")
        if number is not None:
            # A source of scope 3 without a category belongs to one that we do not know.
            covered = source.category is None or source.category.iso_category.number == number
        if covered and year not in source.emissions:
            return False
    return True


def _of_members(report: Report, name: str, year: int) -> Number | None:
    """What the members of a group have together; None where one of them lacks it."""
    inventories_of = [each for below in report.members.values() for _, each in inventories(below)]
    known = [number for each in inventories_of if (number := each.totals.get(name, {}).get(year))]
    return total(known, TONNE_CO2E) if known and len(known) == len(inventories_of) else None


def _known(inventory: InventoryReport, parts: Sequence[str], year: int) -> list[Number]:
    """The parts; none where one of the first is missing. Categories that a plan leaves out were not quantified."""
    known = [inventory.totals[part][year] for part in parts if year in inventory.totals.get(part, {})]
    if parts == CATEGORIES:
        # Categories that are computed are the sources' sum once more, which the scopes are held against.
        are_stated = all(number.is_stated for number in known) and all(
            year in inventory.totals.get(part, {}) for part in _DIRECT_AND_ENERGY
        )
        # A scope 3 that no category shows is a part of the total all the same.
        is_of_scopes = len(known) == len(_DIRECT_AND_ENERGY) and year in inventory.totals.get("scope 3", {})
        return known if are_stated and not is_of_scopes else []
    return known if len(known) == len(parts) else []


def _finding(entity: str, name: str, year: int, stated: Number, summed: Number) -> Finding:
    arguments = {"entity": entity, "total": name, "year": str(year), "stated": told(stated), "sum": beside(summed, stated)}
    return Finding(("inventory", entity, "stated", name, str(year)), arguments, places(summed))
