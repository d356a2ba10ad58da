"""Characters that no document can hold."""

import pytest

from ghgplan.plan.edited_text import EditedText
from ghgplan.plan.unwanted_characters import leave_out, without_unwanted


def test_each_is_reported_at_its_place_and_left_out() -> None:
    text = EditedText("甲\u202e乙\x07\n\u2028丙")
    found = sorted(leave_out(text, "plan.yaml"), key=lambda d: d.span)
    assert [(d.span.line, d.span.column, d.arguments["codepoint"]) for d in found] == [(1, 2, "U+202E"), (1, 4, "U+0007"), (2, 1, "U+2028")]
    assert found[0].arguments["name"] == "RIGHT-TO-LEFT OVERRIDE"
    assert text.text == "甲乙\n丙"


@pytest.mark.parametrize("text", ["甲\t乙", "a\u00a0b", "　", "\U0001f600", "\U00020000", "e\u0301", "\u200b"])
def test_what_may_stay(text: str) -> None:
    assert without_unwanted(text) == (text, None)


def test_a_lone_surrogate_is_refused() -> None:
    assert without_unwanted("a\ud800b") == ("ab", "\ud800")
