"""Shares of green power, energy and recycled metal as targets: against the intensity they imply, and what they start from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, localcontext

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways, targets
from ghgplan.checks.targets.intermediate import names_of
from ghgplan.checks.targets.levels import SHARES, asked, emissions, entity_of, figures
from ghgplan.checks.telling import places, rounded, told, with_unit
from ghgplan.compute.numbers import PERCENT, PRECISION, Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.plan.model.targets import Target

_SLACK = Decimal("1.2")
"""How far above the implied intensity a target may lie: scope 1, output and factors move as well."""
_SHARE = re.compile(r"占比|比例|比重|\bshare\b|\bproportion\b", re.IGNORECASE)


def green_power_against_intensity(report: Report) -> Iterator[Finding]:
    """An intensity target that still holds what a share of green power or renewable energy leaves no room for."""
    for name, found in targets(report):
        target, share = found.target, figures(report, name).get("value")
        if target.boundary not in ("electricity", "energy") or share is None or target.year is None or not share.unit.is_kind("share"):
            continue
        start = figures(report, name).get("base")
        if (start is not None and not start.unit.is_kind("share")) or _has_both_methods(report, entity_of(report, target)):
            continue
        for pathway_name, pathway in pathways(report):
            value = asked(pathway, target.year)
            if pathway.entity != entity_of(report, target) or pathway.pathway.boundary != "scope 1+2" or value is None:
                continue
            greened = _greened(report, target, pathway)
            if greened is None or pathway.base is None:
                continue
            with localcontext(prec=PRECISION):
                first = start.value_in(PERCENT) / 100 if start else Decimal(0)
                now = (1 - first) if first < 1 else Decimal(1)
                implied = pathway.base.value * (1 - greened * (share.value_in(PERCENT) / 100 - first) / now)
            if interval(value[1]).low > max(implied, Decimal(0)) * _SLACK:
                arguments = {
                    "target": name, "share": told(share), "of": target.boundary, "year": str(target.year), "pathway": pathway_name,
                    "value": told(value[1]), "pathway_year": str(value[0]), "base": told(pathway.base),
                    "implied": with_unit(rounded(max(implied, Decimal(0)), pathway.base.decimals + 1), pathway.pathway.unit),
                }  # fmt: skip
                yield Finding(("targets", name, "value"), arguments, places(value[1], pathway.base))
                break


def _has_both_methods(report: Report, entity: str | None) -> bool:
    """Whether the market-based scope 2 stands beside the location-based one: intensities are by location, and green power does not lower them."""
    inventory = report.entities[entity].inventory if entity and entity in report.entities else None
    if inventory is None or not {"scope 2 market-based", "scope 2"} <= inventory.totals.keys():
        return False
    market, location = inventory.totals["scope 2 market-based"], inventory.totals["scope 2"]
    return any(number.value < location[year].value for year, number in market.items() if year in location)


def without_base(report: Report) -> Iterator[Finding]:
    """Shares to be reached that do not say where they start."""
    names = [name for name, found in targets(report) if _is_share(report, name, found.target) and "base" not in figures(report, name)]
    if names:
        others = tuple(place(report.file, "targets", name, "value") for name in names[1:])
        yield Finding(("targets", names[0], "value"), {"targets": names_of(names), "count": str(len(names))}, others)


def _greened(report: Report, target: Target, pathway: PathwayReport) -> Decimal | None:
    """The part of scopes 1 and 2 that the share speaks of: scope 2, or all energy."""
    if target.boundary == "energy":
        return Decimal(1)
    entity = report.entities.get(pathway.entity)
    year = pathway.pathway.base_year
    both = emissions(entity, "scope 1+2", year) if entity else None
    second: Number | None = None
    if entity:
        second = emissions(entity, "scope 2", year) or emissions(entity, "category 2", year)
    if both is None or second is None or not both.value:
        return None
    with localcontext(prec=PRECISION):
        return min(second.value / both.value, Decimal(1))


def _is_share(report: Report, name: str, target: Target) -> bool:
    value = figures(report, name).get("value")
    if value is None or not value.unit.is_kind("share"):
        return False
    says_so = any(_SHARE.search(wording) for wording in (target.statement.zh, target.statement.en) if wording)
    return target.boundary in SHARES or (target.boundary is None and says_so)
