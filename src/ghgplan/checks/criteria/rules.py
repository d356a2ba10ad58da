"""Criteria that a plan which claims ASI shows too little of: one finding a criterion, at what lacks first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ghgplan.checks.criteria.commitments import disclosed, managed, reviewed, reviewed_on_change
from ghgplan.checks.criteria.inventory import quantified, smelters, verified
from ghgplan.checks.criteria.judgement import Judgement
from ghgplan.checks.criteria.parts import claims_asi, parts
from ghgplan.checks.criteria.pathway import coverage, intermediate, planned, science, target_public
from ghgplan.checks.pathways.pairs import boundaries_alone
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

_OF_ONE_PATHWAY = {"direct not covered", "indirect not covered"}
"""Follows for targets where an entity has a pathway of one boundary only, which the pathways tell."""

_OF_NO_INVENTORY = {"no energy by source"}
"""Follows where there is no inventory, which the pathways without emissions behind them tell."""

_OF_NO_DISCLOSURE = {"inventory not public", "target not public"}
"""Told once, by criterion 5.3e, where a plan says of nothing that it is public."""

_NO_TARGET = "no intermediate target"
"""Told once, by criterion 5.3b: what the target should be like follows from there being one."""


def _check(criterion: str, judge: Callable[[Report], Judgement]) -> Check:
    """A check that finds what ``judge`` finds lacking first."""

    def check(report: Report) -> Iterator[Finding]:
        if not claims_asi(report):
            return
        told = _TOLD_ELSEWHERE if criterion == "5.3b" else _TOLD_ELSEWHERE | {_NO_TARGET}
        lacking = judge(report).lacking
        told = {*told, *_following(report, {each.id for each in lacking})}
        lacking = [each for each in lacking if each.id not in told]
        if lacking:
            first = lacking[0]
            arguments = {"criterion": criterion, "found": first.id, "detail": first.detail}
            yield Finding(first.at, arguments, first.places, at_key=True)

    return check


def _following(report: Report, lacking: set[str]) -> Iterator[str]:
    """What lacks only since something else does."""
    if lacking & _OF_ONE_PATHWAY and any(True for _, part in parts(report) for _ in boundaries_alone(part)):
        yield from _OF_ONE_PATHWAY
    if "no emissions" in lacking:
        yield from _OF_NO_INVENTORY
    says_something = (part.plan.governance and part.plan.governance.disclosure for _, part in parts(report))
    if lacking & _OF_NO_DISCLOSURE and not any(says_something):
        yield from _OF_NO_DISCLOSURE


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
