"""Standards and databases that texts name."""

from __future__ import annotations

import pytest

from ghgplan.checks.measures.references import (
    databases_of_life_cycles,
    standards_of_other_kinds,
    superseded_standards,
    undated_standards,
)
from ghgplan.compute.report import Report
from little_plans import OUTLINE, report


def plan(words: str, date: str = "2025-09-15") -> Report:
    return report(
        f'company: {{name: 公司}}\ndocument: {{title: 计划, version: "1.0", date: {date}}}\naccounting: {{standards: ["{words}"]}}\n{OUTLINE}'
    )


@pytest.mark.parametrize(
    ("words", "date", "newer"),
    [
        ("GB/T 2589-2008", "2025-09-15", ["GB/T 2589-2020"]), ("GB/T2589—2008 通则", "2025-09-15", ["GB/T 2589-2020"]),
        ("GB/T 2589-2008", "2020-06-01", []), ("GB/T 2589-2020", "2025-09-15", []), ("GB/T 2589", "2025-09-15", []),
        ("GB/T 13469-2008", "2025-09-15", ["GB/T 13469-2021"]), ("ISO 14064-1", "2025-09-15", []), ("ISO 14064-1:2018", "2025-09-15", []),
        ("ASI Performance Standard V2", "2025-09-15", ["ASI Performance Standard V3"]), ("ASI Performance Standard V2", "2022-04-01", []),
        ("SBTi Corporate Net-Zero Standard V1.2", "2026-06-10", []),
        ("SBTi Corporate Net-Zero Standard V1.2", "2026-06-11", ["SBTi Corporate Net-Zero Standard V2.0"]),
        ("GB/T 99999-2001", "2025-09-15", []), ("HW08900-249-08", "2025-09-15", []),
    ],
)  # fmt: skip
def test_editions_in_force(words: str, date: str, newer: list[str]) -> None:
    assert [each.arguments["newer"] for each in superseded_standards(plan(words, date))] == newer


def test_an_edition_is_told_once() -> None:
    assert len([*superseded_standards(plan("GB/T 2589-2008 和 GB/T 2589-2008"))]) == 1


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("设备按 GB/T 12497、GB/T 15318 等经济运行标准运行", ["GB/T 15318-2010"]), ("设备按 GB/T 12497、GB/T 13470 等经济运行标准运行", []),
        ("设备按 GB/T 15318 监测；电机符合 GB/T 12497 经济运行标准", []), ("按 GB/T 2589 统计，符合经济运行标准", []),
    ],
)  # fmt: skip
def test_kinds_of_standards(words: str, numbers: list[str]) -> None:
    assert [each.arguments["number"] for each in standards_of_other_kinds(plan(words))] == numbers


INVENTORY = "entities: {p: {name: 厂}}\ninventory: {p: {stated: {scope 1: {2024: 5 tCO2e}}}}\n"


def test_databases_of_life_cycles() -> None:
    standards = 'accounting: {standards: ["SimaPro 与 Ecoinvent"]}\n'
    assert [each.arguments["database"] for each in databases_of_life_cycles(report(INVENTORY + standards))] == ["SimaPro"]
    assert [*databases_of_life_cycles(report(standards))] == [], "a footprint alone may use it"
    assert [*databases_of_life_cycles(report(INVENTORY + 'accounting: {standards: ["Gabionen"]}\n'))] == []


@pytest.mark.parametrize(
    ("words", "undated"),
    [
        ("ISO 14064-1 量化和报告", "ISO 14064-1"), ("PAS 2050 规范", "PAS 2050"), ("PAS 2050:2011 规范", ""), ("ISO 14064-1:2018", ""),
        ("GB/T 32150—2015 通则", ""), ("CDP 气候披露框架", ""),
    ],
)  # fmt: skip
def test_standards_without_their_edition(words: str, undated: str) -> None:
    assert [each.arguments["standards"] for each in undated_standards(plan(words))] == ([undated] if undated else [])
