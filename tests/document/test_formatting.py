import datetime
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.compute.numbers import Computed, Number
from ghgplan.document.formatting import date_text, decimal_text, gas_text, list_text, month_text, number_text, quantity_text, unit_text
from ghgplan.plan.scalars import parse_quantity
from ghgplan.plan.units import NAMES, parse_unit

LOCALES = {"zh": "zh_CN", "en": "en_GB"}
"""Of Babel, the authority on how languages write."""
languages = pytest.mark.parametrize("language", sorted(LOCALES))
WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=8)


def number(text: str) -> Number:
    quantity = parse_quantity(text)
    return Number(quantity.value, quantity.unit, Computed("sum", ()), max(-int(quantity.value.as_tuple().exponent), 0))


@pytest.mark.parametrize(
    ("written", "chinese", "english"),
    [
        ("6456.81 tCO2e", "6,456.81 tCO₂e", "6,456.81 tCO₂e"),
        ("7880 t", "7,880 t", "7,880 t"),
        ("1.00 tCO2e/t", "1.00 tCO₂e/t", "1.00 tCO₂e/t"),
        ("35 %", "35%", "35%"),
        ("0.85 m3/t", "0.85 m³/t", "0.85 m³/t"),
        ("224.222 万kWh", "224.222 万kWh", "224.222 × 10⁴ kWh"),
        ("9 台", "9 台", "9"),
        ("180 万元", "180 万元", "180 × 10⁴ CNY"),
        ("-0.74 tCO2e/t", "−0.74 tCO₂e/t", "−0.74 tCO₂e/t"),
        ("179.8484662 万kWh", "179.8484662 万kWh", "179.8484662 × 10⁴ kWh"),
    ],
)
def test_quantities_read_as_people_write_them(written: str, chinese: str, english: str):
    assert quantity_text(number(written), "zh").replace("\u00a0", " ") == chinese
    assert quantity_text(number(written), "en").replace("\u00a0", " ") == english


def test_a_number_and_its_unit_stay_on_one_line():
    assert "\u00a0" in quantity_text(number("7880 t"), "zh")


def test_computed_numbers_are_rounded_half_to_even():
    unit = parse_unit("%")
    assert number_text(Number(Decimal("9.05"), unit, Computed("reduction", ()), 1)) == "9.0"
    assert number_text(Number(Decimal("9.15"), unit, Computed("reduction", ()), 1)) == "9.2"


@pytest.mark.parametrize("name", sorted(NAMES))
def test_no_unit_reads_in_chinese_characters_in_english(name: str):
    assert unit_text(parse_unit(name), "en").isascii() or not any(
        "\u4e00" <= character <= "\u9fff" for character in unit_text(parse_unit(name), "en")
    )


def test_dates_months_lists_and_gases():
    day = datetime.date(2025, 9, 5)
    assert (date_text(day, "zh"), date_text(day, "en")) == ("2025年9月5日", "5 September 2025")
    assert (month_text(day, "zh"), month_text(day, "en")) == ("2025年9月", "September 2025")
    assert list_text(["甲", "乙", "丙"], "zh") == "甲、乙和丙"
    assert list_text(["a", "b", "c"], "en") == "a, b and c"
    assert [gas_text(gas) for gas in ("CO2", "N2O", "HFCs")] == ["CO₂", "N₂O", "HFCs"]


@languages
@given(
    value=st.decimals(allow_nan=False, allow_infinity=False, places=None, min_value=-(10**15), max_value=10**15), decimals=st.integers(0, 9)
)
def test_babel_writes_numbers_the_same_way(language: str, value: Decimal, decimals: int):
    value = Decimal(f"{value:.9f}")
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    babel = format_decimal(value, format=pattern, locale=LOCALES[language], decimal_quantization=False)
    assert decimal_text(value, decimals) == babel.replace("-", "−")


def test_long_numbers_keep_all_their_digits():
    assert (
        decimal_text(Decimal("1234567890123456789012345678901234567890.5"), 2) == "1,234,567,890,123,456,789,012,345,678,901,234,567,890.50"
    )
    assert decimal_text(Decimal("1E+6"), 0) == "1,000,000"


@languages
@given(date=st.dates())
def test_babel_writes_dates_the_same_way(language: str, date: datetime.date):
    assert date_text(date, language) == format_date(date, format="long", locale=LOCALES[language])
    pattern = "y年M月" if language == "zh" else "MMMM y"
    assert month_text(date, language) == format_date(date, format=pattern, locale=LOCALES[language])


@languages
@given(items=st.lists(WORDS, max_size=5))
def test_babel_writes_lists_the_same_way(language: str, items: list[str]):
    assert list_text(items, language) == format_list(items, style="standard", locale=LOCALES[language])
