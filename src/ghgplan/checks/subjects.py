"""What rules look at, one by one: the things of the plan itself, without its members'."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.compute.energy import CarrierReport
from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import MeasureReport, Report, TargetReport


def inventories(report: Report) -> Iterator[tuple[str, InventoryReport]]:
    """The entities that have an inventory."""
    for name in report.plan.inventory:
        entity = report.entities.get(name)
        if entity and entity.inventory:
            yield name, entity.inventory


def carriers(report: Report) -> Iterator[tuple[str, str, CarrierReport]]:
    """The energy carriers, with their entity's name and their own."""
    for name in report.plan.energy:
        entity = report.entities.get(name)
        if entity:
            yield from ((name, carrier_name, carrier) for carrier_name, carrier in entity.energy.items())


def pathways(report: Report) -> Iterator[tuple[str, PathwayReport]]:
    """The pathways that could be computed."""
    return ((name, report.pathways[name]) for name in report.plan.pathways if name in report.pathways)


def targets(report: Report) -> Iterator[tuple[str, TargetReport]]:
    """The targets."""
    return ((name, report.targets[name]) for name in report.plan.targets)


def measures(report: Report) -> Iterator[tuple[str, MeasureReport]]:
    """The measures."""
    return ((name, report.measures[name]) for name in report.plan.measures if name in report.measures)
