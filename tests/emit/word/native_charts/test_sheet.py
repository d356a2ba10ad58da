from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ghgplan.emit.word.native_charts.sheet import EMPTY, Cell, Sheet, column, letter, printed

SHEET = Sheet((column("", [Cell("a"), Cell("b")]), column("=1+1", [printed(Decimal("0.5"), "0.50"), EMPTY])))


def test_columns_are_named_as_in_a_workbook() -> None:
    assert [letter(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_what_is_missing_is_no_point() -> None:
    values = SHEET.values(1)
    assert "<c:f>Sheet1!$B$2:$B$3</c:f>" in values
    assert '<c:ptCount val="2"/><c:pt idx="0"><c:v>0.5</c:v></c:pt></c:numCache>' in values
    assert "<c:formatCode>#,##0.00</c:formatCode>" in values


def test_names_are_texts() -> None:
    assert '<c:pt idx="1"><c:v>b</c:v></c:pt>' in SHEET.names()
    assert "<c:f>Sheet1!$B$1</c:f>" in SHEET.heading(1)


def test_a_point_that_prints_otherwise_says_so() -> None:
    mixed = Sheet((column("", [printed(Decimal(1), "1.0"), printed(Decimal(2), "2.0*"), printed(Decimal(3), "3.0")]),))
    assert mixed.values(0).count("formatCode=") == 1


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_no_two_columns_have_one_name(one: int, other: int) -> None:
    assert (letter(one) == letter(other)) == (one == other)
