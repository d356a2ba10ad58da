"""Reading: places, recovery, and what is left of a file whose YAML cannot be mended."""

from __future__ import annotations

import time

import pytest

from ghgplan.plan import reader
from ghgplan.plan.reader import read
from plan.samples import GOOD_PLAN, broken, places, shown


def test_values_are_texts_at_their_place() -> None:
    source = read("company:\n  name: 示例  # 名称\n  code: '007'\n".encode(), "a/plan.yaml").value
    assert source is not None
    assert source.file == "a/plan.yaml"
    assert source.raw() == {"company": {"name": "示例", "code": "007"}}
    assert str(source.span(("company", "name"))) == "a/plan.yaml:2:9"
    assert str(source.key_span(("company", "code"))) == "a/plan.yaml:3:3"


def test_text_in_blocks_may_hold_what_would_be_a_slip_elsewhere() -> None:
    text = "text: |\n  　　名称：甲\n  - 不是列表项\n  @x: {{ y }}\n  “引号”: 1\nnext: 1\n"
    outcome = read(text.encode(), "plan.yaml")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert outcome.value.raw()["text"] == "　　名称：甲\n- 不是列表项\n@x: {{ y }}\n“引号”: 1\n"


def test_a_composed_and_a_decomposed_letter_are_the_same() -> None:
    source = read("a: e\u0301".encode(), "plan.yaml").value
    assert source is not None
    assert source.raw() == {"a": "\u00e9"}


def test_the_lines_of_a_source_are_those_of_the_file() -> None:
    text = "a：1\nb: 2\x07\n"
    outcome = read(text.encode(), "plan.yaml")
    assert outcome.value is not None
    assert outcome.value.lines == ("a：1", "b: 2\x07", "")
    assert outcome.value.raw() == {"a": "1", "b": "2"}
    assert outcome.value.reported == {1}


def test_a_problem_in_the_structure_ends_reading_but_later_slips_are_named() -> None:
    outcome = read("a: 1\n  b: 2\nc: 3\nd：4\n".encode(), "plan.yaml")
    assert outcome.value is None
    assert places(outcome.diagnostics) == [("GP-Y30", 2, 3), ("GP-Y20", 4, 2)]


def test_a_quotation_mark_left_open_is_named_where_it_opens() -> None:
    text = broken("site: {zh: 示例省示例市, en: Example City}", 'site: "示例市')
    found = read(text.encode(), "plan.yaml").diagnostics
    assert places(found) == [("GP-Y34", 3, 9)], shown(found)


def test_mending_ends_after_so_many_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_ATTEMPTS", 3)
    text = "".join(f"key{number}：值\nother{number}: 1\n" for number in range(6))
    outcome = read(text.encode(), "plan.yaml")
    assert outcome.value is None
    assert {d.span.line for d in outcome.diagnostics if d.code == "GP-Y20"} == {1, 3, 5, 7, 9, 11}


def test_a_file_of_nothing_but_slips_takes_no_longer_than_a_plan_may() -> None:
    text = "　键：值\n" * 20_000
    began = time.perf_counter()
    assert read(text.encode(), "plan.yaml").value is None
    assert time.perf_counter() - began < 20


def test_references_within_yaml_are_read_over() -> None:
    outcome = read(b"a: &x {b: 1}\nc: *x\nd: !t 2\n", "plan.yaml")
    assert outcome.value is not None
    assert outcome.value.raw() == {"a": {"b": "1"}, "c": "", "d": "2"}
    assert [d.code for d in outcome.diagnostics] == ["GP-Y08", "GP-Y08", "GP-Y09"]


def test_the_good_plan_is_read_without_findings() -> None:
    assert read(GOOD_PLAN.encode(), "plan.yaml").diagnostics == ()


def test_quotes_in_braces_are_named_where_they_stand_and_read_over() -> None:
    text = "a: {zh: 见 {{ x }}, en: See {{ x }}}\nb: {zh: 见 {{ x }},\n  en: See {{ x }}}\nc：1\n"
    outcome = read(text.encode(), "plan.yaml")
    assert places(outcome.diagnostics) == [("GP-Y41", 1, 11), ("GP-Y41", 2, 11), ("GP-Y41", 3, 11), ("GP-Y20", 4, 2)]
    assert outcome.value is not None
    both = {"zh": "见 {{ x }}", "en": "See {{ x }}"}
    assert outcome.value.raw() == {"a": both, "b": both, "c": "1"}
