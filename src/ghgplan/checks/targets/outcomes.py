"""What became of targets: years that are over, without an outcome or with one that misses."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways, targets
from ghgplan.checks.targets.intermediate import names_of
from ghgplan.checks.targets.levels import SHARES, emissions, entity_report, figures, remaining
from ghgplan.checks.telling import places, rounded, told, with_unit
from ghgplan.compute.numbers import PERCENT, Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.plan.model.targets import Target

_SLIP = 5
_MID_YEAR = 7
"""The month from which on the figures of the year before can be expected."""


def actuals_missing(report: Report) -> Iterator[Finding]:
    """Years of pathways that are over and have no actual value."""
    missing = {name: years for name, pathway in pathways(report) if (years := _unreported(report, pathway))}
    if missing:
        years = sorted({year for each in missing.values() for year in each})
        first = next(iter(missing))
        arguments = {
            "pathways": names_of(list(missing)), "count": str(len(missing)), "years": ", ".join(str(year) for year in years),
            "date": str(report.plan.document.date),
        }  # fmt: skip
        at = ("progress", first, "actual") if first in report.plan.progress else ("pathways", first)
        others = (
            place(report.file, "document", "date"),
            *(place(report.file, "pathways", name, at_key=True) for name in list(missing)[1:]),
        )
        yield Finding(at, arguments, others, at_key=True)


def above_target(report: Report) -> Iterator[Finding]:
    """An actual value above the target of its year, as both are printed, that nothing explains."""
    for name, pathway in pathways(report):
        progress = report.plan.progress.get(name)
        missed = {year: value for year, value in pathway.actual.items() if year > pathway.pathway.base_year and is_missed(pathway, year)}
        # Several times the target is a slip of the unit or the decimal point, which another rule tells.
        missed = {year: value for year, value in missed.items() if value.value < pathway.values[year].value * _SLIP}
        if progress and progress.remark is None and missed:
            year = max(missed)
            target = pathway.values[year]
            arguments = {
                "pathway": name, "year": str(year), "actual": told(missed[year]), "target": told(target),
                "base": told(pathway.base) if pathway.base else "—",
            }  # fmt: skip
            yield Finding(("progress", name, "actual", str(year)), arguments, places(target))


def expired(report: Report) -> Iterator[Finding]:
    """Targets without a pathway whose year is over, and of which nothing says whether they were met."""
    today = report.plan.document.date.year
    for name, found in targets(report):
        target = found.target
        if target.year and target.year < today and not target.pathway and not _has_outcome(report, target):
            arguments = {"target": name, "year": str(target.year), "date": str(report.plan.document.date)}
            yield Finding(("targets", name, "year"), arguments, (place(report.file, "document", "date"),))


def totals_rose(report: Report) -> Iterator[Finding]:
    """A promised reduction, over years of the inventory in which its total rose."""
    for name, found in targets(report):
        target, own, entity = found.target, figures(report, name), entity_report(report, found.target)
        if target.pathway or target.boundary in (*SHARES, "product footprint") or entity is None or not (target.base_year and target.year):
            continue
        key = next((key for key in ("reduction", "yearly reduction") if key in own), None)
        boundary = target.boundary or "total"
        first, last = emissions(entity, boundary, target.base_year), emissions(entity, boundary, target.year)
        if key is None or first is None or last is None or first.value <= 0 or interval(last).low <= interval(first).high:
            continue
        rise = (last.value / first.value - 1) * 100
        left = remaining(key, own[key], target.year - target.base_year)
        needed = (last.value / first.value / left.middle - 1) * 100 if left and left.middle > 0 else rise
        arguments = {
            "target": name, "stated": told(own[key]), "base_year": str(target.base_year), "year": str(target.year),
            "first": told(first), "last": told(last), "rise": with_unit(rounded(rise, 1), PERCENT),
            "needed": with_unit(rounded(needed, 1), PERCENT),
        }  # fmt: skip
        yield Finding(("targets", name, key), arguments, places(first, last))


def is_missed(pathway: PathwayReport, year: int) -> bool:
    """Whether the actual value prints above the target: readers compare what is printed."""
    target = pathway.values.get(year)
    return target is not None and is_above(pathway.actual[year], target)


def is_above(value: Number, other: Number) -> bool:
    """Whether ``value`` prints above ``other``, in the same unit."""
    return value.value > other.value and value.value > other.rounded


def _unreported(report: Report, pathway: PathwayReport) -> list[int]:
    date = report.plan.document.date
    last = date.year - 1 if date.month >= _MID_YEAR else date.year - 2
    entity = report.entities.get(pathway.entity)
    measured = set(entity.inventory.totals.get("intensity", {}) if entity and entity.inventory else ())
    is_process = pathway.pathway.boundary == "scope 1+2"
    years = range(pathway.pathway.base_year + 1, last + 1)
    return [year for year in years if year not in pathway.actual and not (is_process and year in measured)]


def _has_outcome(report: Report, target: Target) -> bool:
    entity = entity_report(report, target)
    if entity is None or target.year is None or target.boundary in (None, *SHARES):
        return False
    return emissions(entity, target.boundary or "", target.year) is not None
