"""Findings as values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.diagnostics import Diagnostic, Outcome, Severity, Span, nearest

PLACE = Span("plan.yaml", 3, 7)


def test_a_place_reads_as_editors_write_it() -> None:
    assert str(PLACE) == "plan.yaml:3:7"


def test_message_and_advice_take_the_arguments() -> None:
    found = Diagnostic("GP-S01", PLACE, ("company", "nmae"), {"key": "nmae", "suggestion": "name"})
    assert found.message("en") == "there is no key 'nmae' here"
    assert found.advice("en") == "did you mean 'name'?"
    assert "nmae" in found.message("zh")
    assert found.dotted_path == "company.nmae"


def test_arguments_with_a_name_are_named_in_the_language() -> None:
    found = Diagnostic("GP-S03", PLACE, arguments={"expected": "list", "found": "text"})
    assert "列表" in found.message("zh")
    assert "list" in found.message("en")


def test_another_hint_takes_the_place_of_the_usual_one() -> None:
    found = Diagnostic("GP-S03", PLACE, arguments={"expected": "list", "found": "text"}, hint="GP-S03.dash")
    assert found.advice("en") == "begin a list item with a hyphen and a space, '- '"


def test_an_unknown_code_is_a_bug_and_raises() -> None:
    with pytest.raises(KeyError):
        Diagnostic("GP-Z99", PLACE).message("en")


def test_a_finding_without_a_hint_gives_no_advice() -> None:
    assert Diagnostic("GP-Z99", PLACE).advice("en") is None


def test_an_outcome_fails_without_a_value_or_with_an_error() -> None:
    error, warning = Diagnostic("GP-Y14", PLACE), Diagnostic("GP-Y17", PLACE, severity=Severity.WARNING)
    assert Outcome(None).failed
    assert Outcome(1, (warning, error)).failed
    assert not Outcome(1, (warning,)).failed
    assert not Outcome(0).failed


@given(st.lists(st.builds(Span, st.sampled_from(["a", "b"]), st.integers(1, 9), st.integers(1, 9)), max_size=6))
def test_findings_sort_by_place(places: list[Span]) -> None:
    found = sorted((Diagnostic("GP-Y14", place) for place in places), key=Diagnostic.sort_key)
    assert [d.span for d in found] == sorted(places)


def test_the_nearest_word_whatever_its_capitals() -> None:
    assert nearest("TONNE", ["tonne", "kilogram"]) == "tonne"
    assert nearest("bushel", ["tonne", "kilogram"]) is None
    assert nearest("anything", []) is None
