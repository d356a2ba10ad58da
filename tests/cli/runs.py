"""Runs for tests of what is made of findings: one of each kind, in lines with wide characters and beyond the basic plane."""

from __future__ import annotations

from pathlib import Path

from ghgplan.diagnostics import Diagnostic, Related, Severity, Span
from ghgplan.project.addresses import PlanAddress
from ghgplan.project.bug import bug_of
from ghgplan.project.building import PlanResult
from ghgplan.project.loading import TextFile
from ghgplan.project.trouble import Trouble

LABEL = "plans/铝 厂/plan.yaml"
LINES = ("company: x", "名称: {𠮷田: 0.84 tCO2e/t}", "bse year: 2022", "    scope 1: {2024: 1213.02 tCO2e}")
TOTAL = {"total": "scope 1", "entity": "plant", "year": "2024", "stated": "1213.02 tCO2e", "sum": "1143.02 tCO2e"}
OTHER = Related(Span(LABEL, 2, 6, 2), ("inventory", "plant"))


def total(line: int = 4, **more: object) -> Diagnostic:
    """A finding of a rule, at a line of its own."""
    path = ("inventory", "plant", "stated", "scope 1", str(2020 + line))
    given = {"severity": Severity.ERROR, "related": (OTHER,), **more}
    return Diagnostic("GP-A01", Span(LABEL, line, 20, 13), path, TOTAL, **given)  # type: ignore[arg-type]


def slip(line: int = 3, key: str = "bse year", **more: object) -> Diagnostic:
    """A finding of typing, its hint its own."""
    arguments = {"key": key, "suggestion": key.replace("bse", "base")}
    return Diagnostic("GP-S01", Span(LABEL, line, 1, len(key)), (key,), arguments, **more)  # type: ignore[arg-type]


def accepted() -> Diagnostic:
    """A finding that the plan accepts."""
    return total(severity=Severity.ACCEPTED, reason={"zh": "合同口径", "en": "As in the contract"})


def template_finding() -> Diagnostic:
    """A finding on a file that has no lines."""
    return Diagnostic("GP-T03", Span("templates/standard.docx", 1, 1), (), {"problem": "50 %, a: b\nc", "near": ""})


def result(project: Path, *findings: Diagnostic, **more: object) -> PlanResult:
    """What became of the one plan of ``project``."""
    path = project / LABEL
    failed = any(finding.severity is Severity.ERROR for finding in findings)
    files = {LABEL: TextFile(path, LINES)}
    return PlanResult(PlanAddress("铝 厂", path, project), findings, files, failed=failed, **more)  # type: ignore[arg-type]


def every_kind(project: Path) -> tuple[PlanResult, ...]:
    """A run with a finding of each kind, a trouble and a bug."""
    return (
        result(project, slip(severity=Severity.WARNING), total(), accepted(), template_finding()),
        result(project, trouble=Trouble("trouble.disk-full", folder="out")),
        result(project, bug=bug_of(ZeroDivisionError("division by zero"))),
    )
