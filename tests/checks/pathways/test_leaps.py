"""Actual values better than targets to come."""

from __future__ import annotations

import pytest

from checks.pathways.tables import METAL, metal, plan
from ghgplan.checks.pathways.leaps import leaps
from little_plans import report

PROGRESS = "progress:\n  metal:\n    actual: {2024: %s}\n"


@pytest.mark.parametrize(("actual", "is_found"), [("8.87", False), ("8.08", False), ("8.04", False), ("8.03", True)])
def test_three_coming_years_make_a_leap(actual: str, is_found: bool) -> None:
    # 2027 asks for 8.05, which 8.04 touches.
    assert bool(list(leaps(report(plan(metal(METAL, "9.20"), more=PROGRESS % actual))))) == is_found


def test_a_remark_explains_it() -> None:
    remark = "    remark: {zh: 更换供应商, en: Another supplier}\n"
    assert list(leaps(report(plan(metal(METAL, "9.20"), more=PROGRESS % "7.42" + remark)))) == []


def test_published_plans(published, found, codes) -> None:
    assert [name for name, looked_at in published.items() if found("GP-P23", looked_at)] == ["annual-progress"]
    assert codes(published["sound-casthouse"]) == []
    assert codes(published["inventory-report"]) == []
