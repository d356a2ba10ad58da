"""A group's plan against the plans of its members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ghgplan.checks.precision import Interval, exactly, interval
from ghgplan.checks.reconciliation.inventory_figures import beyond, divided, per_tonne, process_emissions
from ghgplan.checks.reconciliation.periods import is_sound
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import inventories, targets
from ghgplan.checks.telling import beside, places, significant, told
from ghgplan.compute.inventory import CATEGORIES, SCOPES
from ghgplan.compute.numbers import PERCENT, TONNE_CO2E, Number, stated, total
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Related
from ghgplan.plan.model.targets import Target

_TOTALS = (*SCOPES, "scope 1+2", *CATEGORIES, "total")
_ROUNDING = Decimal("0.001")
_SAME_THING = Decimal(2)
"""A figure of the group's plan that is further from the members' sum than this is of something else: a headquarters."""


def periods_of_members(report: Report) -> Iterator[Finding]:
    """Members whose figures of one year cover different months, where the group speaks of them together.

    What is wrong in a member's own period is told there.
    """
    if not _speaks_of_all(report):
        return
    by_year: dict[int, dict[str, str]] = {}
    for member, below in report.members.items():
        for entity in below.plan.inventory.values():
            years = {int(year) for total_name in _stated_years(below) for year in total_name}
            for year in years:
                period = (entity.periods or {}).get(year)
                if period is None or is_sound(period, year):
                    months = f"{period.from_:%Y-%m} – {period.to:%Y-%m}" if period else f"{year}-01 – {year}-12"
                    by_year.setdefault(year, {})[member] = months
    for year, of_members in sorted(by_year.items()):
        listed = [*of_members.values()]
        # Of as many against as many, the calendar year is the usual one.
        kinds = sorted(
            set(listed),
            key=lambda months, listed=listed, year=year: (listed.count(months), months == f"{year}-01 – {year}-12"),
            reverse=True,
        )
        if len(kinds) > 1:
            other = next(member for member, months in of_members.items() if months == kinds[-1])
            arguments = {"year": str(year), "member": other, "months": kinds[-1], "others": kinds[0]}
            yield Finding(("members", other), arguments, _period_places(report, other, year), at_key=True)
            return


def totals_of_members(report: Report) -> Iterator[Finding]:
    """A total of the group's own inventory that the members do not add up to. One finding a year, at the widest total."""
    if not report.members or len(report.plan.inventory) != 1:
        return
    for entity, inventory in inventories(report):
        for year in sorted({year for name in _TOTALS for year in inventory.totals.get(name, {})}):
            for name in ("total", "scope 1+2", *_TOTALS):
                own, summed = inventory.totals.get(name, {}).get(year), _of_members(report, name, year)
                if own is None or not own.is_stated or summed is None or own.value <= 0:
                    continue
                ratio = summed.value_in(own.unit) / own.value
                if 1 / _SAME_THING < ratio < _SAME_THING and beyond(interval(own, TONNE_CO2E), interval(summed), _ROUNDING):
                    arguments = {"entity": entity, "total": name, "year": str(year), "stated": told(own), "sum": beside(summed, own)}
                    yield Finding(("inventory", entity, "stated", name, str(year)), arguments, places(summed))
                    break


def target_of_members(report: Report) -> Iterator[Finding]:
    """A group's reduction of scopes 1 and 2 that the members' pathways together do not give.

    Each member's fall is weighted with its emissions of the base year, which is the same as to weight its intensity with its production.
    """
    for name, each in targets(report):
        target = each.target
        wanted = _reduction(report, name, target)
        if wanted is None or target.year is None or _boundary(report, target) != "scope 1+2" or not report.members:
            continue
        fall = _fall_of_members(report, target.year, target.base_year)
        if fall and fall.high < interval(wanted, PERCENT).low:
            arguments = {"target": name, "year": str(target.year), "wanted": told(wanted), "fall": f"{significant(fall.middle)} %"}
            yield Finding(("targets", name, "reduction"), arguments, _target_places(report, target.year))


def yearly_or_in_total(report: Report) -> Iterator[Finding]:
    """The same percentage, of the group in total and of members a year. One finding a target of the group."""
    for name, each in targets(report):
        wanted = _reduction(report, name, each.target)
        if wanted is None or not each.target.base_year or not each.target.year or each.target.year - each.target.base_year < 2:
            continue
        alike = [
            (member, other)
            for member, below in report.members.items()
            for other, target in below.plan.targets.items()
            if target.yearly_reduction and target.yearly_reduction.value == wanted.value and target.reduction is None
        ]
        if alike:
            related = tuple(place(report.members[member].file, "targets", other, "yearly reduction") for member, other in alike)
            members = ", ".join(f"{member}.{other}" for member, other in alike)
            years = each.target.year - each.target.base_year
            arguments = {"target": name, "reduction": told(wanted), "years": str(years), "members": members}
            yield Finding(("targets", name, "reduction"), arguments, related)


def _speaks_of_all(report: Report) -> bool:
    """Whether the group has figures of its own: an inventory, pathways, or targets with a percentage."""
    own = (target for target in report.plan.targets.values() if target.reduction or target.yearly_reduction)
    return bool(report.plan.inventory or report.plan.pathways or any(own))


def _stated_years(below: Report) -> Iterator[Mapping[int, Number]]:
    for _, inventory in inventories(below):
        yield from inventory.totals.values()


def _period_places(report: Report, member: str, year: int) -> tuple[Related, ...]:
    below = report.members[member]
    return tuple(
        place(below.file, "inventory", entity, "periods", str(year))
        for entity, inventory in below.plan.inventory.items()
        if year in (inventory.periods or {})
    )


def _of_members(report: Report, name: str, year: int) -> Number | None:
    parts: list[Number] = []
    for below in report.members.values():
        known = [inventory.totals.get(name, {}).get(year) for _, inventory in inventories(below)]
        if not known or any(number is None for number in known):
            return None
        parts += [number for number in known if number]
    return total(parts, TONNE_CO2E)


def _reduction(report: Report, name: str, target: Target) -> Number | None:
    path = ("targets", name, "reduction")
    return stated(target.reduction, path, report.file.source.span(path)) if target.reduction else None


def _boundary(report: Report, target: Target) -> str | None:
    return target.boundary or next((report.plan.pathways[name].boundary for name in target.pathway if name in report.plan.pathways), None)


def _fall_of_members(report: Report, year: int, base_year: int | None) -> Interval | None:
    """In per cent; None where a member lacks a pathway, its base value, the year's value or its emissions."""
    before = after = exactly(Decimal(0))
    for below in report.members.values():
        own = [pathway for pathway in below.pathways.values() if pathway.pathway.boundary == "scope 1+2"]
        if not own:
            return None
        for pathway in own:
            inventory = below.entities[pathway.entity].inventory
            first_year = base_year or pathway.pathway.base_year
            emissions = process_emissions(inventory, first_year) if inventory else None
            # A member that counts from an earlier year has a value for the group's base year.
            base, value = (
                pathway.base if first_year == pathway.pathway.base_year else pathway.values.get(first_year),
                pathway.values.get(year),
            )
            first, last = per_tonne(base) if base else None, per_tonne(value) if value else None
            if emissions is None or first is None or last is None:
                return None
            left = divided(last, first)
            if left is None:
                return None
            before, after = before + interval(emissions, TONNE_CO2E), after + interval(emissions, TONNE_CO2E) * left
    # What remains of the members' emissions, once more than they are at most, is a rise.
    remaining = divided(after, before)
    return (exactly(Decimal(1)) - remaining).times(100) if remaining else None


def _target_places(report: Report, year: int) -> tuple[Related, ...]:
    return tuple(
        place(below.file, "pathways", name, "values", str(year))
        for below in report.members.values()
        for name, pathway in below.plan.pathways.items()
        if pathway.boundary == "scope 1+2" and year in pathway.values
    )
