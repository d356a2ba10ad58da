"""What the published plans give, and the figures in them that are sound."""

from __future__ import annotations

import pytest

from ghgplan.checks.quantities import RULES
from published_plans import reports

EXPECTED = {
    "annual-progress": set[tuple[str, str]](),
    "foundry": {("GP-Q19", "targets.purchased aluminium.value"), ("GP-Q34", "measures.electricity.saves.0.amount")},
    "group-of-four": set[tuple[str, str]](),
    "group-of-four/precision": set[tuple[str, str]](),
    "group-of-four/lightweight": set[tuple[str, str]](),
    "group-of-four/southwest": {
        ("GP-Q20", "pathways.process.unit"), ("GP-Q20", "pathways.metal.unit"), ("GP-Q21", "targets.carbon 2050.value"),
        ("GP-Q29", "measures.furnace retrofit.saves.0.amount"), ("GP-Q29", "measures.dust collectors.saves.0.amount"),
    },
    "group-of-four/new-materials": {("GP-Q19", "targets.metal.value"), ("GP-Q29", "measures.fume hoods.saves.0.amount")},
    "inventory-report": {
        ("GP-Q01", "inventory.plant.sources.electricity.activity.2019"), ("GP-Q01", "energy.plant.carriers.petrol.consumption.2019"),
        ("GP-Q03", "inventory.plant.sources.petrol.factor"), ("GP-Q11", "inventory.plant.sources.electricity.factor"),
        ("GP-Q13", "inventory.plant.sources.electricity.stated"), ("GP-Q14", "energy.plant.carriers.water.coefficient"),
        ("GP-Q14", "energy.plant.carriers.petrol.coefficient"), ("GP-Q18", "inventory.plant.sources.petrol.gases"),
        ("GP-Q26", "measures.casting machines.figures.motors"), ("GP-Q09 or GP-Q10", "inventory.plant.sources.electricity.factor"),
        ("GP-Q36", "outline.0.sections.6.sections.1.text.zh"), ("GP-Q37", "inventory.plant.sources.process.stated"),
    },
    "sound-casthouse": set[tuple[str, str]](),
    "two-product-lines": set[tuple[str, str]](),
}  # fmt: skip
EITHER = {"GP-Q09": "GP-Q09 or GP-Q10", "GP-Q10": "GP-Q09 or GP-Q10"}
"""A factor that is not the one of its source: the grid that the plan names, or else the words of its source."""


@pytest.mark.parametrize("name", reports())
def test_nothing_more_and_nothing_less(name: str) -> None:
    found = {(EITHER.get(rule.code, rule.code), ".".join(each.path)) for rule in RULES for each in rule.check(reports()[name])}
    assert found == EXPECTED[name]
