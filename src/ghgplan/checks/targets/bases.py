"""What targets count from, against their pathways and the inventory."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import targets
from ghgplan.checks.targets.levels import SHARES, comparable, emissions, entity_report, figures, pathways_of
from ghgplan.checks.telling import beside, places, told
from ghgplan.compute.numbers import INTENSITY, Number
from ghgplan.compute.report import EntityReport, Report


def bases_against_pathways(report: Report) -> Iterator[Finding]:
    """A target's base value that is not the one of its pathway in the same base year."""
    for name, found in targets(report):
        base = figures(report, name).get("base")
        for pathway_name, pathway in pathways_of(report, found.target):
            other = pathway.base
            if base is None or other is None or found.target.base_year not in (None, pathway.pathway.base_year):
                continue
            if comparable(base.unit, other.unit) and not interval(base).meets(interval(other, base.unit)):
                arguments = {
                    "target": name, "stated": told(base), "pathway": pathway_name, "year": str(pathway.pathway.base_year),
                    "base": told(other),
                }  # fmt: skip
                yield Finding(("targets", name, "base"), arguments, places(other))


def base_years(report: Report) -> Iterator[Finding]:
    """A target with another base year than the pathway it stands on."""
    for name, found in targets(report):
        year = found.target.base_year
        for pathway_name, pathway in pathways_of(report, found.target):
            if year and year != pathway.pathway.base_year:
                arguments = {"target": name, "stated": str(year), "pathway": pathway_name, "base_year": str(pathway.pathway.base_year)}
                yield Finding(("targets", name, "base year"), arguments, (place(report.file, "pathways", pathway_name, "base year"),))
                break


def bases_against_inventories(report: Report) -> Iterator[Finding]:
    """A base value, of a target without a pathway, that is not what the inventory has for the same boundary and year."""
    for name, found in targets(report):
        target, base = found.target, figures(report, name).get("base")
        entity = entity_report(report, target)
        if base is None or target.pathway or target.base_year is None or entity is None or target.boundary in (None, *SHARES):
            continue
        other = _known(entity, target.boundary or "", target.base_year, base)
        if other and not interval(base).meets(interval(other, base.unit)):
            arguments = {
                "target": name, "stated": told(base), "boundary": target.boundary or "", "year": str(target.base_year),
                "inventory": beside(other, base),
            }  # fmt: skip
            yield Finding(("targets", name, "base"), arguments, places(other))


def _known(entity: EntityReport, boundary: str, year: int, like: Number) -> Number | None:
    if entity.inventory and comparable(like.unit, INTENSITY):
        of_boundary = "intensity" if boundary == "scope 1+2" else f"intensity.{boundary}"
        return entity.inventory.totals.get(of_boundary, {}).get(year)
    known = emissions(entity, boundary, year)
    return known if known and comparable(known.unit, like.unit) else None
