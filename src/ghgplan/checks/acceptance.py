"""Findings that a plan accepts: with a reason and a date, and only as long as there is something to accept."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from ghgplan.catalogue import LANGUAGES
from ghgplan.checks.registry import RULES
from ghgplan.diagnostics import Diagnostic, Path, Severity, nearest
from ghgplan.plan.model.acceptance import Acceptance
from ghgplan.plan.model.plan import PlanFile


def settled(file: PlanFile, findings: Iterable[Diagnostic], not_asked: Collection[str] = ()) -> list[Diagnostic]:
    """``findings`` with those that ``file`` accepts marked so, and a finding for each acceptance that does nothing.

    A rule's finding can be accepted, and a warning of any kind; what cannot be computed cannot be accepted. Of the
    codes ``not_asked`` nothing was looked for, so that nothing is said of acceptances of them.
    """
    result: list[Diagnostic] = []
    used: set[int] = set()
    for found in findings:
        matching = next((n for n, each in enumerate(file.plan.accepted) if _is_open(found) and _speaks_of(file, each, found)), None)
        if matching is None:
            result.append(found)
        else:
            used.add(matching)
            result.append(_accepted(found, file.plan.accepted[matching]))
    idle = [n for n in range(len(file.plan.accepted)) if n not in used and file.plan.accepted[n].finding not in not_asked]
    return [*result, *(_idle(file, n, result) for n in idle)]


def path_of(acceptance: Acceptance) -> Path:
    """The place that an acceptance speaks of."""
    return tuple(acceptance.at.split(".")) if acceptance.at else ()


def acceptance_of(file: PlanFile, found: Diagnostic) -> Acceptance | None:
    """The entry of ``file`` by which ``found``, an accepted finding, was accepted."""
    return next((each for each in file.plan.accepted if _speaks_of(file, each, found)), None)


def _is_open(found: Diagnostic) -> bool:
    return found.severity is Severity.WARNING or (found.severity is Severity.ERROR and found.code in RULES)


def _speaks_of(file: PlanFile, acceptance: Acceptance, found: Diagnostic) -> bool:
    at = path_of(acceptance)
    is_here = found.span.file == file.source.file or file.source.span(found.path) == found.span
    return is_here and acceptance.finding == found.code and found.path[: len(at)] == at


def _accepted(found: Diagnostic, acceptance: Acceptance) -> Diagnostic:
    reason = {language: acceptance.because.wording(language) or "" for language in LANGUAGES}
    return replace(found, severity=Severity.ACCEPTED, reason=reason)


def _idle(file: PlanFile, position: int, findings: Iterable[Diagnostic]) -> Diagnostic:
    path = ("accepted", str(position))
    acceptance = file.plan.accepted[position]
    places = [found.dotted_path for found in findings if found.code == acceptance.finding and found.span.file == file.source.file]
    arguments = {"code": acceptance.finding, "place": acceptance.at or ""}
    close = nearest(acceptance.at or "", places)
    if close and close != acceptance.at:
        at = (*path, "at")
        return Diagnostic("GP-X01", file.source.span(at), at, arguments | {"suggestion": close}, Severity.WARNING, "GP-X01.near")
    return Diagnostic("GP-X01", file.source.span(path), path, arguments, Severity.WARNING)
