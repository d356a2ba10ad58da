"""Statements that promise something before a year, of targets whose year it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import targets
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.report import Report

_YEAR = r"(?:\{\{\s*(?:targets\.[^}]*\.)?year\s*(?:\|[^}]*)?\}\}|%s)"
_BEFORE = r"(?:%s\s*年(?:之前|以前)|\bbefore (?:the end of )?(?:the year )?%s)"


def before_the_year(report: Report) -> Iterator[Finding]:
    """A statement that says before a year, and a target with just that year: the year itself is not before it."""
    for name, found in targets(report):
        target = found.target
        if target.year is None:
            continue
        year = _YEAR % target.year
        pattern = re.compile(_BEFORE % (year, year), re.IGNORECASE)
        for wording in wordings(("targets", name, "statement"), target.statement):
            match = pattern.search(wording.written)
            if match and "end of" not in match[0]:
                said = re.sub(r"\{\{.*?\}\}", str(target.year), match[0])
                arguments = {"target": name, "said": said, "year": str(target.year), "last": str(target.year - 1)}
                yield Finding(wording.path, arguments, (place(report.file, "targets", name, "year"),), fragment=match[0])
                break
