"""Criteria that a plan which claims ASI shows too little of: one finding a criterion, at what lacks first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ghgplan.checks.criteria.commitments import disclosed, managed, reviewed, reviewed_on_change
from ghgplan.checks.criteria.inventory import quantified, smelters, verified
from ghgplan.checks.criteria.judgement import Judgement
from ghgplan.checks.criteria.parts import claims_asi
from ghgplan.checks.criteria.pathway import coverage, intermediate, planned, science, target_public
from ghgplan.checks.rule import Basis, Check, Finding, Rule
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Severity
from ghgplan.reference.criteria import criteria

_STANDARD = "ASI Performance Standard V3"

_TOLD_ELSEWHERE = {
    # Pathways: what boundary has no pathway, and what pathway has no emissions behind it.
    "no emissions",
    "no process pathway",
    "no purchased pathway",
    # Targets: terms, years, and the progress that is due.
    "intermediate target too long",
    "intermediate target without years",
    "no actual values",
    # The document says under each such table that its curve is no official one.
    "curve is not the tool",
}
"""What lacks, but is told in detail by another family or by the document itself."""

_NO_TARGET = "no intermediate target"
"""Told once, by criterion 5.3b: what the target should be like follows from there being one."""


def _check(criterion: str, judge: Callable[[Report], Judgement]) -> Check:
    """A check that finds what ``judge`` finds lacking first."""

    def check(report: Report) -> Iterator[Finding]:
        if not claims_asi(report):
            return
        told = _TOLD_ELSEWHERE if criterion == "5.3b" else _TOLD_ELSEWHERE | {_NO_TARGET}
        lacking = [each for each in judge(report).lacking if each.id not in told]
        if lacking:
            first = lacking[0]
            arguments = {"criterion": criterion, "found": first.id, "detail": first.detail}
            yield Finding(first.at, arguments, first.places, at_key=True)

    return check


def _rule(code: str, criterion: str, judge: Callable[[Report], Judgement]) -> Rule:
    basis = Basis(_STANDARD, criterion, criteria()[criterion].provenance.verification)
    return Rule(code, _check(criterion, judge), Severity.WARNING, (basis,), of_members=False)


RULES: tuple[Rule, ...] = (
    _rule("GP-I01", "5.1a", quantified),
    _rule("GP-I02", "5.1b", verified),
    _rule("GP-I03", "5.2", smelters),
    _rule("GP-I04", "5.3a", planned),
    _rule("GP-I05", "5.3b", intermediate),
    _rule("GP-I06", "5.3b-i", coverage),
    _rule("GP-I07", "5.3b-ii", science),
    _rule("GP-I08", "5.3b-iii", target_public),
    _rule("GP-I09", "5.3c", reviewed),
    _rule("GP-I10", "5.3d", reviewed_on_change),
    _rule("GP-I11", "5.3e", disclosed),
    _rule("GP-I12", "5.4", managed),
)
"""One rule a criterion, in the standard's order."""
