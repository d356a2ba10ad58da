from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.compute.numbers import TONNE_CO2E, Number
from ghgplan.document.formatting import number_text
from ghgplan.emit.word.native_charts.numbers import GENERAL, cell_number, digits, number_format


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0.82", "#,##0.00"),
        ("6,456.81", "#,##0.00"),
        ("7000", "0"),
        ("12", "#,##0"),
        ("99.94%", '#,##0.00"%";"−"#,##0.00"%"'),
        ("0.71*", '#,##0.00"*";"−"#,##0.00"*"'),
        ("−18.38", '#,##0.00;"−"#,##0.00'),
        ("+971.19", '"+"#,##0.00;"−"#,##0.00'),
        ('5 "t"\\', '#,##0" "\\""t"\\"\\\\;"−"#,##0" "\\""t"\\"\\\\'),
        ("—", GENERAL),
        ("", GENERAL),
        ("x" * 200 + "1", GENERAL),
    ],
)
def test_a_number_prints_in_the_workbook_as_in_the_document(text: str, code: str) -> None:
    assert number_format(text) == code


def test_a_cell_holds_all_the_digits() -> None:
    assert cell_number(Decimal("0.8234567"), "0.82") == Decimal("0.8234567")
    assert cell_number(Decimal("0.123456789012345678"), "0.12") == Decimal("0.123456789012346")


def test_a_half_that_the_document_rounds_down_is_held_as_it_prints() -> None:
    assert cell_number(Decimal("0.825"), "0.82") == Decimal("0.82")
    assert cell_number(Decimal("-0.825"), "−0.82") == Decimal("-0.82")
    assert cell_number(Decimal("0.835"), "0.84") == Decimal("0.835")


@given(st.decimals(-(10**9), 10**9, places=6), st.integers(0, 6))
def test_what_the_workbook_shows_is_what_the_document_says(value: Decimal, decimals: int) -> None:
    number = Number(value, TONNE_CO2E, None, decimals)  # type: ignore[arg-type]
    text = number_text(number)
    held = cell_number(value, text)
    shown = held.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert shown == Decimal(text.replace(",", "").replace("−", "-"))
    assert Decimal(digits(held)) == held
