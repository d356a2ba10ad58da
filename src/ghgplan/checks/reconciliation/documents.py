"""The document's dates against each other and against the years it speaks of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways
from ghgplan.compute.report import Report

_STALE = 2
"""Years between the year reported on and the document, from which a newer year's data exist."""

_LEAST_ISSUES = 2
"""Lines of a history that tells of earlier issues."""


def stale_reporting_year(report: Report) -> Iterator[Finding]:
    """A document that reports on a year before the last."""
    document = report.plan.document
    year = document.reporting_year
    if year is not None and document.date.year - year >= _STALE:
        arguments = {"year": str(year), "date": document.date.isoformat(), "newest": str(document.date.year - 1)}
        yield Finding(("document", "reporting year"), arguments, (place(report.file, "document", "date"),))


def years_to_come(report: Report) -> Iterator[Finding]:
    """A document that reports on a year that has not begun on its date."""
    document = report.plan.document
    if document.reporting_year is not None and document.reporting_year > document.date.year:
        arguments = {"year": str(document.reporting_year), "date": document.date.isoformat()}
        yield Finding(("document", "reporting year"), arguments, (place(report.file, "document", "date"),))


def order_of_signatures(report: Report) -> Iterator[Finding]:
    """Reviewed before it was prepared, approved before it was reviewed."""
    document = report.plan.document
    steps = (("prepared", document.prepared), ("reviewed", document.reviewed), ("approved", document.approved))
    dated = [(name, signature.date) for name, signature in steps if signature and signature.date]
    for (first, before), (second, after) in pairwise(dated):
        if after < before:
            arguments = {"first": first, "second": second, "before": before.isoformat(), "after": after.isoformat()}
            yield Finding(("document", second, "date"), arguments, (place(report.file, "document", first, "date"),))
            return


def order_of_history(report: Report) -> Iterator[Finding]:
    """A revision history whose dates run neither up nor down, or whose versions run against its dates."""
    history = report.plan.document.history
    dates = [line.date for line in history]
    is_falling = len(dates) > 1 and dates[0] > dates[-1]
    ordered = [*reversed(history)] if is_falling else [*history]
    for first, second in pairwise(ordered):
        at, before = history.index(second), history.index(first)
        if second.date < first.date or not _follows(first.version, second.version):
            arguments = {
                "version": second.version, "date": second.date.isoformat(), "other": first.version, "other_date": first.date.isoformat(),
            }  # fmt: skip
            yield Finding(("document", "history", str(at)), arguments, (place(report.file, "document", "history", str(before)),))
            return


def history_and_document(report: Report) -> Iterator[Finding]:
    """A history whose latest line has another version than the document, or a date after it."""
    document = report.plan.document
    if not document.history:
        return
    latest = max(document.history, key=lambda line: line.date)
    if latest.version != document.version or latest.date > document.date:
        arguments = {
            "version": document.version, "date": document.date.isoformat(), "latest": latest.version, "latest_date": latest.date.isoformat(),
        }  # fmt: skip
        at = ("document", "history", str(document.history.index(latest)))
        yield Finding(at, arguments, (place(report.file, "document", "version"), place(report.file, "document", "date")))


def targets_issued_late(report: Report) -> Iterator[Finding]:
    """Targets that a year's actual values are judged by, in a document that was first issued when the year was over.

    A first plan comes after its base year's data do: it tells of the year after, too. And a history of one line may begin with it.
    """
    history = report.plan.document.history
    if len(history) < _LEAST_ISSUES:
        return
    issued: datetime.date = min(line.date for line in history)
    judged = {
        year: name for name, pathway in pathways(report) for year in pathway.actual
        if pathway.pathway.base_year + 1 < year < issued.year
        if year in pathway.values
    }  # fmt: skip
    if judged:
        year = min(judged)
        arguments = {"year": str(year), "date": issued.isoformat()}
        at = ("document", "history", str([line.date for line in history].index(issued)))
        related = (place(report.file, "progress", judged[year], "actual", str(year)),)
        yield Finding(at, arguments, related)


def _follows(first: str, second: str) -> bool:
    """Whether the version ``second`` may come after ``first``: ``1.10`` after ``1.9``; letters are only told apart."""
    before, after = ([int(part) for part in re.findall(r"\d+", version)] for version in (first, second))
    return after > before if before and after else first != second
