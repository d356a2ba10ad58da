"""The findings of a run as one JSON object, for programs; ``schema/findings.schema.json`` describes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import ghgplan
from ghgplan.catalogue import LANGUAGES, Language, catalogue
from ghgplan.checks.codes import bases
from ghgplan.cli.findings import shown_file, shown_path
from ghgplan.diagnostics import Diagnostic, Severity, Span
from ghgplan.project.building import PlanResult
from ghgplan.project.loading import TextFile

_SUMMARY = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.ACCEPTED: "accepted"}


def findings_json(results: Sequence[PlanResult], here: Path) -> dict[str, Any]:
    """What was found in each plan; files are named as seen from ``here``."""
    return {"version": ghgplan.__version__, "plans": [_plan(result, here) for result in results]}


def _plan(result: PlanResult, here: Path) -> dict[str, Any]:
    return {
        "name": result.plan.name,
        "path": shown_path(result.plan.path, here),
        "failed": result.failed,
        "problem": _problem(result),
        "summary": {_SUMMARY[severity]: count for severity, count in counts(result).items()},
        "findings": [_finding(finding, result.files, here) for finding in result.diagnostics],
    }


def counts(result: PlanResult) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    return {severity: sum(finding.severity is severity for finding in result.diagnostics) for severity in Severity}


def _problem(result: PlanResult) -> dict[Language, str] | None:
    """What kept the plan from being looked at to its end."""
    trouble, bug = result.trouble, result.bug
    if trouble:
        return _in_both(lambda language: catalogue("terminal", language).text(trouble.name, **trouble.arguments))
    return _in_both(lambda _: str(bug)) if bug else None


def _finding(finding: Diagnostic, files: Mapping[str, TextFile], here: Path) -> dict[str, Any]:
    basis = [
        {"standard": each.standard, "clause": each.clause or None, "verification": each.verification.value} for each in bases(finding.code)
    ]
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        **_place(finding.span, finding.dotted_path, files, here),
        "message": _in_both(finding.message),
        "why": _in_both(finding.why),
        "basis": basis,
        "hint": _in_both(finding.advice),
        "related": [_place(each.span, each.dotted_path, files, here) for each in finding.related],
        "reason": _in_both(finding.reason.get) if finding.severity is Severity.ACCEPTED else None,
    }


def _place(span: Span, path: str, files: Mapping[str, TextFile], here: Path) -> dict[str, Any]:
    file = shown_file(span, files, here)
    return {"file": file, "line": span.line, "column": span.column, "length": span.length, "path": path}


def _in_both(text: Callable[[Language], str | None]) -> dict[Language, str] | None:
    texts: dict[Language, str] = {language: text(language) or "" for language in LANGUAGES}
    return texts if any(texts.values()) else None
