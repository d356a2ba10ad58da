"""Findings as workflow commands of GitHub Actions, which show them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ghgplan.cli.findings import shown_file
from ghgplan.cli.terminal import Terminal, printable
from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.project.building import PlanResult

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def command_lines(result: PlanResult, here: Path, terminal: Terminal) -> Iterator[str]:
    """A command for each error and warning of a plan; what is accepted needs no annotation."""
    return (_command(finding, result, here, terminal) for finding in result.diagnostics if finding.severity in _LEVELS)


def _command(finding: Diagnostic, result: PlanResult, here: Path, terminal: Terminal) -> str:
    span = finding.span
    properties = {
        "file": shown_file(span, result.files, here),
        "line": str(span.line),
        "col": str(span.column),
        "title": finding.code,
    }
    said = (finding.message(terminal.language), finding.advice(terminal.language))
    message = "\n".join(printable(part) for part in said if part)
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
