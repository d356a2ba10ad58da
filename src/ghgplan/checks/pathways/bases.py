"""Base values: stated twice, not stated, not the measured one, and the inventory that stands behind them."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.pathways.curves import base_path
from ghgplan.checks.pathways.starts import is_not_measured, measured, stated_twice
from ghgplan.checks.pathways.years import named
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways
from ghgplan.checks.telling import beside, places, told
from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report

_BEHIND = {
    "scope 1+2": ("scope 1", "scope 2", "scope 1+2", "category 1", "category 2", "intensity", "total"),
    "scope 3 category 1": ("scope 3", "scope 3 category 1", "category 4", "total"),
}
"""The totals of an inventory of which any can stand behind a base value, by boundary."""


def base_stated_twice(report: Report) -> Iterator[Finding]:
    """A base value that is not the value which the table gives for the base year."""
    for name, pathway in pathways(report):
        base, year = pathway.base, pathway.pathway.base_year
        if base and stated_twice(pathway):
            first = pathway.values[year]
            arguments = {"pathway": name, "year": str(year), "base": told(base), "first": told(first)}
            yield Finding(("pathways", name, "base"), arguments, places(first))


def no_base(report: Report) -> Iterator[Finding]:
    """Pathways of the tool without the value that they start from; one finding a plan."""
    names = [name for name, pathway in pathways(report) if pathway.pathway.method == "asi-tool" and pathway.base is None]
    if names:
        yield _collected(report, names)


def base_not_measured(report: Report) -> Iterator[Finding]:
    """A base value of scopes 1 and 2 that is not the inventory's intensity of the base year, by neither method of scope 2."""
    for name, pathway in pathways(report):
        base, found = pathway.base, measured(report, pathway)
        if base is None or stated_twice(pathway) or not is_not_measured(report, pathway):
            continue
        year = pathway.pathway.base_year
        arguments = {"pathway": name, "entity": pathway.entity, "year": str(year), "base": told(base), "measured": beside(found[0], base)}
        yield Finding(base_path(name, pathway), arguments, places(found[0]))


def base_year_outside_inventory(report: Report) -> Iterator[Finding]:
    """A base year that the entity's inventory, which has other years, leaves out."""
    seen: set[tuple[str, int]] = set()
    for name, pathway in pathways(report):
        inventory, year = _inventory(report, pathway), pathway.pathway.base_year
        years = inventory.years(*_BEHIND[pathway.pathway.boundary]) if inventory else ()
        if not years or year in years or (pathway.entity, year) in seen:
            continue
        seen.add((pathway.entity, year))
        arguments = {"pathway": name, "entity": pathway.entity, "year": str(year), "years": ", ".join(str(each) for each in years)}
        yield Finding(("pathways", name, "base year"), arguments, (place(report.file, "inventory", pathway.entity, at_key=True),))


def nothing_behind_base(report: Report) -> Iterator[Finding]:
    """Pathways of whose boundary the entity's inventory has no emissions in any year; one finding a plan."""
    names = [name for name, pathway in pathways(report) if not _emissions_behind(report, pathway)]
    if names:
        yield _collected(report, names)


def no_production_behind_base(report: Report) -> Iterator[Finding]:
    """Pathways of scopes 1 and 2 whose base-year emissions are known, but neither production nor intensity; one finding a plan."""
    names = [
        name
        for name, pathway in pathways(report)
        if pathway.pathway.boundary == "scope 1+2"
        and (inventory := _inventory(report, pathway)) is not None
        and pathway.pathway.base_year in inventory.years(*_BEHIND["scope 1+2"])
        and pathway.pathway.base_year not in inventory.production
        and pathway.pathway.base_year not in inventory.totals.get("intensity", {})
    ]
    if names:
        yield _collected(report, names)


def _inventory(report: Report, pathway: PathwayReport) -> InventoryReport | None:
    entity = report.entities.get(pathway.entity)
    return entity.inventory if entity else None


def _emissions_behind(report: Report, pathway: PathwayReport) -> bool:
    inventory = _inventory(report, pathway)
    # A total is no evidence of purchased metal where the scopes that make it up are known.
    names = [name for name in _BEHIND[pathway.pathway.boundary] if name != "total"]
    return inventory is not None and bool(inventory.years(*names))


def _collected(report: Report, names: list[str]) -> Finding:
    first, *others = names
    related = tuple(place(report.file, "pathways", name, at_key=True) for name in others)
    return Finding(("pathways", first), {"count": str(len(names)), "names": named(names)}, related, at_key=True)
