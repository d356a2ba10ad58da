"""Load that is shifted, told as saved."""

from __future__ import annotations

import pytest

from ghgplan.checks.measures.shifted_load import shifting_as_saving
from little_plans import report

MEASURE = 'measures:\n  m: {name: {zh: 措施, en: Measure}, content: {zh: "%s", en: "%s"}}\n'


@pytest.mark.parametrize(
    ("zh", "en", "is_found"),
    [
        ("通过“错峰生产”“负荷优化”减少电力消耗", "Text.", True),
        ("文字。", "Off-peak production saves electricity.", True),
        ("新增储能，降低电费；更换电机以节电", "Storage lowers the bill; new motors save electricity.", False),
        ("错峰生产，减少用电成本", "Off-peak production lowers the cost of power.", False),
        ("更换高效电机，减少用电量", "Efficient motors save electricity.", False),
    ],
)
def test_shifted_load(zh: str, en: str, is_found: bool) -> None:
    assert bool([*shifting_as_saving(report(MEASURE % (zh, en)))]) is is_found
