"""Years, ramps and paybacks of measures."""

from __future__ import annotations

import pytest

from checks.measures.little import plan, saving
from ghgplan.checks.measures import timing as rules

MIX = "substitutes: [{{of: 再生铝, base share: {base}, share: {share}}}]"


@pytest.mark.parametrize(
    ("figures", "count"),
    [
        ("from: 2026, ramp: {2026: 50 %, 2027: 100 %}", 0), ("from: 2026, ramp: {2025: 50 %, 2026: 100 %}", 1),
        ("from: 2026, ramp: {2025: 0 %, 2026: 100 %}", 0), ("ramp: {2025: 50 %}", 0),
        ("from: 2026, " + MIX.format(base="20 %", share="{2025: 22 %, 2026: 30 %}"), 0),
        ("from: 2026, " + MIX.format(base="20 %", share="{2024: 22 %, 2025: 25 %, 2026: 30 %}"), 1),
    ],
)  # fmt: skip
def test_nothing_counts_before_the_start(figures: str, count: int) -> None:
    assert len([*rules.effects_before_the_start(plan(figures))]) == count


@pytest.mark.parametrize(("base", "count"), [(2023, 0), (2026, 0), (2027, 1)])
def test_the_year_of_comparison(base: int, count: int) -> None:
    # A measure that begins within a year may be held against that year.
    found = plan(f"from: 2026, {saving(f'amount: 5 m3/t, base year: {base}')}")
    assert len([*rules.savings_against_a_later_year(found)]) == count


@pytest.mark.parametrize(
    ("figures", "path"),
    [
        ("ramp: {2026: 50 %, 2027: 50 %, 2028: 100 %}", []), ("ramp: {2026: 50 %, 2027: 40 %}", ["2027"]),
        (MIX.format(base="20 %", share="{2026: 20 %, 2030: 50 %}"), []), (MIX.format(base="35 %", share="{2026: 30 %, 2030: 50 %}"), ["2026"]),
        (MIX.format(base="20 %", share="{2026: 30 %, 2027: 25 %, 2028: 20 %}"), ["2027"]),
    ],
)  # fmt: skip
def test_shares_rise(figures: str, path: list[str]) -> None:
    assert [each.path[-1] for each in rules.falling_shares(plan(figures))] == path


@pytest.mark.parametrize(("years", "count"), [("3.2 年", 0), ("3 年", 0), ("3.3 年", 1), ("2.3 年", 1), ("39 a", 1)])
def test_paybacks(years: str, count: int) -> None:
    # 420 over 130 is 3.23.
    found = plan(f"cost: 420 万元, yearly saving: 130 万元, figures: {{payback: {years}}}")
    assert len([*rules.paybacks(found)]) == count


@pytest.mark.parametrize(("lifetime", "count"), [("10 年", 0), ("4 年", 0), ("3 年", 1)])
def test_lifetimes(lifetime: str, count: int) -> None:
    assert len([*rules.never_paid_back(plan(f"cost: 420 万元, yearly saving: 130 万元, lifetime: {lifetime}"))]) == count
