"""The examples of the rules: for each a piece of a plan that triggers it, and the same put right.

They stand in ``examples/<code>.yaml``, parts begun by a line ``--- triggers``, ``--- sound`` or ``--- member <name>``
(a member's plan of both). What every plan needs and no rule speaks of is put around them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files

from ghgplan.checks.check import check
from ghgplan.compute.report import compute
from ghgplan.diagnostics import Diagnostic
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read
from ghgplan.values import frozen

_PART = re.compile(r"^--- (triggers|sound|member (?P<name>.+))$", re.MULTILINE)
_AROUND: Mapping[str, str] = {
    "company": "company: {name: {zh: 示例公司, en: Example Company}}\n",
    "document": 'document: {title: {zh: 减排计划, en: Reduction plan}, version: "1.0", date: 2025-09-15}\n',
    "outline": "outline:\n  - {title: {zh: 概述, en: Summary}, text: {zh: 文字。, en: Text.}}\n",
}


@frozen
class Example:
    """Two pieces of plans, as their authors would write them, and the members that both name."""

    triggers: str
    sound: str
    members: Mapping[str, str]


def example(code: str) -> Example:
    """The example of the rule ``code``. Raises FileNotFoundError where there is none, which the tests look for."""
    text = (files("ghgplan") / "checks" / "examples" / f"{code}.yaml").read_text(encoding="utf-8")
    begun = [*_PART.finditer(text)]
    ends = [match.start() for match in begun[1:]] + [len(text)]
    parts = {(match["name"] or match[1]): text[match.end() : end].strip("\n") + "\n" for match, end in zip(begun, ends, strict=True)}
    members = {name: part for name, part in parts.items() if name not in ("triggers", "sound")}
    return Example(parts["triggers"], parts["sound"], Frozen(members))


def findings_on(piece: str, members: Mapping[str, str] | None = None) -> tuple[Diagnostic, ...]:
    """Everything that is found in a piece of a plan: while reading, typing and computing it, and by the rules."""
    below = {name: _plan(text, {})[0] for name, text in (members or {}).items()}
    file, findings = _plan(piece, {name: plan for name, plan in below.items() if plan})
    if file is None:
        return findings
    report = compute(file)
    return check(report.value, report.diagnostics) if report.value else report.diagnostics


def _plan(piece: str, members: Mapping[str, PlanFile]) -> tuple[PlanFile | None, tuple[Diagnostic, ...]]:
    around = "".join(text for key, text in _AROUND.items() if not re.search(rf"^{key}:", piece, re.MULTILINE))
    # What is put around stands below, so that the piece keeps its line numbers.
    source = read((piece + around).encode(), "plan.yaml")
    if source.value is None:
        return None, source.diagnostics
    parsed = parse(source.value, members)
    return parsed.value, (*source.diagnostics, *parsed.diagnostics)
