"""Single values: what is taken, what is refused, and what is suggested."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from ghgplan.plan.scalars import (
    OneOf,
    parse_code,
    parse_date,
    parse_month,
    parse_name,
    parse_quantity,
    parse_reference,
    parse_year,
    parse_yes_no,
)


def refused(parse: Callable[[str], object], text: str) -> dict[str, str]:
    with pytest.raises(PydanticCustomError) as caught:
        parse(text)
    assert caught.value.type == "ghgplan"
    return {name: str(value) for name, value in (caught.value.context or {}).items()}


@pytest.mark.parametrize(("text", "year"), [("1990", 1990), ("2100", 2100)])
def test_years(text: str, year: int) -> None:
    assert parse_year(text) == year


@pytest.mark.parametrize("text", ["1989", "2101", "２０２４", "2024 ", "02024", "2024.0", "", "二〇二四"])
def test_no_years(text: str) -> None:
    assert refused(parse_year, text)["code"] == "GP-S08"


@given(st.dates())
def test_dates_come_back(day: datetime.date) -> None:
    assert parse_date(day.isoformat()) == day


@given(st.dates(min_value=datetime.date(1000, 1, 1)), st.sampled_from(["{}/{}/{}", "{}年{}月{}日", "{}.{}.{}", " {} - {} - {}"]))
def test_dates_written_otherwise_are_told_how(day: datetime.date, pattern: str) -> None:
    text = pattern.format(day.year, day.month, day.day)
    assert refused(parse_date, text) == {"code": "GP-S11", "text": text, "instead": day.isoformat()}


@pytest.mark.parametrize("text", ["2025-02-30", "2025/2/30", "2025915", "20250230", "2025-09", "", "２０２５"])
def test_no_dates(text: str) -> None:
    assert refused(parse_date, text)["code"] == "GP-S10"


def test_months() -> None:
    assert parse_month("2023-09") == datetime.date(2023, 9, 1)
    assert refused(parse_month, "2023年9月")["instead"] == "2023-09"
    assert refused(parse_month, "2023-13")["code"] == "GP-S12"
    assert refused(parse_month, "0000-05")["code"] == "GP-S12"


@pytest.mark.parametrize(("text", "value"), [("yes", True), ("是", True), ("On", True), ("no", False), ("否", False), ("FALSE", False)])
def test_yes_and_no(text: str, value: bool) -> None:
    assert parse_yes_no(text) is value


@pytest.mark.parametrize("text", ["1", "0", "√", "有", ""])
def test_neither_yes_nor_no(text: str) -> None:
    assert refused(parse_yes_no, text)["code"] == "GP-S09"


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=200))
def test_codes_stay_as_typed(text: str) -> None:
    assert parse_code(text) == text.strip()


@pytest.mark.parametrize("text", ["process", "挤压厂", "plant 2", "A+B (new)", "scope 1+2", "1号炉"])
def test_names(text: str) -> None:
    assert parse_name(text) == text


@pytest.mark.parametrize("text", ["", " a", "a ", "a.b", "a/b", "-a", "a" * 61, "_a", "a\nb"])
def test_no_names(text: str) -> None:
    assert refused(parse_name, text)["code"] == "GP-S14"


def test_references_reach_into_members() -> None:
    assert parse_reference("north.process") == "north.process"
    assert refused(parse_reference, "north..process")["code"] == "GP-S14"


TERMS = OneOf({"short": "短期", "medium": "中期", "mixed": "中期混合"})


def test_words_may_be_written_in_both_languages() -> None:
    assert TERMS.parse("short") == TERMS.parse("短期") == "short"


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("Short", "GP-S06", "short"),
        ("shrot", "GP-S06", "short"),
        ("中", "GP-S07", "short (短期), medium (中期), mixed (中期混合)"),
        ("forever", "GP-S07", "short (短期), medium (中期), mixed (中期混合)"),
        ("short、medium", "GP-S20", "[short, medium]"),
    ],
)
def test_other_words(text: str, code: str, told: str) -> None:
    arguments = refused(TERMS.parse, text)
    assert arguments["code"] == code
    assert told in arguments.values()


@pytest.mark.parametrize(
    "parse", [parse_year, parse_date, parse_month, parse_yes_no, parse_code, parse_name, parse_reference, parse_quantity, TERMS.parse]
)
@pytest.mark.parametrize(("value", "code"), [(None, "GP-S05"), (["a"], "GP-S03"), ({"a": "b"}, "GP-S03")])
def test_what_is_no_text(parse: Callable[[object], object], value: object, code: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse(value)
    assert caught.value.context is not None
    assert caught.value.context["code"] == code
