"""Findings as text and back, so that those of an unchanged plan can be shown again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ghgplan.diagnostics import Diagnostic, Related, Severity, Span


def written(findings: Iterable[Diagnostic]) -> str:
    """The findings as one line."""
    return json.dumps([_data(finding) for finding in findings], ensure_ascii=False, default=str)


def read_again(text: str) -> tuple[Diagnostic, ...] | None:
    """The findings of the line; None where it is none of ours."""
    try:
        return tuple(_finding(*data) for data in json.loads(text))
    except (ValueError, TypeError):
        return None


def _data(finding: Diagnostic) -> list[Any]:
    related = [[_place(each.span), each.path] for each in finding.related]
    return [
        finding.code,
        _place(finding.span),
        finding.path,
        dict(finding.arguments),
        finding.severity,
        finding.hint,
        related,
        dict(finding.reason),
    ]


def _place(span: Span) -> list[str | int]:
    return [span.file, span.line, span.column, span.length]


def _finding(
    code: str,
    place: list[Any],
    path: list[str],
    arguments: dict[str, str],
    severity: str,
    hint: str | None,
    related: list[Any],
    reason: dict[Any, str],
) -> Diagnostic:
    others = tuple(Related(Span(*other), tuple(at)) for other, at in related)
    return Diagnostic(code, Span(*place), tuple(path), arguments, Severity(severity), hint, others, reason)
