"""Slips of the keyboard: which are seen, and how they are mended for reading on."""

from __future__ import annotations

import pytest

from ghgplan.plan.typing_slips import slips


def mended(text: str) -> str:
    lines = text.split("\n")
    for slip in slips("plan.yaml", tuple(lines)):
        number, edit = slip.finding.span.line - 1, slip.mended
        lines[number] = lines[number][: edit.start] + edit.instead + lines[number][edit.end :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("line", "code", "character", "instead"),
    [
        ("名称：甲", "GP-Y20", "：", "名称: 甲"),
        ("- name： 甲", "GP-Y20", "：", "- name: 甲"),
        ("a:　b", "GP-Y29", "　", "a: b"),
        ("a: \u00a0b", "GP-Y29", "\u00a0", "a: b"),
        ("2023:0.82", "GP-Y24", ":", "2023: 0.82"),
        ("－ 甲", "GP-Y23", "－", "- 甲"),
        ("——甲", "GP-Y23", "—", "- 甲"),
        ("·甲", "GP-Y23", "·", "- 甲"),
        ("-甲", "GP-Y40", "-", "- 甲"),
        ("a: {{ x }} t", "GP-Y11", "{{", "a: '{{ x }} t'"),
        ("a: {zh: 见 {{ x }}, en: See {{ x }}}", "GP-Y41", "{{", "a: {zh: '见 {{ x }}', en: 'See {{ x }}'}"),
        ('a: {zh: "见 {{ x }}", en: {{ x }} t}', "GP-Y41", "{{", "a: {zh: \"见 {{ x }}\", en: '{{ x }} t'}"),
        ("- [a, b's {{ x }}]", "GP-Y41", "{{", "- [a, 'b''s {{ x }}']"),
        ("a: {zh: 见 {{ x }},", "GP-Y41", "{{", "a: {zh: '见 {{ x }}',"),
        ("a: “b: c”", "GP-Y25", "“", "a: '“b: c”'"),
        ("a: @b's", "GP-Y26", "@", "a: '@b''s'"),
        ("- *b", "GP-Y26", "*", "- '*b'"),
        ("a: b: c", "GP-Y27", ":", "a: 'b: c'"),
        ("a: {zh：b，en: c}", "GP-Y28", "：", "a: {zh: b, en: c}"),
        ("a: ｛zh: b｝", "GP-Y28", "｛", "a: {zh: b}"),
        ("%YAML 1.1", "GP-Y10", "%", ""),
    ],
)
def test_a_slip_is_seen_and_mended(line: str, code: str, character: str, instead: str) -> None:
    (slip,) = slips("plan.yaml", (line,))
    assert slip.finding.code == code
    assert slip.finding.arguments["character"] == character
    assert line[slip.finding.span.column - 1 :].startswith(character)
    assert mended(line) == instead


@pytest.mark.parametrize(
    "line",
    [
        "a: b",
        "# 名称：甲",
        "- 12:30",
        "- ISO 14064-1:2018",
        "- https://example.com",
        "a: 'b: c'",
        "-5",
        "---",
        "2023: 1",
        "a: [b, c]",
        "a: {zh: \"见 {{ x }}\", en: 'See {{ x }}'}",
        "a: |",
        "",
    ],
)
def test_what_is_no_slip(line: str) -> None:
    assert list(slips("plan.yaml", (line,))) == []


def test_text_under_a_bar_is_passed_over() -> None:
    found = list(slips("plan.yaml", ("a: |", "  名称：甲", "", "  @b", "c：d")))
    assert [slip.finding.span.line for slip in found] == [5]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("a:\n\tb: 1", "a:\n  b: 1"),
        ("a:\n  b: 1\n　　　c: 2", "a:\n  b: 1\n  c: 2"),
        ("  b:\n      c: 1\n\td:\n      e: 2", "  b:\n      c: 1\n    d:\n      e: 2"),
        ("\ta: 1", "  a: 1"),
    ],
)
def test_the_width_of_tabs_and_wide_spaces_is_taken_from_the_neighbours(text: str, instead: str) -> None:
    assert mended(text) == instead
