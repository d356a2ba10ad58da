"""Titles, references, definitions and committees."""

from __future__ import annotations

import pytest

from ghgplan.checks.wording.consistency import document_numbers, partial_categories, unknown_committee
from ghgplan.checks.wording.definitions import unreferred_items, unused_definitions
from ghgplan.checks.wording.headings import repeated_passages, typed_numbers
from little_plans import plan_file, report

OWN = "tables: {meters: {caption: {zh: 计量器具, en: Meters}, columns: [A], rows: [[B]]}}\n"


def outline(*sections: str) -> str:
    return "outline:\n" + "".join(f"  - {section}\n" for section in sections)


@pytest.mark.parametrize(
    "title",
    ["一、方针", "（二）目标", "1.2 目标", "1.6.2目标", "3. 措施", "第三章 措施", "表2-7 排放量", "图 1 曲线", "Figure 3-1 Sources", "2) Targets", "IV. Measures",
     "附录A 记录", "附录 1：术语", "附件二 清单", "Annex B: Record", "Appendix 2 Terms", "附录I 曲线"],
)  # fmt: skip
def test_numbers_typed_into_titles(title: str) -> None:
    (found,) = typed_numbers(report(outline(f'{{title: {{zh: "{title}", en: Title}}, text: {{zh: 字。, en: T.}}}}')))
    assert found.arguments["title"] == title


@pytest.mark.parametrize(
    "title",
    [
        "2025—2030年减排计划", "2025年度执行情况", "1.5°C 路径", "1.5 ℃ 情景", "1.5℃情景", "2.5 MW 光伏", "一期工程", "第三方核查", "图表说明",
        "表面处理", "100 % renewable energy", "Tables and figures", "I and we", "3 台炉", "1.2 万吨产能", "CO2", "十四五规划", "表2025年", "0.5 t 炉",
        "附录", "附录：术语", "附件说明", "Annex of terms", "附录ASI准则", "Appendix",
    ],
)  # fmt: skip
def test_titles_that_only_begin_with_a_figure(title: str) -> None:
    assert [*typed_numbers(report(outline(f'{{title: {{zh: "{title}", en: Title}}, text: {{zh: 字。, en: T.}}}}')))] == []


def test_typed_numbers_are_one_finding_that_names_what_is_repeated() -> None:
    sections = [f"{{title: {{zh: {each}、节, en: Title}}, text: {{zh: 字。, en: T.}}}}" for each in "一二二四"]
    (found,) = typed_numbers(report(outline(*sections)))
    assert (found.arguments["number"], found.arguments["times"], len(found.related)) == ("二、", "4", 3)


@pytest.mark.parametrize(
    ("items", "unreferred"),
    [
        ("{text: {zh: 见{{ table.meters }}, en: See it}}, {table: meters}", []),
        ("{text: {zh: 见{{ table.meters | number }}, en: See it}}, {table: meters}", []),
        ("{table: meters}", ["meters"]),
        ("{text: {zh: 见{{ table.a }}, en: See it}}, {table: meters, name: a}, {table: meters}", ["meters"]),
        ("{text: {zh: 见{{ figure.meters }}, en: See it}}, {table: meters}", ["meters"]),
        ("{table: conformance}, {table: calculation record}", []),
    ],
)
def test_items_that_no_text_refers_to(items: str, unreferred: list[str]) -> None:
    quoted = items.replace("zh: 见{{", 'zh: "见{{').replace("}}, en", '}}", en')
    found = unreferred_items(report(OWN + outline(f"{{title: {{zh: 概述, en: Summary}}, body: [{quoted}]}}")))
    assert [each.arguments["name"] for each in found] == unreferred


THINGS = """\
entities: {a: {name: {zh: 甲, en: A}}, b: {name: {zh: 乙, en: B}}}
pathways: {p: {entity: a, boundary: scope 1+2, base year: 2024, base: 0.3, unit: tCO2e/t, method: linear, to: {2028: 0.2}}}
targets: {t: {statement: {zh: 下降, en: Falls}}, u: {statement: {zh: 下降, en: Falls}}}
measures: {m: {name: {zh: 灯, en: Lamps}, content: {zh: 换灯, en: Lamps}}}
diagrams: {d: {caption: {zh: 图, en: D}, steps: [A, B]}}
"""


@pytest.mark.parametrize(
    ("body", "unused"),
    [
        ("{table: standards}", ["p", "t", "u", "m", "meters", "d", "b"]),
        ("{table: targets, of: [t]}", ["p", "u", "m", "meters", "d", "b"]),
        ("{table: targets}, {chart: gap}, {table: meters}, {chart: diagram, of: [d]}, {table: intensity, of: [b]}", []),
        ('{table: targets}, {text: {zh: "{{ pathways.p.2028 }}{{ measures.m.name }}{{ entities.b.name }}", en: X}}', ["meters", "d"]),
        ('{table: targets}, {text: {zh: "{{ progress.p.2025 }}", en: X}}', ["m", "meters", "d", "b"]),
        ("{text: {zh: 草稿, en: Draft}}", []),
    ],
)
def test_things_that_the_document_does_not_use(body: str, unused: list[str]) -> None:
    found = unused_definitions(report(OWN + THINGS + outline(f"{{title: {{zh: 概述, en: Summary}}, body: [{body}]}}")))
    assert [each.arguments["name"] for each in found] == unused


LONG = "熔炼炉等主要设备的能效每季度评估一次，发现问题及时维护，重大改造列入年度计划。"


@pytest.mark.parametrize(
    ("first", "second", "count"), [(LONG, LONG, 1), (LONG, LONG[:-2] + "。", 0), (LONG[:29], LONG[:29], 0), (LONG[:30], LONG[:30], 1)]
)
def test_passages_that_stand_twice(first: str, second: str, count: int) -> None:
    sections = [f"{{title: {{zh: 节, en: S}}, text: {{zh: {text}, en: Text {n}.}}}}" for n, text in enumerate((first, second))]
    assert len([*repeated_passages(report(outline(*sections)))]) == count


@pytest.mark.parametrize(("with_category", "count"), [("mn", 0), ("m", 1), ("", 0)])
def test_categories_of_all_measures_or_of_none(with_category: str, count: int) -> None:
    def measure(name: str) -> str:
        category = "category: {zh: 管理, en: Management}, " if name in with_category else ""
        return f"{name}: {{{category}name: {{zh: 灯, en: Lamps}}, content: {{zh: 换灯, en: Lamps}}}}"

    chapters = f"measures: {{{measure('m')}, {measure('n')}}}\n"
    assert len([*partial_categories(report(chapters + outline("{title: {zh: 节, en: S}, body: [{table: measures}]}")))]) == count
    # Two tables of one kind each are whole.
    apart = "{title: {zh: 节, en: S}, body: [{table: measures, of: [m]}, {table: measures, of: [n]}]}"
    assert [*partial_categories(report(chapters + outline(apart)))] == []


def member(number: str):
    control = f'document: {{title: {{zh: 计划, en: Plan}}, version: "1.0", date: 2025-09-15{number}}}\n'
    return plan_file("company: {name: {zh: 公司, en: Company}}\n" + control)


@pytest.mark.parametrize(("first", "second", "names"), [("N-1", "N-2", []), ("N-1", "N-1", ["south"]), ("G-1", "N-1", ["north"])])
def test_document_numbers(first: str, second: str, names: list[str]) -> None:
    group = (
        'company: {name: {zh: 集团, en: Group}}\ndocument: {title: {zh: 计划, en: Plan}, version: "1.0", date: 2025-09-15, number: G-1}\n'
        "members: {north: {name: {zh: 北, en: North}, plan: n.yaml}, south: {name: {zh: 南, en: South}, plan: s.yaml}}\n"
    )
    members = {"north": member(f", number: {first}"), "south": member(f", number: {second}")}
    assert [each.arguments["member"] for each in document_numbers(report(group, members))] == names


def test_members_without_numbers_share_none() -> None:
    group = "members: {north: {name: {zh: 北, en: North}, plan: n.yaml}, south: {name: {zh: 南, en: South}, plan: s.yaml}}\n"
    assert [*document_numbers(report(group, {"north": member(""), "south": member("")}))] == []


SEAT = "governance: {committee: [{role: {zh: 组长, en: Chair}, department: {zh: 办, en: O}, position: {zh: 总经理, en: GM}}]}\n"


@pytest.mark.parametrize(
    ("zh", "chapters", "named"),
    [
        ("由碳减排委员会负责", "", ["碳减排委员会"]),
        ("成立温室气体减排领导小组", "", ["温室气体减排领导小组"]),
        ("由碳减排委员会负责", SEAT, []),
        ("取自政府间气候变化专门委员会", "", []),
        ("全国碳排放管理标准化技术委员会发布", "", []),
        ("能源由各班组负责，质量小组检查", "", []),
    ],
)
def test_committees_with_nobody_on_them(zh: str, chapters: str, named: list[str]) -> None:
    found = unknown_committee(report(chapters + outline(f"{{title: {{zh: 概述, en: Summary}}, text: {{zh: {zh}, en: Text.}}}}")))
    assert [each.arguments["committee"] for each in found] == named
