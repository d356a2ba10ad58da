"""What the published plans give."""

from __future__ import annotations

import pytest

from ghgplan.checks.reconciliation import RULES
from published_plans import reports

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


@pytest.mark.parametrize("name", reports())
def test_a_published_plan(name: str) -> None:
    assert {(rule.code, ".".join(found.path)) for rule in RULES for found in rule.check(reports()[name])} == EXPECTED[name]
