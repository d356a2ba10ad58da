"""All rules, by family."""

from __future__ import annotations

from collections.abc import Mapping

from ghgplan.checks import arithmetic, criteria, measures, pathways, quantities, reconciliation, targets, wording
from ghgplan.checks.rule import Rule
from ghgplan.plan.frozen import Frozen

FAMILIES: Mapping[str, tuple[Rule, ...]] = Frozen({
    "arithmetic": arithmetic.RULES,
    "quantities": quantities.RULES,
    "pathways": pathways.RULES,
    "targets": targets.RULES,
    "reconciliation": reconciliation.RULES,
    "measures": measures.RULES,
    "criteria": criteria.RULES,
    "wording": wording.RULES,
})  # fmt: skip
"""By name, in the order of the rule page."""

RULES: Mapping[str, Rule] = Frozen({rule.code: rule for family in FAMILIES.values() for rule in family})
"""By code."""
