"""What README shows is true: its plan builds in every edition without a finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ghgplan.checks.check import check
from ghgplan.checks.example import example, findings_on
from ghgplan.compute.report import compute
from ghgplan.diagnostics import Severity
from ghgplan.document.blocks import Edition
from ghgplan.document.compose import compose
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read
from little_plans import report

REPOSITORY = Path(__file__).resolve().parents[1]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("edition", list(Edition))
def test_the_plan_in_readme_builds(edition: Edition):
    text = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)[0]
    source = read(text.encode(), "plan.yaml")
    assert source.value is not None
    assert not source.diagnostics
    plan = parse(source.value)
    assert plan.value is not None
    assert not plan.diagnostics
    report = compute(plan.value)
    assert report.value is not None
    assert not report.diagnostics
    assert not [found.message("en") for found in check(report.value) if found.severity is Severity.ERROR]
    document = compose(report.value, edition)
    assert not document.diagnostics
    assert document.value is not None


def test_links_in_readme_lead_somewhere():
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert targets
    assert [target for target in targets if not (REPOSITORY / target).exists()] == []


def test_the_chapters_on_computed_numbers_are_right():
    chapters = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)[1]
    found = report(f"{chapters}entities: {{casting: {{name: 铝合金, activity: casthouse}}}}\n").numbers
    # 118 万m3 x 21.70 tCO2/万m3, the plan's own factor in place of the library's.
    assert str(found["inventory.casting.sources.gas.emissions.2023"].rounded) == "2560.60"


def test_the_finding_in_readme_is_what_the_checker_says():
    shown = example("GP-A04")
    (found,) = (each for each in findings_on(shown.triggers) if each.code == "GP-A04")
    said = (found.message("en"), found.why("en"), found.advice("en"), found.dotted_path)
    assert [text for text in said if text is None or text not in README] == []


def test_the_acceptance_in_readme_accepts_it():
    acceptance = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)[2]
    found = [each for each in findings_on(example("GP-A04").triggers + acceptance) if each.code in ("GP-A04", "GP-X01")]
    assert [(each.code, each.severity) for each in found] == [("GP-A04", Severity.ACCEPTED)]
