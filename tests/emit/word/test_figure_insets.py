"""Figures under one another by their decimal points."""

from __future__ import annotations

import pytest

from emit.wording import figure_text
from ghgplan.document.blocks import Align, Cell, Line, Run, Table
from ghgplan.emit.word.column_widths import NORMAL
from ghgplan.emit.word.figure_insets import figure_insets

DIGIT = 0.556 * NORMAL.type_size
POINT = 0.28 * NORMAL.type_size


def column(*texts: str, align: Align = "right") -> Table:
    return Table("t", (), (), (), tuple((Cell(figure_text(text), align),) for text in texts), (1,))


def insets(table: Table, width: int = 3000) -> list[int]:
    found = figure_insets(table, (width,), NORMAL)
    return [found[row, 0] for row in range(len(found))]


def test_a_figure_of_fewer_decimals_stands_in_by_those_it_lacks() -> None:
    two, one, none = insets(column("1.25", "10.5", "100"))
    assert one - two == pytest.approx(DIGIT, abs=1)
    assert none - two == pytest.approx(2 * DIGIT + POINT, abs=1)


def test_a_sign_behind_stays_behind() -> None:
    share, bare = insets(column("12.5%", "12.5"))
    assert bare > share


def test_what_is_no_figure_ends_where_whole_figures_end() -> None:
    dash, whole, two = insets(column("—", "7", "7.25"))
    assert dash == whole > two


def test_figures_of_the_same_decimals_stand_together_in_the_middle() -> None:
    first, second = insets(column("1.5", "12.5"))
    assert first == second
    assert 1000 < first < 1500


def test_no_figure_is_pushed_out_of_a_narrow_column() -> None:
    width = NORMAL.least(len("12345.5") * 0.58)
    assert all(0 <= inset <= width - 2 * NORMAL.margin for inset in insets(column("12345.5", "1.55555"), width))


@pytest.mark.parametrize(
    "table",
    [
        column("1.5", "2.5", align="left"),
        Table("t", (), (), (), ((Cell((Line("en", (Run("prose"),)),), "right"),),), (1,)),
        Table("t", (), (), (), ((Cell(figure_text("1.5"), "right", columns=2),),), (1, 1)),
    ],
)
def test_only_columns_of_figures_are_set_so(table: Table) -> None:
    assert figure_insets(table, (3000,) * table.columns, NORMAL) == {}
