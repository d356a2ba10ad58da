"""What the published plans give: the compiler and their authors have cured nearly all of it."""

from __future__ import annotations

import pytest

from ghgplan.checks.wording import RULES
from ghgplan.compute.report import Report
from published_plans import report

FOUND = {
    "annual-progress": [("GP-W05", "targets.renewable energy.statement.zh"), ("GP-W13", "document.prepared.by.zh")],
    "foundry": [("GP-W05", "measures.upstream initiative.content.zh"), ("GP-W11", "outline.2.body.1")],
    "group-of-four": [
        ("GP-W13", "outline.5.text.zh"),
        ("GP-W03", "measures.energy statistics.content.zh"),
        ("GP-W03", "measures.certification.content.zh"),
        ("GP-W03", "measures.furnace scheduling.benefit.zh"),
    ],
    "inventory-report": [("GP-W16", "outline.1.sections.2.sections.0.text.zh"), ("GP-W17", "outline.0.sections.2.title.zh")],
    "sound-casthouse": [],
    "two-product-lines": [],
}


def found(of: Report) -> list[tuple[str, str]]:
    own = [(each.code, each.dotted_path) for rule in RULES for each in rule.findings(of)]
    return own + [each for member in of.members.values() for each in found(member)]


@pytest.mark.parametrize("name", FOUND)
def test_published_plans(name: str) -> None:
    assert found(report(name)) == FOUND[name]
