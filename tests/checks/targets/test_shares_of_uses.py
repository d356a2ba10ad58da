"""The share of several users, told of one of them."""

from __future__ import annotations

import pytest

from ghgplan.checks.targets.shares_of_uses import share_of_several
from little_plans import report

PLAN = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
energy:
  plant:
    carriers:
      electricity:
        name: {zh: 电力, en: Electricity}
        consumption: {2024: 200 万kWh}
        coefficient: 1.229 tce/万kWh
        uses:
          workshops: {name: {zh: 注塑/压铸车间, en: Workshops}, amount: {2024: 162 万kWh}}
          offices: {name: {zh: 办公楼, en: Offices}, amount: {2024: 38 万kWh}}
outline:
  - title: {zh: 概述, en: Summary}
    text: {zh: "%s", en: Text.}
"""


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("压铸车间用电最多，占总用电量的 80% 以上。", True),
        ("注塑和压铸车间用电最多，占总用电量的 80% 以上。", False),
        ("压铸车间占总用电量的 45%。", False),  # a figure of its own
        ("办公楼占总用电量的 19%。", False),
        ("压铸车间的成品率在 80% 以上。", False),
    ],
)
def test_a_share_of_several_told_of_one(text: str, is_found: bool) -> None:
    assert bool([*share_of_several(report(PLAN % text))]) is is_found
