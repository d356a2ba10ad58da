"""The same effect in two measures."""

from __future__ import annotations

import pytest

from checks.measures.little import PLANT, plan
from ghgplan.checks.measures.overlaps import overlaps_that_differ, overlaps_without_part, repeated_measures
from little_plans import report

RUN = "检修除尘烟罩提高排烟效率并按现场生产状况间歇启动"


def two(run: str, first: str, second: str) -> list[str]:
    text = f"{PLANT}measures:\n  a: {{content: 甲{run}一, {first}}}\n  b: {{content: 乙{run}二, {second}}}\n"
    return [each.path[1] for each in repeated_measures(report(text))]


def test_a_long_run_is_told_once() -> None:
    assert two(RUN, "reduction: 5 tCO2e", "reduction: 4 tCO2e") == ["b"]
    assert two(RUN, "reduction: 5 tCO2e", "owner: 部") == ["b"]
    assert two(RUN, "owner: 部", "owner: 部") == [], "nothing is counted twice"
    assert two(RUN, "reduction: 5 tCO2e", "reduction: 4 tCO2e, overlaps: [a], overlap: 10 %") == []


@pytest.mark.parametrize(("length", "count"), [(19, 0), (20, 1)])
def test_a_short_run_is_chance(length: int, count: int) -> None:
    assert len(two(RUN[:length], "reduction: 5 tCO2e", "reduction: 4 tCO2e")) == count


@pytest.mark.parametrize(
    ("first", "second", "missing"),
    [
        ("overlaps: [b], overlap: 10 %", "status: 一", []), ("overlaps: [b]", "overlaps: [a], overlap: 10 %", []),
        ("overlaps: [b]", "status: 一", ["overlap"]), ("overlaps: [b]", "overlaps: [a]", ["overlap"]), ("overlap: 10 %", "status: 一", ["overlaps"]),
        ("overlaps: [a], overlap: 10 %", "status: 一", ["overlaps"]),
    ],
)  # fmt: skip
def test_overlaps_need_both(first: str, second: str, missing: list[str]) -> None:
    found = plan(f"reduction: 5 tCO2e, {first}", f"reduction: 5 tCO2e, {second}")
    assert [each.arguments["missing"] for each in overlaps_without_part(found)] == missing


@pytest.mark.parametrize(("part", "count"), [("10 %", 0), ("30 %", 1)])
def test_both_parts_are_the_same(part: str, count: int) -> None:
    found = plan("reduction: 5 tCO2e, overlaps: [b], overlap: 10 %", f"reduction: 5 tCO2e, overlaps: [a], overlap: {part}")
    assert len([*overlaps_that_differ(found)]) == count
