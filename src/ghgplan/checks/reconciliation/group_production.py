"""A group's production against that of its members."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import inventories
from ghgplan.checks.telling import beside, told
from ghgplan.compute.numbers import Number, total
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Related

_SAME_THING = Decimal(5)
"""A figure of the group's plan that is further from its members' than this counts something else: a headquarters, pieces."""


def production_of_members(report: Report) -> Iterator[Finding]:
    """More than all members produce together, or less than one of them does.

    Between the two anything can be: what one member makes another may work up, and a group counts it once.
    """
    if not report.members or len(report.plan.inventory) != 1:
        return
    for entity, inventory in inventories(report):
        for year, own in sorted(inventory.production.items()):
            of_members = _of_members(report, year)
            numbers = [number for number, _ in of_members]
            if not numbers or not own.is_stated or own.value <= 0:
                continue
            most, least = total(numbers, own.unit), max(numbers, key=lambda number: number.value_in(own.unit))
            if not own.value / _SAME_THING < most.value < own.value * _SAME_THING:
                continue
            known = interval(own)
            if known.low > interval(most).high or known.high < interval(least, own.unit).low:
                figures = {"stated": told(own), "most": beside(most, own), "least": beside(least, own)}
                related = tuple(at for _, at in of_members)
                yield Finding(("inventory", entity, "production", str(year)), {"entity": entity, "year": str(year), **figures}, related)


def _of_members(report: Report, year: int) -> list[tuple[Number, Related]]:
    """The members' production, nothing where that of one is not known."""
    found: list[tuple[Number, Related]] = []
    for below in report.members.values():
        known = [(entity, inventory.production.get(year)) for entity, inventory in inventories(below)]
        if not known or any(number is None for _, number in known):
            return []
        found += [(number, place(below.file, "inventory", entity, "production", str(year))) for entity, number in known if number]
    return found
