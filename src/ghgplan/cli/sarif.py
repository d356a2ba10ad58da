"""The findings of a run as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import ghgplan
from ghgplan.catalogue import Language, catalogue
from ghgplan.checks.codes import family_of, severity, title, wording
from ghgplan.checks.registry import RULES
from ghgplan.cli.findings import shown_path
from ghgplan.diagnostics import Diagnostic, Severity, Span
from ghgplan.project.building import PlanResult
from ghgplan.project.loading import TextFile

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "ghgplanFinding/v1"
"""The name of our fingerprint: what a finding is about, wherever its line has moved to."""

_LANGUAGES: Mapping[Language, str] = {"zh": "zh-CN", "en": "en"}


def sarif(results: Sequence[PlanResult], here: Path, language: Language) -> dict[str, Any]:
    """One run over all plans, its texts in ``language``; files are named as seen from ``here``."""
    found = [finding.code for result in results for finding in result.diagnostics]
    rules = list(dict.fromkeys((*RULES, *sorted(set(found)))))
    driver = {
        "name": "ghgplan",
        "version": ghgplan.__version__,
        "semanticVersion": ghgplan.__version__,
        "language": _LANGUAGES[language],
        "rules": [_rule(code, language) for code in rules],
    }
    repeated: Counter[str] = Counter()
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[language],
        "columnKind": "utf16CodeUnits",
        "invocations": [_invocation(results, language)],
        "results": [
            _result(finding, rules.index(finding.code), result.files, here, language, repeated)
            for result in results
            for finding in result.diagnostics
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, language: Language) -> dict[str, Any]:
    message = wording(code, language) or code
    rule: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": title(code, language)},
        "fullDescription": {"text": wording(code, language, "why") or message},
        "help": {"text": wording(code, language, "hint") or message},
    }
    if code in RULES:
        rule |= {"defaultConfiguration": {"level": _level(severity(code))}, "properties": {"tags": [family_of(code)]}}
    return rule


def _invocation(results: Sequence[PlanResult], language: Language) -> dict[str, Any]:
    stopped = [result for result in results if result.trouble or result.bug]
    invocation: dict[str, Any] = {"executionSuccessful": not stopped}
    if stopped:
        invocation["toolExecutionNotifications"] = [{"level": "error", "message": {"text": _problem(each, language)}} for each in stopped]
    return invocation


def _problem(result: PlanResult, language: Language) -> str:
    trouble = result.trouble
    told = catalogue("terminal", language).text(trouble.name, **trouble.arguments) if trouble else str(result.bug)
    return f"{result.plan.name}: {told}"


def _result(
    finding: Diagnostic, index: int, files: Mapping[str, TextFile], here: Path, language: Language, repeated: Counter[str]
) -> dict[str, Any]:
    accepted = finding.severity is Severity.ACCEPTED
    level = severity(finding.code) if accepted else finding.severity
    hint = finding.advice(language)
    message = finding.message(language)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _level(level),
        "message": {"text": f"{message}\n{hint}" if hint else message},
        "locations": [_location(finding.span, finding.dotted_path, files, here)],
        "partialFingerprints": {FINGERPRINT: _fingerprint(finding, repeated)},
        # Where one result can be suppressed, every result has to say whether it is.
        "suppressions": [_suppression(finding, language)] if accepted else [],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(each.span, each.dotted_path, files, here)} for number, each in enumerate(finding.related)
        ]
    return result


def _suppression(finding: Diagnostic, language: Language) -> dict[str, str]:
    return {"kind": "inSource", "status": "accepted", "justification": finding.reason.get(language, "")}


def _fingerprint(finding: Diagnostic, repeated: Counter[str]) -> str:
    """Of code, file and path; of findings that share these three, the second and later are counted."""
    about = "\n".join((finding.code, finding.span.file, finding.dotted_path))
    repeated[about] += 1
    return hashlib.sha256(f"{about}\n{repeated[about]}".encode()).hexdigest()


def _location(span: Span, path: str, files: Mapping[str, TextFile], here: Path) -> dict[str, Any]:
    source = files.get(span.file)
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(shown_path(source.path, here) if source else span.file)}}
    if source:
        physical["region"] = _region(span, source.lines)
    location: dict[str, Any] = {"physicalLocation": physical}
    return {**location, "logicalLocations": [{"fullyQualifiedName": path}]} if path else location


def _region(span: Span, lines: Sequence[str]) -> dict[str, int]:
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    start = min(span.column - 1, len(line))
    end = max(start, min(start + span.length, len(line)))
    first = utf16_length(line[:start]) + 1
    return {"startLine": span.line, "startColumn": first, "endColumn": first + utf16_length(line[start:end])}


def utf16_length(text: str) -> int:
    """Code units of UTF-16: two for what lies beyond the basic plane."""
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text)


def _uri(path: str) -> str:
    """A relative reference, or a file URI where the file is not below the folder of the run."""
    if path.startswith("/"):
        return f"file://{quote(path)}"
    if path[1:3] == ":/":  # a drive of Windows
        return f"file:///{quote(path, safe='/:')}"
    # A colon in the first part of a relative reference would read as a scheme.
    return quote(path)


def _level(found: Severity) -> str:
    return "error" if found is Severity.ERROR else "warning"
