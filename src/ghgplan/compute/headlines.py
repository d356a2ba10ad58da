"""Sums that only a summary shows."""

from __future__ import annotations

from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.numbers import TONNE_CO2E, Number, total
from ghgplan.compute.report import Report
from ghgplan.compute.series import ByYear

NAMES = ("scope 1", "scope 2", "scope 1+2", "scope 3", "total")


def company_totals(report: Report, name: str) -> ByYear:
    """The whole company's total ``name`` by year: of its only entity, or of a group as far as its members can be added up.

    Several entities of one plan are not added up: their boundaries may overlap, and the plan states no total of theirs.
    """
    if report.group:
        return report.group.totals.get(name, {})
    inventories = [entity.inventory for entity in report.entities.values() if entity.inventory]
    return inventories[0].totals.get(name, {}) if len(inventories) == 1 else {}


def only_inventory(report: Report) -> InventoryReport | None:
    """The inventory of a plan that has one, and one entity only."""
    inventories = [entity.inventory for entity in report.entities.values() if entity.inventory]
    return inventories[0] if len(inventories) == 1 and not report.group else None


def saving_of_measures(report: Report) -> tuple[int, Number] | None:
    """What the measures avoid on all pathways in their common target year, in tCO2e; None where no such sum can be given.

    What one measure shares with another is deducted in each pathway's gap.
    """
    given = [(gap.year, gap.given) for gap in report.gaps.values() if gap.given]
    years = {year for year, _ in given}
    return (years.pop(), total([number for _, number in given], TONNE_CO2E)) if len(years) == 1 else None
