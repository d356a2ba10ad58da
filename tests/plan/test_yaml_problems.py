"""YAML's complaints in the words of somebody who fills in a plan, and what is read in their place."""

from __future__ import annotations

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from ghgplan.plan.yaml_problems import finding, mended


def complaint(text: str) -> MarkedYAMLError:
    with pytest.raises(MarkedYAMLError) as caught:
        list(YAML(typ="safe", pure=True).parse(text))
    return caught.value


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "read_instead"),
    [
        ("a: [b\nc: d", "GP-Y35", 1, 4, "a: ''"),
        ("a: {b: c\nd: e", "GP-Y35", 1, 4, "a: ''"),
        ("a: [b, c}\nd: e", "GP-Y35", 1, 9, "a: ''"),
        ('a: "b\nc: d', "GP-Y34", 1, 4, "a: ''"),
        ('a: "b\nc: "d"', "GP-Y34", 1, 4, "a: ''"),
        ('a: "b" c\nd: e', "GP-Y36", 1, 8, "a: ''"),
        ('a: "\\d"', "GP-Y38", 1, 6, "a: ''"),
        ("a: {zh: b {{ x }}}", "GP-Y41", 1, 11, "a: {zh: 'b {{ x }}'}"),
        ("a: {zh: b,\n  en: c {{ x }}}", "GP-Y41", 2, 9, "  en: 'c {{ x }}'}"),
        ("a: |b\n  c", "GP-Y39", 1, 5, None),
        ("a: |b\nc: d", "GP-Y39", 1, 5, "a: ''"),
        ("a: - b", "GP-Y33", 1, 4, "a: ''"),
        ("a: ]", "GP-Y37", 1, 4, "a: ''"),
        ("a\nb: c", "GP-Y31", 1, 1, "a: "),
        ("base year 2023\nb: c", "GP-Y31", 1, 1, "base year:  2023"),
        ("a: b\n  c: d", "GP-Y30", 2, 3, None),
        ("a:\n  b: c\n d: e", "GP-Y32", 3, 2, None),
        ("a: `b`", "GP-Y26", 1, 4, None),
        ("a:\n  - [b,\n     c\nd: e", "GP-Y35", 2, 5, None),
    ],
)
def test_a_problem_and_what_is_read_in_its_place(text: str, code: str, line: int, column: int, read_instead: str | None) -> None:
    lines = tuple(text.split("\n"))
    found = finding(complaint(text), "plan.yaml", lines)
    assert (found.code, found.span.line, found.span.column) == (code, line, column)
    edit = mended(found, lines)
    line_read = None if edit is None else lines[line - 1][: edit.start] + edit.instead + lines[line - 1][edit.end :]
    assert line_read == read_instead
