"""What the published plans give."""

from __future__ import annotations

import pytest
from tests.plans.conftest import REPOSITORY

from ghgplan.checks.reconciliation import RULES
from ghgplan.compute.report import compute
from ghgplan.project.addresses import find
from ghgplan.project.loading import load

EXPECTED = {
    "annual-progress": {
        ("GP-B05", "pathways.raw materials.base"),
        ("GP-B29", "outline.1.sections.0.body.0.text.zh"),
    },
    "foundry": set[tuple[str, str]](),
    "group-of-four": {("GP-B19", "targets.overall.reduction")},
    "group-of-four/precision": {("GP-B03", "pathways.metal.values.2023")},
    "group-of-four/lightweight": set[tuple[str, str]](),
    "group-of-four/southwest": {("GP-B04", "pathways.metal.values.2023"), ("GP-B06", "targets.product footprint.base")},
    "group-of-four/new-materials": {("GP-B13", "inventory.plant.periods.2023")},
    "inventory-report": {
        ("GP-B26", "diagrams.committee.boxes.representative"),
        ("GP-B27", "outline.1.sections.2.sections.0.text.zh"),
        ("GP-B28", "document.subtitle.zh"),
        ("GP-B30", "outline.2.sections.0.text.zh"),
    },
    "sound-casthouse": set[tuple[str, str]](),
    "two-product-lines": {("GP-B20", "document.reporting year"), ("GP-B08", "pathways.extrusion aluminium.values.2025")},
}


@pytest.mark.parametrize(
    "name", ["annual-progress", "foundry", "group-of-four", "inventory-report", "sound-casthouse", "two-product-lines"]
)
def test_a_published_plan(name: str) -> None:
    address = next(each for each in find((), REPOSITORY).plans if each.name == name)
    value = load(address).outcome.value
    assert value
    report = compute(value).value
    assert report
    for key, each in {name: report, **{f"{name}/{member}": below for member, below in report.members.items()}}.items():
        found = {(rule.code, ".".join(finding.path)) for rule in RULES for finding in rule.check(each)}
        assert found == EXPECTED[key], key
