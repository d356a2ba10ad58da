"""Targets far off, against what the sector's curve converges to."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import pathways, targets
from ghgplan.checks.targets.against_pathways import is_weaker
from ghgplan.checks.targets.levels import comparable, entity_of, figures
from ghgplan.checks.telling import told
from ghgplan.compute.numbers import INTENSITY
from ghgplan.compute.pathway_curves import curve_of
from ghgplan.compute.pathway_methods import CONVERGENCE_YEAR
from ghgplan.compute.report import Report
from ghgplan.plan.units import parse_unit


def above_convergence(report: Report) -> Iterator[Finding]:
    """An intensity for 2050 or later above the one that the sector's curve converges to."""
    for name, found in targets(report):
        target, value = found.target, figures(report, name).get("value")
        if value is None or not comparable(value.unit, INTENSITY) or (target.year or 0) < CONVERGENCE_YEAR or is_weaker(report, name):
            continue
        for pathway_name, pathway in pathways(report):
            is_its = pathway_name in target.pathway or (
                not target.pathway and pathway.entity == entity_of(report, target) and pathway.pathway.boundary == target.boundary
            )
            curve = curve_of(report.plan, pathway.pathway) if is_its else None
            if curve is None:
                continue
            limit = curve.feasible_converges_to[1]
            if interval(value, parse_unit(limit.unit)).low > limit.value:
                arguments = {
                    "target": name, "value": told(value), "year": str(target.year), "curve": curve.id,
                    "limit": f"{limit.value:f} {limit.unit}",
                }  # fmt: skip
                yield Finding(("targets", name, "value"), arguments)
                break
