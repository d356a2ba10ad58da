"""conformance: the report of a plan -> what it shows of each of the criteria 5.1 to 5.4."""

from __future__ import annotations

from ghgplan.checks.criteria.commitments import disclosed, managed, reviewed, reviewed_on_change
from ghgplan.checks.criteria.inventory import quantified, smelters, verified
from ghgplan.checks.criteria.judgement import Judgement
from ghgplan.checks.criteria.pathway import coverage, intermediate, planned, science, target_public
from ghgplan.compute.report import Report

_JUDGES = (
    quantified, verified, smelters, planned, intermediate, coverage, science, target_public, reviewed, reviewed_on_change, disclosed,
    managed,
)  # fmt: skip


def conformance(report: Report) -> tuple[Judgement, ...]:
    """The criteria in the standard's order, each with what the plan shows of it and what lacks.

    A group's plan counts what its members give. What is judged is what the plan says, not whether it is so: an auditor
    looks at evidence that no plan holds. Texts of remarks and status are in the catalogue ``checks/criteria``.
    """
    return tuple(judge(report) for judge in _JUDGES)
