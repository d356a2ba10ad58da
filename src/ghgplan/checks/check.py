"""check: the report of a plan -> what its rules object to, and what of that the plan accepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ghgplan.checks.acceptance import settled
from ghgplan.checks.consequences import without_consequences
from ghgplan.checks.registry import RULES
from ghgplan.checks.rule import Rule
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Diagnostic


def check(report: Report, found: Sequence[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
    """All findings on a plan and its members: ``found`` while computing, and what the rules find.

    What a plan accepts has the severity ``accepted``; an acceptance that matches nothing is a finding itself. What follows
    from another finding is left out, unless the plan accepts either of them.
    """
    findings = [*found, *_objections(report, RULES.values())]
    of_members = [rule for rule in RULES.values() if rule.of_members]
    for each in (report, *_below(report)):
        if each is not report:
            findings += _objections(each, of_members)
    not_asked = {rule.code for rule in RULES.values() if not rule.of_members}
    for each in (report, *_below(report)):
        findings = settled(each.file, findings, set() if each is report else not_asked)
    return tuple(without_consequences(findings))


def _objections(report: Report, rules: Iterable[Rule]) -> Iterator[Diagnostic]:
    for rule in rules:
        yield from rule.findings(report)


def _below(report: Report) -> Iterator[Report]:
    for member in report.members.values():
        yield member
        yield from _below(member)
