"""Years that a pathway has no value for: holes in its table, the years of the targets that stand on it."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.pathways.judgement import TOOL_METHODS, Cause, judge
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways, targets
from ghgplan.compute.pathway_values import DEFAULT_LAST_YEAR
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report

NAMED = 4
"""How many of the things that a finding counts it names."""


def missing_years(report: Report) -> Iterator[Finding]:
    """Years up to 2030 that a table of the tool leaves out; one finding a plan.

    The tool gives every year, and progress is told year by year. Beyond 2030 the tables have milestones.
    """
    explained = [pathway for _, pathway in pathways(report) if _has_wrong_years(report, pathway)]
    missing: dict[str, list[int]] = {}
    for name, pathway in pathways(report):
        # A column that stands under the wrong year is wrong for all pathways of the table.
        same_table = [each for each in explained if each.entity == pathway.entity and each.years == pathway.years]
        # An aim without a value does not pass the reading of the plan; a target's is told at the target.
        asked = {year for _, year in _target_years(report, name)}
        years = [year for year in _left_out(pathway) if year not in asked]
        if pathway.pathway.method == "asi-tool" and years and not same_table:
            missing[name] = years
    if missing:
        arguments = {
            "count": str(len(missing)), "names": named(list(missing)),
            "years": ", ".join(str(year) for year in sorted({year for years in missing.values() for year in years})),
        }  # fmt: skip
        first, *others = [("pathways", name, "values") for name in missing]
        yield Finding(first, arguments, tuple(place(report.file, *path, at_key=True) for path in others), at_key=True)


def targets_without_value(report: Report) -> Iterator[Finding]:
    """A target for a year that a pathway it stands on has no value for: between its years, or after the last."""
    for target_name, target in targets(report):
        year = target.target.year
        for name in target.target.pathway:
            pathway = report.pathways.get(name)
            if pathway is None or year is None or not pathway.values or year in pathway.values or year <= pathway.pathway.base_year:
                continue
            arguments = {"target": target_name, "year": str(year), "pathway": name, "years": _later(pathway)}
            related = (place(report.file, "pathways", name, "values", at_key=True),) if name in report.plan.pathways else ()
            yield Finding(("targets", target_name, "year"), arguments, related)
            break


def named(names: list[str]) -> str:
    """The first few of ``names``."""
    return ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")


def _left_out(pathway: PathwayReport) -> list[int]:
    later = [year for year in pathway.values if year > pathway.pathway.base_year]
    last = min(max(later, default=0), DEFAULT_LAST_YEAR)
    return [year for year in range(pathway.pathway.base_year + 1, last) if year not in pathway.values]


def _has_wrong_years(report: Report, pathway: PathwayReport) -> bool:
    judgement = judge(report, pathway) if pathway.pathway.method in TOOL_METHODS else None
    return judgement is not None and judgement.cause is Cause.YEARS


def _target_years(report: Report, pathway: str) -> Iterator[tuple[str, int]]:
    for name, target in targets(report):
        if pathway in target.target.pathway and target.target.year:
            yield name, target.target.year


def _later(pathway: PathwayReport) -> str:
    return ", ".join(str(year) for year in pathway.years if year > pathway.pathway.base_year)
