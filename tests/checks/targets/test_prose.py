"""What prose, titles and captions claim."""

from __future__ import annotations

import pytest

from checks.targets.little import PATHWAY, paths
from ghgplan.checks.targets.claims import fell_overall, targets_met
from ghgplan.checks.targets.energy_shares import energy_shares_in_prose
from ghgplan.checks.targets.sentences import claims, sentences
from ghgplan.checks.targets.spans import captions, lengths, statements
from ghgplan.checks.targets.terms import announced
from ghgplan.checks.targets.typed import changes_in_prose
from ghgplan.compute.report import Report
from little_plans import report

TARGET = (
    "targets: {t1: {statement: {zh: 下降。, en: Falls.}, pathway: process, base year: 2024, year: %s, term: medium, reduction: 15 %%}}\n"
)


def prose(text: str, more: str = "", title: str = "概述", around: str = PATHWAY) -> Report:
    return report(
        f'{around}outline:\n  - title: {{zh: "{title}", en: Summary}}\n    body:\n      - text: {{zh: "{text}", en: Text.}}\n{more}'
    )


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("到2028年，排放强度下降9.6%。", False),
        ("到2028年，排放强度下降约10%。", False),
        ("到2028年，排放强度下降13%。", True),
        ("到2028年，排放强度下降9%以上。", False),
        ("到2028年，排放强度下降20%以上。", True),
        ("到2028年，产量增加13%，排放强度下降9.6%。", False),
        ("到2028年，排放强度下降 {{ pathways.process.reduction.2028 }}。", False),
        ("排放强度下降13%。", False),  # of no year
        ("到2028年，电耗下降13%，减少碳排放。", False),
        ("《到2028年碳排放下降13%行动方案》已发布。", False),
    ],
)
def test_changes(text: str, is_found: bool) -> None:
    assert bool(paths(changes_in_prose, prose(text))) is is_found


ENERGY = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
energy:
  plant:
    carriers:
      electricity: {name: {zh: 电力, en: Electricity}, consumption: {2024: 100 万kWh}, stated shares: {2024: 99.94 %}}
      petrol: {name: {zh: 汽油, en: Petrol}, consumption: {2024: 1 t}, stated shares: {2024: 0.06 %}}
"""


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("电力约占公司能源消耗的 99% 以上。", False),
        ("电力占公司能源消耗的 90%。", True),
        ("热力消耗占公司总能耗的99%。", True),
        ("汽油占能耗不足1%。", False),
        ("压铸车间占总用电量的 80% 以上。", False),  # no energy is named
        ("电力占成本的 40%。", False),
    ],
)
def test_energy_shares(text: str, is_found: bool) -> None:
    assert bool(paths(energy_shares_in_prose, prose(text, around=ENERGY))) is is_found


@pytest.mark.parametrize(
    ("actual", "text", "fell", "met"),
    [
        ("0.530", "排放强度总体下降。", True, False),
        ("0.520", "排放强度总体下降。", False, False),
        ("0.530", "用电总体下降。", False, False),
        ("0.530", "排放强度未总体下降。", False, False),
        ("0.510", "各项排放目标均已达到目标。", False, True),
        ("0.500", "各项排放目标均已达到目标。", False, False),
    ],
)
def test_claims_beside_the_progress(actual: str, text: str, fell: bool, met: bool) -> None:
    around = PATHWAY + f"progress: {{process: {{actual: {{2025: {actual}}}}}}}\n"
    beside, elsewhere = prose(text, "      - {table: progress}\n", around=around), prose(text, around=around)
    assert (bool(paths(fell_overall, beside)), bool(paths(targets_met, beside))) == (fell, met)
    assert paths(fell_overall, elsewhere) == paths(targets_met, elsewhere) == []


@pytest.mark.parametrize(
    ("title", "year", "is_found"),
    [("五年目标", 2030, True), ("六年目标", 2030, False), ("五年目标", 2029, False), ("目标", 2030, False), ("“十四五”目标", 2030, False)],
)
def test_lengths(title: str, year: int, is_found: bool) -> None:
    assert bool(paths(lengths, prose("见表。", "      - {table: targets}\n", title, PATHWAY + TARGET % year))) is is_found


def test_lengths_may_count_the_years_shown() -> None:
    around = PATHWAY + (TARGET % 2030).replace("year: 2030", "first year: 2026, year: 2030")
    assert paths(lengths, prose("见表。", "      - {table: targets}\n", "五年目标", around)) == []


@pytest.mark.parametrize(
    ("caption", "is_found"),
    [("2025–2030年目标", False), ("2024—2030年目标", False), ("2025至2027年目标", True), ("2023-2030年目标", True), ("各年目标", False)],
)
def test_captions(caption: str, is_found: bool) -> None:
    more = f"      - {{table: pathways, caption: {{zh: {caption}, en: Targets}}}}\n"
    assert bool(paths(captions, prose("见表。", more))) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("到2030年下降。", False),
        ("到2028年下降。", True),
        ("到 {{ year }} 年下降。", False),
        ("以2024年为基准年下降。", False),
        ("在2022年完成核查，到 {{ year }} 年下降。", False),
        ("在2022年完成核查，到2030年下降。", False),
        ("2025–2027年下降。", True),
    ],
)
def test_statements(said: str, is_found: bool) -> None:
    around = PATHWAY + (TARGET % 2030).replace("zh: 下降。", f'zh: "{said}"')
    assert bool(paths(statements, report(around))) is is_found


@pytest.mark.parametrize(("text", "is_found"), [("中期目标见表。", False), ("长期目标见表。", True), ("长期积压库存见表。", False)])
def test_announced_terms(text: str, is_found: bool) -> None:
    assert bool(paths(announced, prose(text, "      - {table: targets}\n", around=PATHWAY + TARGET % 2030))) is is_found


def test_sentences_and_claims() -> None:
    assert sentences("A 5.9 % cut. {{ x }} 是《B 5 %》；完") == ["A 5.9 % cut", "… 是", "完"]
    assert [(claim.fragment, claim.is_bound) for claim in claims("约 5% 至 8% 以上")] == [("约 5%", False), ("8% 以上", True)]
