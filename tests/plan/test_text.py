"""Texts in one language or in both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ghgplan.plan.scalars import LONGEST_TEXT
from ghgplan.plan.text import Text

ADAPTER: TypeAdapter[Text] = TypeAdapter(Text)
WORDS = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x2FFF, exclude_categories=["C", "Z"]), min_size=1)


def code(value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python(value)
    (detail,) = caught.value.errors()
    return str((detail.get("ctx") or {})["code"])


@given(WORDS)
def test_a_plain_text_without_chinese_characters_stands_in_every_language(words: str) -> None:
    text = ADAPTER.validate_python(words)
    assert text.wording("zh") == text.wording("en") == words


@given(WORDS)
def test_a_plain_text_with_chinese_characters_is_chinese(words: str) -> None:
    text = ADAPTER.validate_python(words + "铝")
    assert text.wording("zh") == words + "铝"
    assert text.wording("en") is None


@given(WORDS, WORDS)
def test_a_text_in_both_languages_says_each(chinese: str, english: str) -> None:
    text = ADAPTER.validate_python({"zh": chinese, "en": english})
    assert (text.wording("zh"), text.wording("en")) == (chinese, english)
    assert ADAPTER.validate_python(text) == text


def test_one_language_may_be_left_out() -> None:
    assert ADAPTER.validate_python({"en": "Text"}).wording("zh") is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "GP-S05"),
        ("  \n", "GP-S05"),
        ({}, "GP-S05"),
        ({"zh": None, "en": "x"}, "GP-S05"),
        (["甲"], "GP-S03"),
        ({"zh": ["甲"]}, "GP-S03"),
        ({"cn": "甲"}, "GP-S15"),
        ({"en": "Example Co.", "Ltd.": None}, "GP-S19"),
        ({"zh：甲": None}, "GP-Y20"),
        ("长" * (LONGEST_TEXT + 1), "GP-S16"),
        ({"en": "x" * (LONGEST_TEXT + 1)}, "GP-S16"),
    ],
)
def test_what_is_no_text(value: object, expected: str) -> None:
    assert code(value) == expected
