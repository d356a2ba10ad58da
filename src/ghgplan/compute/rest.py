"""Findings on the rest of a plan that has mistakes of reading or typing: what does not follow from what these took away."""

from __future__ import annotations

from ghgplan.compute.report import compute
from ghgplan.diagnostics import Diagnostic
from ghgplan.plan.model.plan import PlanFile

_ON_SEVERAL_THINGS = frozenset({"GP-C11", "GP-C33", "GP-C46", "GP-C50", "GP-C51", "GP-C52", "GP-C56"})
"""What one thing lacks may have stood in another that is gone: the base year's intensity, activity data in a CSV, production,
a member, a scope. All other findings are about a thing by itself, or about it and ``accounting``."""


def findings_on_the_rest(file: PlanFile) -> tuple[Diagnostic, ...]:
    """What computing says of ``file``, the sound part of a plan that failed; nothing where lines of it could not be read."""
    if file.source.reported:
        return ()
    return tuple(found for found in compute(file).diagnostics if found.code not in _ON_SEVERAL_THINGS)
