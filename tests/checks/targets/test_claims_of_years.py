"""Claims that the target of a year was met, in remarks and in prose."""

from __future__ import annotations

import pytest

from ghgplan.checks.targets.claims import targets_met
from little_plans import report

PLAN = """
entities: {{plant: {{name: {{zh: 工厂, en: Plant}}, activity: casthouse}}}}
pathways:
  process: {{entity: plant, boundary: scope 1+2, base year: 2023, base: 0.52, unit: tCO2e/t, method: linear, to: {{2025: 0.50, 2028: 0.47}}}}
progress: {{process: {{actual: {{2024: 0.50, 2025: 0.53}}, remark: "{remark}"}}}}
outline: [{{title: {{zh: 进展, en: Progress}}, text: "{text}"}}]
"""


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("2025年工艺目标已达成。", True),
        ("The process target of 2025 was met.", True),
        ("2025年已完成年度目标。", True),
        ("2024年目标已达成，2025年目标未达成。", False),
        ("为实现2025年目标，更换了烧嘴。", False),
        ("2025年采购铝目标已达成。", False),
        ("2025年绿电目标已完成。", False),
        ("The target of 2025 will be reached in 2026.", False),
    ],
)
def test_a_claim_of_a_year_is_held_against_its_value(said: str, is_found: bool) -> None:
    assert bool([*targets_met(report(PLAN.format(remark="新炉投产。", text=said)))]) is is_found


def test_a_remark_speaks_of_its_pathway_and_the_latest_year() -> None:
    found = [*targets_met(report(PLAN.format(remark="年度目标已达成。", text="文字。")))]
    assert [(each.path, each.arguments["year"]) for each in found] == [(("progress", "process", "remark"), "2025")]
    assert not [*targets_met(report(PLAN.format(remark="2024年目标已达成。", text="文字。")))]
