"""What the typed model complains of, as findings at their place."""

from __future__ import annotations

import pytest

from plan.samples import GOOD_PLAN, broken, compiled, places


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("name：示例", "GP-S03.full-width-colon"),
        ("name:示例", "GP-S03.colon"),
        ("示例公司", "GP-S03.mapping"),
        ("[示例公司]", "GP-S03.mapping"),
    ],
)
def test_what_was_meant_by_a_text_in_place_of_keys(value: str, hint: str) -> None:
    text = GOOD_PLAN.replace(GOOD_PLAN[: GOOD_PLAN.index("document:")], f"company: {value}\n")
    (found,) = compiled(text)
    assert (found.code, found.hint) == ("GP-S03", hint)


@pytest.mark.parametrize(
    ("value", "hint"), [("-zh", "GP-S03.dash"), ("• zh", "GP-S03.dash"), ("zh", "GP-S03.list"), ("{zh: en}", "GP-S03.list")]
)
def test_what_was_meant_by_something_in_place_of_a_list(value: str, hint: str) -> None:
    (found,) = compiled(broken("[zh, en, zh-en]", value))
    assert (found.code, found.hint) == ("GP-S03", hint)


def test_a_missing_key_is_reported_at_its_parent_with_the_meaning_of_the_key() -> None:
    (found,) = compiled(broken("    carriers:\n      power:", "      power:").replace("      power:", "    power:"))[:1]
    assert found.code == "GP-S18" or found.code.startswith("GP-S0")
    (found,) = compiled(broken("    unit: tCO2e/t\n", ""))
    assert found.code == "GP-S18"
    assert found.dotted_path == "pathways.process.unit"
    assert GOOD_PLAN.split("\n")[found.span.line - 1] == "  process:"
    assert "单位" in found.message("zh")
    assert "Unit" in found.message("en")


def test_a_misspelt_key_is_not_also_a_missing_one() -> None:
    assert [d.code for d in compiled(broken("    unit: tCO2e/t\n", "    units: tCO2e/t\n"))] == ["GP-S01"]


def test_a_strange_key_and_a_missing_one_are_two_findings() -> None:
    assert [d.code for d in compiled(broken("    unit: tCO2e/t\n", "    wholly other: tCO2e/t\n"))] == ["GP-S18", "GP-S02"]


def test_keys_deep_in_lists_and_names_are_compared_with_those_of_their_place() -> None:
    (found,) = compiled(broken("confirmed: yes", "confirmed: yes\n          remarks: x"))
    assert found.arguments == {"key": "remarks", "known": "check, confirmed"}
    (found,) = compiled(broken("amount: 0.85 m3/t", "amount: 0.85 m3/t\n        base yaer: 2023"))
    assert found.arguments == {"key": "base yaer", "suggestion": "base year"}


def test_a_key_may_look_like_the_marks_of_the_model() -> None:
    assert places(compiled("'[key]': 1\n" + GOOD_PLAN)) == [("GP-S02", 1, 1)]
    assert places(compiled(broken("  extrusion:\n", "  '[key]':\n"))) == [("GP-S14", 24, 3)]


def test_a_comma_in_a_number_hides_nothing_beside_it() -> None:
    yearly = "{2023: 1,9350 t, 2024: 18200 m3, 2025: 20110, 2026: 1,234,567 t}"
    found = compiled(f"{GOOD_PLAN}inventory:\n  casting: {{production: {yearly}}}\n".replace("inventory:", "unknown:", 1))
    wrong = [(d.code, d.path[-1]) for d in found if "production" in d.path and d.span.line == found[-1].span.line]
    assert wrong == [("GP-U11", "9350 t"), ("GP-U07", "2024"), ("GP-U06", "2025"), ("GP-U11", "234")]


def test_a_near_miss_of_a_short_list_shows_the_list() -> None:
    (found,) = compiled(broken("activity: casthouse", "activity: casthous"))
    advice = found.advice("en")
    assert advice is not None
    assert advice.startswith("did you mean 'casthouse'? One of: bauxite mining (")
    (found,) = compiled(
        broken("- {table: water}", "- {chart: gapp}") if "- {table: water}" in GOOD_PLAN else broken("- table: water", "- chart: gapp")
    )
    assert "'gap'" in (found.advice("en") or "")
