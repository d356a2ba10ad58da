from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

from hypothesis import example, given, settings
from hypothesis import strategies as st

from emit.word.native_charts.reading import cells, formulas
from ghgplan.emit.word.native_charts.sheet import EMPTY, Cell, Sheet, column, printed
from ghgplan.emit.word.native_charts.workbook import workbook

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=40)


def sheet(name: str, value: Decimal = Decimal("0.82")) -> Sheet:
    return Sheet((column(name, [Cell(name), EMPTY]), column("values", [printed(value, f"{value:f}"), EMPTY])))


@settings(max_examples=30, deadline=None)
@given(TEXTS)
@example('=HYPERLINK("http://e")')
@example("+1")
@example("-1")
@example("@SUM(A1)")
@example("{=1}")
@example("http://example.org")
@example("007")
def test_a_text_stays_a_text(text: str) -> None:
    content = workbook(sheet(text))
    assert cells(content)["A1"] == cells(content)["A2"] == text
    assert formulas(content) == {}


@settings(max_examples=50, deadline=None)
@given(st.decimals(-(10**12), 10**12, places=4))
def test_a_number_keeps_its_digits(value: Decimal) -> None:
    held = cells(workbook(sheet("a", value)))["B2"]
    assert isinstance(held, Decimal)
    assert abs(held - value) <= abs(value) * Decimal("5E-15")


def test_nothing_stands_where_nothing_is() -> None:
    assert "B3" not in cells(workbook(sheet("a")))


def test_the_same_sheet_gives_the_same_bytes_and_no_date() -> None:
    content = workbook(sheet("a"))
    assert workbook(sheet("a")) == content
    with ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01" in package.read("docProps/core.xml")
