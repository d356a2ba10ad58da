"""Actual values that are already better than the targets of years to come."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import pathways
from ghgplan.checks.telling import places, told
from ghgplan.compute.report import Report

_YEARS_AHEAD = 3
"""A year or two ahead is good work; more asks for an explanation."""


def leaps(report: Report) -> Iterator[Finding]:
    """A latest actual value below the targets of three or more coming years, without a remark that explains it."""
    for name, pathway in pathways(report):
        progress = report.plan.progress.get(name)
        if progress is None or progress.remark is not None or not pathway.actual:
            continue
        year, actual = max(pathway.actual.items())
        met = [at for at, value in pathway.values.items() if at > year and interval(actual).high < interval(value).low]
        if len(met) < _YEARS_AHEAD:
            continue
        arguments = {
            "pathway": name, "year": str(year), "actual": told(actual), "last_year": str(max(met)), "value": told(pathway.values[max(met)]),
            "count": str(len(met)),
        }  # fmt: skip
        yield Finding(("progress", name, "actual", str(year)), arguments, places(pathway.values[max(met)]))
