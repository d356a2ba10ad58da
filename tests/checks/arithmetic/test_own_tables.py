"""Totals in tables of the plan's own."""

from __future__ import annotations

import pytest

from ghgplan.checks.arithmetic.own_tables import column_totals, shifted_totals
from little_plans import report

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


SHIFTED = """\
tables:
  t:
    caption: {zh: 表, en: Table}
    columns: [{zh: 项目, en: Item}, "2022", "2023", "2024"]
    rows:
      - [{zh: 甲, en: A}, "100", "200", "400"]
      - [{zh: 乙, en: B}, "10", "20", "40"]
      - [{zh: 合计, en: Total}, "%s", "%s", "%s"]
"""


@pytest.mark.parametrize(
    ("totals", "shifted", "wrong"),
    [
        (("110", "220", "440"), 0, 0),
        (("100", "110", "220"), 1, 0),
        (("220", "440", "—"), 1, 0),
        (("220", "110", "440"), 0, 2),  # changed places, which is no shift of the row
        (("100", "220", "440"), 0, 1),
    ],
)
def test_a_total_row_one_column_off(totals: tuple[str, str, str], shifted: int, wrong: int) -> None:
    plan = report(SHIFTED % totals)
    assert (len(list(shifted_totals(plan))), len(list(column_totals(plan)))) == (shifted, wrong)


QUOTED = """\
measures:
  m:
    name: {zh: 指标, en: Indicators}
    content: {zh: 内容, en: Content}
    figures: {all: 94 项, one: 12 项, two: %s 项}
tables:
  t:
    caption: {zh: 表, en: Table}
    columns: [{zh: 年份, en: Year}, {zh: 项目, en: Item}, {zh: 数量, en: Number}]
    rows:
      - [{zh: 2019年, en: In 2019}, {zh: 甲, en: A}, "{{ measures.m.figures.one | number }}"]
      - [^, {zh: 乙, en: B}, "{{ measures.m.figures.two | number }}"]
      - [^, {zh: 合计（全部）, en: Total}, "{{ measures.m.figures.all | number }}"]
"""


@pytest.mark.parametrize(("second", "is_found"), [("82", False), ("62", True)])
def test_quoted_figures_and_a_label_in_the_second_column(second: str, is_found: bool) -> None:
    assert bool(list(column_totals(report(QUOTED % second)))) is is_found


def test_what_is_taken_away_has_a_minus_sign() -> None:
    assert list(column_totals(report(TABLE % ("-60", "1140.5")))) == []
    assert list(column_totals(report(TABLE % ("−60", "1140.5")))) == []
