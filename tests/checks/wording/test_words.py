"""Slips, units, names and typing, in texts that are wrong and in texts that only look so."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from ghgplan.checks.rule import Finding
from ghgplan.checks.wording.slips import slips, symbols, two_names
from ghgplan.checks.wording.typed import doubled, full_width, placeholders, unfinished
from ghgplan.compute.report import Report
from little_plans import report


def words(check: Callable[[Report], Iterator[Finding]], zh: str = "文字。", en: str = "Text.") -> list[str]:
    outline = f'outline:\n  - title: {{zh: 概述, en: Summary}}\n    text:\n      zh: "{zh}"\n      en: "{en}"\n'
    return [each.fragment for each in check(report(outline))]


@pytest.mark.parametrize(
    ("zh", "wrong"),
    [
        ("燃用天燃气", ["天燃气"]),
        ("排放因孑", ["排放因孑"]),
        ("按 IS0 14064 核查，按 ISO 14064 报告", ["IS0"]),
        ("高于阀值", ["阀值"]),
        ("阳极炭块、炭素厂，煤炭", []),
        ("其它电炉，供应商提供数据，供应上限", []),
        ("天然气、二氧化碳、温室气体、熔炼、铝锭、台账", []),
    ],
)
def test_chinese_slips(zh: str, wrong: list[str]) -> None:
    assert words(slips, zh=zh) == wrong


@pytest.mark.parametrize(
    ("en", "wrong"),
    [
        ("Green house gas and greenhouse gases", ["Green house gas"]),
        ("greenhouse-gas emissions, emission factor, emissions", []),
        ("emmissions of scope II", ["scope II", "emmissions"]),
        ("scope 1 and scopes 1 and 2", []),
        ("carbon dioxid and carbon dioxide", ["carbon dioxid"]),
        ("aluminum and aluminium, equivalent, efficiency, efficient, environment, verification", []),
    ],
)
def test_english_slips(en: str, wrong: list[str]) -> None:
    assert words(slips, en=en) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("3 KWH, 3 kWh", ["KWH"]),
        ("2 MW/h", ["MW/h"]),
        ("100 tC02e of C02 emissions", ["tC02e", "C02"]),
        ("CO2, CO₂, tCO2e, kgCO2/kWh, device C02, hall C021", []),
        ("a 500 KW motor", ["KW"]),
        ("500 kW, Example GmbH & Co. KG, kWh/t, MWh, 50 kg", []),
        ("50 KG", ["KG"]),
        ("see https://example.com/KWH and kwh@example.com", []),
    ],
)
def test_units_and_formulas(text: str, wrong: list[str]) -> None:
    assert words(symbols, en=text) == wrong


def test_a_word_is_told_once_with_all_its_places() -> None:
    (found,) = slips(report("outline: [{title: {zh: 天燃气, en: Gas}, text: {zh: 天燃气和天燃气, en: Gas}}]\n"))
    assert (found.path, found.arguments["times"], len(found.related)) == (("outline", "0", "title", "zh"), "3", 1)


@pytest.mark.parametrize(
    ("zh", "rare"),
    [
        ("供应商、供货商、供应商", ["供货商"]),
        ("供应商、供应商", []),
        ("可再生能源、再生能源", ["再生能源"]),
        ("可再生能源、非再生能源、不可再生能源", []),
        ("范围1、范围一和范围1", ["范围一"]),
        ("范围1 与上年范围一致", []),
        ("可再生能源，《再生能源法》", []),
        ("基准年，基年排放，基准年", ["基年"]),
    ],
)
def test_two_names(zh: str, rare: list[str]) -> None:
    assert words(two_names, zh=zh) == rare


@pytest.mark.parametrize(
    ("zh", "found"),
    [
        ("待定", ["待定"]),
        ("计划年份待定，由总经理决定", []),
        ("负责人（姓名）", ["（姓名）"]),
        ("[键入文字]", ["键入文字"]),
        ("XX公司", ["XX"]),
        ("第XX届大会，XXL 号手套，EXXON", []),
        ("……", ["……"]),
        ("略有下降", []),
        ("TODO: 补图", ["TODO"]),
    ],
)
def test_placeholders(zh: str, found: list[str]) -> None:
    assert words(placeholders, zh=zh) == found


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ('text: {zh: 措施如下：, en: "The measures:"}', 2),
        ("text: {zh: 措施如下：, en: Measures.}, body: [{table: own}]", 0),
        ("text: {zh: 措施如下：, en: Measures.}, sections: [{title: {zh: 甲, en: A}, text: {zh: 乙。, en: B.}}]", 0),
        ("text: {zh: 措施如下；, en: Measures.}, body: [{table: own}]", 1),
        ("body: [{table: own}, {text: {zh: 措施如下：, en: Measures.}}]", 1),
        ('text: {zh: "措施如下：\\n\\n- 甲；\\n- 乙。", en: Measures.}', 0),
        ('text: {zh: "- 甲；\\n- 乙；", en: Measures.}', 1),
    ],
)
def test_texts_that_end_in_nothing(body: str, count: int) -> None:
    own = "tables: {own: {caption: {zh: 表, en: T}, columns: [A], rows: [[B]]}}\n"
    assert len([*unfinished(report(f"{own}outline: [{{title: {{zh: 概述, en: Summary}}, {body}}}]\n"))]) == count


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("公司公司将", "The the plan", ["公司公司", "The the"]),
        ("公司将将开展", "It had had that that", ["将将"]),
        ("的的确确、不了了之、一步一步、实实在在、供应商供应商品、等等", "as such, in-house in house", []),
        ("节能，，减排。。", "in in", ["，，", "。。", "in in"]),
        ("见{{ company.name }}公司", "the {{ company.name }} the", []),
    ],
)
def test_words_typed_twice(zh: str, en: str, found: list[str]) -> None:
    assert words(doubled, zh, en) == found


def test_full_width_digits_are_told_once() -> None:
    assert words(full_width, "２０２５年的ＬＥＤ，100％，ISO：3") == ["２０２５"]
    assert words(full_width, "2025年（100％）") == []


def test_a_name_at_the_end_of_a_text_counts_too() -> None:
    (found,) = two_names(report("outline: [{title: {zh: 范围一, en: Scope}, text: {zh: 范围1和范围1, en: Scope}}]\n"))
    assert (found.path, found.fragment) == (("outline", "0", "title", "zh"), "范围一")


def test_no_slip_is_made_of_two_texts() -> None:
    assert [*slips(report("outline: [{title: {zh: 天, en: Gas}, text: {zh: 燃气, en: Gas}}]\n"))] == []


def test_no_name_is_made_of_two_texts() -> None:
    outline = "outline: [{title: {zh: 范围一, en: Scope}, text: {zh: 范围, en: Scope}}, {title: {zh: 1号炉, en: Furnace}, text: {zh: 文字, en: Text}}]\n"
    assert [*two_names(report(outline))] == []
