"""What the published plans give, and a sound plan does not."""

from __future__ import annotations

import pytest

from ghgplan.checks.check import check
from published_plans import report

FOUND = {
    "foundry": {("GP-G01", "targets.yearly reduction.yearly reduction"), ("GP-G09", "targets.purchased aluminium.value")},
    "annual-progress": {
        ("GP-G11", "targets.rolling.year"), ("GP-G15", "targets.renewable energy.value"), ("GP-G19", "progress.rolling.actual.2025"),
        ("GP-G22", "outline.2.body.2.text.zh"), ("GP-G26", "outline.1.sections.1.sections.0.title.zh"),
        ("GP-G29", "outline.1.sections.1.text.zh"),
    },
    "group-of-four": {
        ("GP-G03", "targets.process.reduction"), ("GP-G03", "targets.metal.reduction"), ("GP-G04", "targets.process.yearly reduction"),
        ("GP-G05", "targets.carbon 2025.reduction"), ("GP-G32", "targets.carbon 2025.statement.zh"),
        ("GP-G12", "targets.short"), ("GP-G12", "targets.recycled metal"),
        ("GP-G13", "targets.carbon 2025"), ("GP-G14", "targets.long.statement"), ("GP-G30", "targets.overall.reduction"),
        ("GP-G27", "outline.3.sections.2.body.1.caption.zh"),
    },
    "inventory-report": {
        ("GP-G20", "targets.value added.year"), ("GP-G21", "targets.value added.reduction"),
        ("GP-G31", "outline.2.sections.0.text.zh"), ("GP-G33", "outline.0.sections.7.sections.2.body.0.text.zh"),
    },
    "two-product-lines": {("GP-G11", "targets.casting process.year"), ("GP-G18", "pathways.casting process")},
    "sound-casthouse": set[tuple[str, str]](),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_published_plans(name: str) -> None:
    found = {(each.code, each.dotted_path) for each in check(report(name)) if each.code.startswith("GP-G")}
    assert found >= FOUND[name]
    if not FOUND[name]:
        assert not found
