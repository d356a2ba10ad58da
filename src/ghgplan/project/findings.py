"""Findings of several editions and members, brought together."""

from __future__ import annotations

from collections.abc import Iterable

from ghgplan.diagnostics import Diagnostic


def unique(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings, each once, in the order given: an edition or a shared member may repeat one."""
    seen: dict[tuple[object, ...], Diagnostic] = {}
    for diagnostic in diagnostics:
        seen.setdefault((diagnostic.sort_key(), diagnostic.severity, tuple(sorted(diagnostic.arguments.items()))), diagnostic)
    return tuple(seen.values())


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings, each once, file by file and down the lines, whichever stage they come from."""
    return tuple(sorted(unique(diagnostics), key=Diagnostic.sort_key))
