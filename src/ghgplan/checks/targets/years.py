"""What targets must say to be held to: by when, against which year, how much."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import targets
from ghgplan.checks.targets.intermediate import names_of
from ghgplan.checks.targets.levels import base_year, figures
from ghgplan.compute.report import Report
from ghgplan.plan.model.targets import Target

_REACHES = re.compile(r"达到|提高到|提升到|提升至|增至|升至|降到|降至|\b(?:reach|rais|ris|fall|bring)", re.IGNORECASE)
"""Words that say a level is to come, not that one is kept."""


def without_year(report: Report) -> Iterator[Finding]:
    """Targets that do not say by when."""
    yield from _incomplete(report, "year", lambda name, target: target.year is None and _needs_year(report, name, target))


def without_base_year(report: Report) -> Iterator[Finding]:
    """Reductions that do not say against which year, and intermediate targets that count from none."""
    yield from _incomplete(report, "base year", lambda name, target: base_year(report, target) is None and _counts(report, name, target))


def nothing_to_hold_to(report: Report) -> Iterator[Finding]:
    """Targets with no pathway and no figure of their own."""
    yield from _incomplete(report, "statement", lambda name, target: not target.pathway and not figures(report, name))


def _needs_year(report: Report, name: str, target: Target) -> bool:
    own = figures(report, name)
    if not own and not target.pathway:
        # Nothing to be held to at all, which is another finding.
        return target.intermediate
    says_level = any(_REACHES.search(wording) for wording in (target.statement.zh, target.statement.en) if wording)
    falls = set(own) & {"reduction", "yearly reduction", "change"}
    return bool(falls or target.pathway or target.boundary or target.term or target.intermediate or says_level)


def _counts(report: Report, name: str, target: Target) -> bool:
    return target.intermediate or bool(set(figures(report, name)) & {"reduction", "change"})


def _incomplete(report: Report, missing: str, is_so: Callable[[str, Target], bool]) -> Iterator[Finding]:
    """One finding for all targets of the plan that lack the same."""
    names = [name for name, found in targets(report) if is_so(name, found.target)]
    if names:
        others = tuple(place(report.file, "targets", name, at_key=True) for name in names[1:])
        arguments = {"targets": names_of(names), "count": str(len(names)), "all": str(len(report.plan.targets))}
        at = ("targets", names[0], missing) if missing == "statement" else ("targets", names[0])
        yield Finding(at, arguments, others, at_key=missing != "statement")
