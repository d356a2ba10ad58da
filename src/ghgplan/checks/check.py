"""check: the report of a plan -> what its rules object to, and what of that the plan accepts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ghgplan.checks.acceptance import settled
from ghgplan.checks.registry import RULES
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Diagnostic


def check(report: Report, found: Sequence[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
    """All findings on a plan and its members: ``found`` while computing, and what the rules find.

    What a plan accepts has the severity ``accepted``; an acceptance that matches nothing is a finding itself.
    """
    findings = [*found, *_objections(report)]
    for each in (report, *_below(report)):
        findings = settled(each.file, findings)
    return tuple(findings)


def _objections(report: Report) -> Iterator[Diagnostic]:
    for rule in RULES.values():
        yield from rule.findings(report)
    for member in report.members.values():
        yield from _objections(member)


def _below(report: Report) -> Iterator[Report]:
    for member in report.members.values():
        yield member
        yield from _below(member)
