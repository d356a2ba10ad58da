"""Plans for tests: the chapters a test cares about, with the least that a plan needs around them."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

from ghgplan.compute.report import Report, compute
from ghgplan.diagnostics import Diagnostic
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.parser import parse
from ghgplan.plan.picture_files import PictureFile
from ghgplan.plan.reader import read

AROUND = """\
company: {name: {zh: 示例公司, en: Example Company}}
document: {title: {zh: 减排计划, en: Reduction plan}, version: "1.0", date: 2025-09-15}
"""
OUTLINE = """\
outline:
  - {title: {zh: 概述, en: Summary}, text: {zh: 文字。, en: Text.}}
"""


def plan_file(chapters: str, members: Mapping[str, PlanFile] | None = None, pictures: Mapping[str, PictureFile] | None = None) -> PlanFile:
    """The plan with ``chapters``; company, document and outline are added where they are missing."""
    text = dedent(chapters).lstrip("\n")
    text = ("" if "document:" in text else AROUND) + text + ("" if "\noutline:" in f"\n{text}" else OUTLINE)
    source = read(text.encode(), "plan.yaml")
    assert source.value is not None, messages(source.diagnostics)
    parsed = parse(source.value, members or {}, pictures)
    assert not parsed.failed, messages(parsed.diagnostics)
    assert parsed.value is not None
    return parsed.value


def report(chapters: str, members: Mapping[str, PlanFile] | None = None, pictures: Mapping[str, PictureFile] | None = None) -> Report:
    """The report of the plan with ``chapters``."""
    outcome = compute(plan_file(chapters, members, pictures))
    assert not outcome.failed, messages(outcome.diagnostics)
    assert outcome.value is not None
    return outcome.value


def messages(diagnostics: tuple[Diagnostic, ...]) -> str:
    return "\n".join(f"{d.span} {d.code} {d.message('en')}" for d in diagnostics)
