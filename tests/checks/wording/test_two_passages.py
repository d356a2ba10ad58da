"""Two wordings or two passages that say different things."""

from __future__ import annotations

import pytest

from ghgplan.checks.wording.consistency import names_of_committee
from ghgplan.checks.wording.denials import denied_and_said
from ghgplan.checks.wording.languages import figures_of_languages
from little_plans import report

OUTLINE = 'outline:\n  - title: {zh: 概述, en: Summary}\n    text: {zh: "%s", en: "%s"}\n'


@pytest.mark.parametrize(
    ("zh", "en", "is_found"),
    [
        ("不少于收入的 5%", "no less than 6% of revenue", True),
        ("不少于收入的 5.0％", "no less than 5 per cent of revenue", False),
        ("2024 年起，到 2028 年", "from 2024 until 2030", True),
        ("到 2028 年下降 3 t，2030 年下降 5 t", "5 t less by 2030, and 3 t less by 2028", False),
        ("用水 3,600 t/a，废气 10,000 m³/h", "3600 t/a of water, 10,000 m3/h of gas", False),
        ("用水 3,600 t/a", "36,000 t/a of water", True),
        ("约 5 万 t", "about 50,000 t", False),
        ("五年内", "within 5% of", False),
        ("按 GB/T 2589-2020 计算 2024 年", "calculated to GB/T 2589 for 2024", False),
        ("{{ document.version }}版，2025 年", "version 2024, 2025", False),
    ],
)
def test_figures_of_both_languages(zh: str, en: str, is_found: bool) -> None:
    assert bool([*figures_of_languages(report(OUTLINE % (zh, en)))]) is is_found


@pytest.mark.parametrize(
    ("other", "is_found"),
    [
        ("干冰清洁喷漆前的塑胶件。", True),
        ("喷漆委外加工。", False),
        ("现场没有喷漆。", False),
        ("组装后检验。", False),
    ],
)
def test_what_one_passage_denies(other: str, is_found: bool) -> None:
    text = "本厂不从事除油、喷漆、电镀等生产活动。"
    assert bool([*denied_and_said(report(OUTLINE % (f"{text}{other}", "Text.")))]) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("温室气体盘查小组开会，温室气体盘查推行委员会负责。", True),
        ("温室气体盘查小组开会，温室气体盘查小组负责。", False),
        ("碳减排领导小组决定，碳减排工作小组执行。", False),
        ("碳减排委员会决定，能源管理小组执行。", False),
    ],
)
def test_names_of_one_committee(text: str, is_found: bool) -> None:
    assert bool([*names_of_committee(report(OUTLINE % (text, "Text.")))]) is is_found
