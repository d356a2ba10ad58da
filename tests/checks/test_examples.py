"""Every rule has an example: one piece of a plan that it objects to, and the same put right."""

from __future__ import annotations

from importlib.resources import files

import pytest

from ghgplan.checks.example import example, findings_on
from ghgplan.checks.registry import RULES
from ghgplan.diagnostics import Severity

SAYS_WHAT_LACKS = ("GP-G", "GP-I", "GP-M", "GP-P", "GP-W", "GP-B")
"""Families that also tell what a plan lacks: a piece of a plan lacks most of it."""

BESIDE = {
    # A factor of long ago is above what grids emit today.
    "GP-Q11": {"GP-Q38"},
    # A rate that is not its values' leaves the years that it fills out of line.
    "GP-P24": {"GP-P14"},
    # Of two targets that differ one at least is not its pathway's.
    "GP-G09": {"GP-G04"},
    # Too low an actual value is below the years to come.
    "GP-B01": {"GP-P23"},
    # A pathway by another method is none of the two that the ASI method asks for.
    "GP-I04": {"GP-P19"},
}
"""What else the piece that triggers a rule brings up."""


@pytest.mark.parametrize("code", RULES)
def test_the_piece_that_triggers_does(code: str) -> None:
    piece = example(code)
    found = [each for each in findings_on(piece.triggers, piece.members) if each.code == code]
    assert found
    assert {each.severity for each in found} == {RULES[code].severity}
    assert all(each.span.file == "plan.yaml" for each in found)


@pytest.mark.parametrize("code", RULES)
def test_the_piece_that_triggers_is_told_once(code: str) -> None:
    piece = example(code)
    before = {each.code for each in findings_on(piece.sound, piece.members)}
    assert {each.code for each in findings_on(piece.triggers, piece.members)} - before == {code} | BESIDE.get(code, set[str]())


@pytest.mark.parametrize("code", RULES)
def test_the_sound_piece_is_silent(code: str) -> None:
    piece = example(code)
    found = findings_on(piece.sound, piece.members)
    assert [each.message("en") for each in found if each.code == code or each.severity is Severity.ERROR] == []
    assert [each.message("en") for each in found if not each.code.startswith(SAYS_WHAT_LACKS)] == []


@pytest.mark.parametrize("code", RULES)
def test_putting_it_right_changes_little(code: str) -> None:
    piece = example(code)
    assert piece.triggers != piece.sound
    assert 2 < piece.triggers.count("\n") < 60


def test_there_is_no_example_without_a_rule() -> None:
    named = {entry.name.removesuffix(".yaml") for entry in (files("ghgplan") / "checks" / "examples").iterdir()}
    assert named == set(RULES)
