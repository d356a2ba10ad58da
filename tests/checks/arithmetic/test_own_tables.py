"""Totals in tables of the plan's own."""

from __future__ import annotations

import pytest
from tests.little_plans import report

from ghgplan.checks.arithmetic.own_tables import column_totals

TABLE = """\
tables:
  t:
    caption: {zh: 表, en: Table}
    columns: [{zh: 项目, en: Project}, "2025"]
    rows:
      - [{zh: 甲, en: A}, "1,200.5"]
      - [{zh: 乙, en: B}, "%s"]
      - [{zh: 合计, en: Total}, "%s"]
"""


@pytest.mark.parametrize(
    ("second", "stated", "is_found"),
    [
        ("60", "1260.5", False),
        ("60", "1,261", False),
        ("60", "1206.5", True),
        ("—", "1300", False),
        ("60 %", "1300", True),
        ("60", "—", False),
    ],
)
def test_a_row_called_total(second: str, stated: str, is_found: bool) -> None:
    assert bool(list(column_totals(report(TABLE % (second, stated))))) is is_found


def test_each_total_counts_from_the_last() -> None:
    more = TABLE % ("60", "1260.5") + '      - [{zh: 丙, en: C}, "1"]\n      - [{zh: 丁, en: D}, "2"]\n      - [小计, "3"]\n'
    assert list(column_totals(report(more))) == []


def test_a_name_that_holds_the_word_is_no_total() -> None:
    assert list(column_totals(report(TABLE.replace("合计", "合计能耗下降").replace("Total", "Total energy falls") % ("60", "5")))) == []
