"""Shares of recycled metal against the pathway of purchased metal."""

from __future__ import annotations

import pytest

from ghgplan.checks.measures.mixes import mixes_against_pathways
from little_plans import report

PLAN = """
entities: {{a: {{name: 铸造}}, b: {{name: 挤压}}}}
pathways:
  own: {{entity: a, boundary: scope 3 category 1, base year: 2024, base: 9.20, unit: tCO2e/t, method: asi-tool, values: {{2026: 8.18}}}}
  other: {{entity: b, boundary: scope 3 category 1, base year: 2024, base: 16.0, unit: tCO2e/t, method: asi-tool, values: {{2026: {other}}}}}
measures: {{m: {{content: 再生铝, {entity} substitutes: [{{of: {of}, share: {{2026: {share}}}{more}}}]}}}}
"""


@pytest.mark.parametrize(
    ("share", "other", "of", "more", "count"),
    [
        # The rest of 70 % must have 11.34 to 11.56.
        ("30 %", "15.06", "再生铝", "", 1), ("30 %", "14.40", "再生铝", "", 0), ("45 %", "15.06", "再生铝", "", 0),
        ("30 %", "15.06", "绿电", "", 0), ("30 %", "15.06", "再生铝", ", from: {intensity: 11 tCO2e/t}, to intensity: 0.5 tCO2e/t", 0),
    ],
)  # fmt: skip
def test_the_rest_against_metal_that_is_bought(share: str, other: str, of: str, more: str, count: int) -> None:
    text = PLAN.format(share=share, other=other, of=of, more=more, entity="entity: a,")
    assert len([*mixes_against_pathways(report(text))]) == count


def test_another_entitys_measure_is_held_against_its_own_pathway() -> None:
    text = PLAN.format(share="30 %", other="15.06", of="再生铝", more="", entity="entity: b,")
    assert [*mixes_against_pathways(report(text))] == []
