"""The months behind a year's figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.checks.reconciliation.periods import (
    is_sound,
    lengths_of_periods,
    months,
    periods_after_the_document,
    periods_of_other_years,
    reversed_periods,
)
from ghgplan.compute.report import Report
from ghgplan.plan.model.inventory import Period
from little_plans import report

RULES = (reversed_periods, periods_after_the_document, lengths_of_periods, periods_of_other_years)


def plan(periods: str, pathway: str = "") -> Report:
    """The document is of 2025-09-15."""
    return report(
        f"entities: {{p: {{name: 厂}}}}\ninventory: {{p: {{periods: {{{periods}}}, stated: {{scope 1: {{2024: 5 tCO2e}}}}}}}}\n{pathway}"
    )


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("2024: {from: 2024-01, to: 2024-12}", []), ("2024: {from: 2024-04, to: 2025-03}", []), ("2024: {from: 2024-07, to: 2025-06}", []),
        ("2024: {from: 2024-08, to: 2025-07}", [3]), ("2023: {from: 2023-09, to: 2024-09}", [2]), ("2024: {from: 2024-01, to: 2024-11}", [2]),
        ("2024: {from: 2024-05, to: 2024-04}", [0]), ("2025: {from: 2024-10, to: 2025-09}", []), ("2025: {from: 2024-11, to: 2025-10}", [1]),
    ],
)  # fmt: skip
def test_each_period_has_one_finding_at_most(period: str, found: list[int]) -> None:
    assert [number for number, rule in enumerate(RULES) for _ in rule(plan(period))] == found


def test_years_that_are_counted_so_throughout_are_a_financial_year() -> None:
    both = "2023: {from: 2022-04, to: 2023-03}, 2024: {from: 2023-04, to: 2024-03}"
    assert [*periods_of_other_years(plan(both))] == []
    assert len([*periods_of_other_years(plan("2024: {from: 2023-04, to: 2024-03}"))]) == 1


def test_of_a_base_year_the_pathway_tells() -> None:
    pathway = "pathways: {a: {entity: p, boundary: scope 1+2, base year: 2024, base: 0.2, unit: tCO2e/t, method: asi-tool, values: {2028: 0.1}}}\n"
    assert [*periods_of_other_years(plan("2024: {from: 2023-04, to: 2024-03}", pathway))] == []


@given(st.integers(2000, 2090), st.integers(1, 12), st.integers(0, 40))
def test_months_are_counted_with_both_ends(year: int, month: int, more: int) -> None:
    last = year * 12 + month - 1 + more
    first, end = f"{year}-{month:02}", f"{last // 12}-{last % 12 + 1:02}"
    period = Period.model_validate({"from": first, "to": end})
    assert months(period) == more + 1
    assert is_sound(period, year) == (more == 11 and month <= 7)
