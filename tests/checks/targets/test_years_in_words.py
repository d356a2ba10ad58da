"""Base years and target years as prose words them."""

from __future__ import annotations

import pytest

from ghgplan.checks.targets.base_years import several
from ghgplan.checks.targets.before import before_the_year
from little_plans import report

OUTLINE = 'outline:\n  - title: {zh: 概述, en: Summary}\n    text: {zh: "%s", en: "%s"}\n'


@pytest.mark.parametrize(
    ("zh", "en", "is_found"),
    [
        ("以 2019–2021 年为基准年。", "Text.", True),
        ("基准年为2019、2020年。", "Text.", True),
        ("文字。", "2019 to 2021 are therefore the base years.", True),
        ("以 2019–2021 年的平均值为基准年水平。", "Text.", False),
        ("以 2021 年为基准年，2025–2030 年为目标年。", "2021 is the base year; targets run from 2025 to 2030.", False),
        ("2019–2021 年期间厂界无变化，基准年为 2019 年。", "Text.", False),
    ],
)
def test_several_base_years(zh: str, en: str, is_found: bool) -> None:
    assert bool([*several(report(OUTLINE % (zh, en)))]) is is_found


TARGET = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
targets:
  carbon: {entity: plant, base year: 2023, year: 2027, reduction: 6 %%, statement: {zh: "%s", en: "%s"}}
"""


@pytest.mark.parametrize(
    ("zh", "en", "is_found"),
    [
        ("{{ year }} 年之前下降 {{ reduction }}", "Falls by {{ year }}", True),
        ("2027年以前下降", "Falls by 2027", True),
        ("到 {{ year }} 年末下降", "Falls before {{ year }}", True),
        ("到 {{ year }} 年末下降", "Falls before the end of {{ year }}", False),
        ("2028 年之前下降", "Falls before 2028", False),
        ("{{ year }} 年前后", "Around {{ year }}", False),
        ("与 {{ base year }} 年之前相比", "Falls", False),
    ],
)
def test_before_the_year(zh: str, en: str, is_found: bool) -> None:
    assert bool([*before_the_year(report(TARGET % (zh, en)))]) is is_found
