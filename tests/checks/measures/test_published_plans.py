"""What the published plans give."""

from __future__ import annotations

import pytest

from ghgplan.checks.measures import RULES
from published_plans import reports

EXPECTED = {
    "annual-progress": "M01 M02 M03 M04 M10 M11 M16 M27 M28 M29",
    "foundry": "M01 M02 M03 M04 M10 M11 M12 M22 M26",
    "group-of-four": "M01 M02 M03 M26",
    "group-of-four/precision": "M01 M02 M03 M04 M10 M13",
    "group-of-four/lightweight": "M01 M02 M03",
    "group-of-four/southwest": "M01 M02 M03 M04 M10 M11 M12",
    "group-of-four/new-materials": "M01 M02 M03 M04 M10 M11 M12",
    "inventory-report": "M01 M02 M03 M29",
    "sound-casthouse": "",
    "two-product-lines": "M01 M02 M03 M10 M14 M15 M16",
}


@pytest.mark.parametrize("name", reports())
def test_a_published_plan(name: str) -> None:
    found = [rule.code.removeprefix("GP-") for rule in RULES for _ in rule.check(reports()[name])]
    assert " ".join(found) == EXPECTED[name]
