"""The tool that a pathway comes from: its name, its version, and whether it is the unaltered one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.pathways.years import named
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways
from ghgplan.compute.report import Report

_ALTERED = re.compile(r"unprotected|unlocked|\bcopy\b|copy of|未保护|已解锁|解除保护|副本|拷贝", re.IGNORECASE)
_VERSION = re.compile(r"[0-9]")
_TEMPERATURE = re.compile(r"1\.5\s*(°\s*C|℃|度|degree)", re.IGNORECASE)
"""Digits of the ambition, which say nothing about the version."""


def no_tool(report: Report) -> Iterator[Finding]:
    """Pathways of the tool that do not name it; one finding a plan."""
    names = [name for name, tool in _tools(report) if not tool]
    if names:
        yield _finding(report, names, "", key="")


def tool_without_version(report: Report) -> Iterator[Finding]:
    """Tools named without anything that tells their version; one finding a plan."""
    found = [(name, tool) for name, tool in _tools(report) if tool and not _VERSION.search(_TEMPERATURE.sub("", tool))]
    if found:
        yield _finding(report, [name for name, _ in found], found[0][1], key="tool")


def altered_tool(report: Report) -> Iterator[Finding]:
    """Tools whose file name tells of a copy or of lifted protection; one finding a plan."""
    found = [(name, tool) for name, tool in _tools(report) if _ALTERED.search(tool)]
    if found:
        yield _finding(report, [name for name, _ in found], found[0][1], key="tool")


def _tools(report: Report) -> Iterator[tuple[str, str]]:
    return ((name, pathway.pathway.tool or "") for name, pathway in pathways(report) if pathway.pathway.method == "asi-tool")


def _finding(report: Report, names: list[str], tool: str, key: str) -> Finding:
    paths = [("pathways", name, key) if key else ("pathways", name) for name in names]
    related = tuple(place(report.file, *path, at_key=not key) for path in paths[1:])
    return Finding(paths[0], {"count": str(len(names)), "names": named(names), "tool": tool}, related, at_key=not key)
