"""What lacks in the published plans that claim ASI."""

from __future__ import annotations

import pytest

from ghgplan.checks.criteria import RULES
from published_plans import report

LACKING = {
    "annual-progress": ["5.1a", "5.3b-iii", "5.3c", "5.3d", "5.3e", "5.4"],
    "foundry": ["5.3c", "5.3d", "5.3e", "5.4"],
    "group-of-four": ["5.1a", "5.1b", "5.3b-i", "5.3b-ii", "5.3c", "5.3d", "5.3e", "5.4"],
    # An inventory report: it names no ASI.
    "inventory-report": [],
    "sound-casthouse": [],
    "two-product-lines": ["5.1a", "5.1b", "5.3e", "5.4"],
}


@pytest.mark.parametrize("name", LACKING)
def test_published_plans(name: str) -> None:
    assert [found.arguments["criterion"] for rule in RULES for found in rule.check(report(name))] == LACKING[name]
