"""What title and text say of the figures, against the figures."""

from __future__ import annotations

import pytest

from ghgplan.checks.reconciliation.energies_in_prose import energies_without_figures
from ghgplan.checks.reconciliation.promised import categories_in_scopes, footprint_in_title
from ghgplan.checks.reconciliation.unchanged import unchanged_in_words
from little_plans import report

SOURCES = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory:
  plant:
    sources:
      furnace: {name: {zh: 熔炼炉, en: Furnace}, carrier: {zh: 天然气, en: Natural gas}, scope: scope 1,
        kind: stationary combustion, gases: [CO2], stated: {2024: 10 tCO2e}}
"""
TOTALS = "entities: {plant: {name: {zh: 工厂, en: Plant}}}\ninventory: {plant: {stated: {%s: {2024: 10 tCO2e}}}}\n"
OUTLINE = 'outline:\n  - title: {zh: 概述, en: Summary}\n    text: {zh: "%s", en: "%s"}\n'


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("运输车使用柴油和汽油。", "Text.", "柴油、汽油"),
        ("所需液化石油气来源于燃气公司。", "Text.", "液化石油气"),
        ("文字。", "The vehicles run on diesel.", "diesel"),
        ("熔炼炉使用天然气。", "The furnaces burn natural gas.", ""),
        ("公司不使用柴油。", "No diesel is used.", ""),
        ("将柴油叉车替换为电动叉车，不再使用柴油。", "Diesel trucks are replaced.", ""),
        ("柴油的排放因子采用缺省值。", "Default factors are used for diesel.", ""),
        ("《柴油使用管理规定》", "Text.", ""),
    ],
)
def test_energies_of_the_text(zh: str, en: str, found: str) -> None:
    told = [*energies_without_figures(report(SOURCES + OUTLINE % (zh, en)))]
    assert [each.arguments["energies"] for each in told] == ([found] if found else [])


def test_without_sources_nothing_is_known_to_lack() -> None:
    assert [*energies_without_figures(report(TOTALS % "scope 1" + OUTLINE % ("运输车使用柴油。", "Text.")))] == []


@pytest.mark.parametrize(
    ("title", "chapters", "is_found"),
    [
        ("产品碳足迹盘查报告", TOTALS % "scope 1", True),
        ("温室气体盘查报告", TOTALS % "scope 1", False),
        ("产品碳足迹报告", "", False),
        ("产品碳足迹报告", TOTALS.replace("{stated", "{production: {2024: 100 t}, stated") % "scope 1", False),
    ],
)
def test_a_footprint_in_the_title(title: str, chapters: str, is_found: bool) -> None:
    document = (
        f'company: {{name: {{zh: 公司, en: Company}}}}\ndocument: {{title: {{zh: {title}, en: Report}}, version: "1", date: 2025-09-15}}\n'
    )
    assert bool([*footprint_in_title(report(document + chapters))]) is is_found


@pytest.mark.parametrize(
    ("total", "text", "is_found"),
    [
        ("scope 1", "量化范围为类别1至类别6。", True),
        ("scope 1", "量化范围为类别 1–6。", True),
        ("category 1", "量化范围为类别1至类别6。", False),
        ("scope 1", "范围3 类别1至类别15。", False),
        ("scope 1", "范围3类别1。", False),
    ],
)
def test_categories_over_scopes(total: str, text: str, is_found: bool) -> None:
    assert bool([*categories_in_scopes(report(TOTALS % total + OUTLINE % (text, "Text.")))]) is is_found


MOVED = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory: {plant: {stated: {total: {2022: 1000 tCO2e, 2023: 1100 tCO2e, 2024: %s tCO2e}}}}
"""


@pytest.mark.parametrize(
    ("last", "zh", "en", "is_found"),
    [
        ("1400", "2022–2024 年厂界未变。", "Text.", True),
        ("1400", "文字。", "From 2022 to 2024 the site boundary did not change.", True),
        ("650", "2022年至2024年生产工艺无重大变化。", "Text.", True),
        ("1300", "2022–2024 年厂界未变。", "Text.", False),
        ("1400", "2022–2023 年厂界未变。", "Text.", False),
        ("1400", "2022–2024 年厂界有变化。", "Text.", False),
        ("1400", "厂界未变。", "Text.", False),
    ],
)
def test_unchanged_in_words(last: str, zh: str, en: str, is_found: bool) -> None:
    assert bool([*unchanged_in_words(report(MOVED % last + OUTLINE % (zh, en)))]) is is_found


def test_energies_of_a_caption() -> None:
    table = "tables:\n  fuels: {caption: {zh: 天然气、柴油消耗, en: Fuels}, columns: [a, b], rows: [[c, d]]}\n"
    (found,) = energies_without_figures(report(SOURCES + table))
    assert found.path == ("tables", "fuels", "caption", "zh")
