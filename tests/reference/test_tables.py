"""The shipped files themselves: what a slip of the hand in a table would break."""

from __future__ import annotations

import csv
from decimal import Decimal
from importlib.resources import files

import pytest

from ghgplan.reference.entries import Verification
from ghgplan.reference.tables import amount_of, rows, sources, stated_amount, table_text

DATA = files("ghgplan.reference") / "data"
TABLES = sorted(path.name.removesuffix(".csv") for path in DATA.iterdir() if path.name.endswith(".csv"))
MUST_BE_FILLED = {"id", "zh", "en", "title_zh", "title_en", "set", "series", "edition", "source", "verification", "value", "kind"}
MAY_BE_EMPTY = {("coal_equivalents", "electricity-equivalent", "value")}


@pytest.mark.parametrize("table", TABLES)
def test_every_line_has_a_cell_for_every_column(table: str) -> None:
    lines = list(csv.reader(table_text(f"{table}.csv").splitlines(), strict=True))
    widths = {len(line) for line in lines}
    assert len(widths) == 1, f"{table}.csv has lines of {sorted(widths)} cells"
    assert len(lines) > 1


@pytest.mark.parametrize("table", TABLES)
def test_cells_that_every_entry_needs_are_filled(table: str) -> None:
    for row in rows(table):
        empty = {column for column in MUST_BE_FILLED & row.keys() if not row[column]}
        empty -= {column for name, identity, column in MAY_BE_EMPTY if name == table and identity == row.get("id")}
        assert not empty, f"{table}.csv: {row} lacks {sorted(empty)}"


@pytest.mark.parametrize("table", TABLES)
def test_notes_stand_in_both_languages(table: str) -> None:
    for row in rows(table):
        assert bool(row.get("note_zh")) == bool(row.get("note_en")), row


@pytest.mark.parametrize("table", TABLES)
def test_cells_have_no_space_around_them(table: str) -> None:
    for row in rows(table):
        assert all(cell == cell.strip() for cell in row.values()), row


@pytest.mark.parametrize("table", TABLES)
def test_no_line_stands_twice(table: str) -> None:
    columns = ("group", "report", "edition", "set", "series", "kind", "id", "gas", "region", "year", "number")
    identities = [tuple(row.get(column) for column in columns) for row in rows(table)]
    assert len(set(identities)) == len(identities)


def test_every_source_is_used_and_every_used_source_is_there() -> None:
    used = {row["source"] for table in TABLES for row in rows(table) if "source" in row} | {"calibrated-curves"}
    assert used <= sources().keys()
    assert sources().keys() - used == set()


def test_an_amount_keeps_the_digits_it_was_published_with() -> None:
    amount = stated_amount("0.5810 kgCO2/kWh")
    assert str(amount.value) == "0.5810"
    assert amount.unit == "kgCO2/kWh"
    assert str(amount) == "0.5810 kgCO2/kWh"
    assert amount_of("") is None


def test_a_missing_amount_in_a_table_is_a_bug() -> None:
    with pytest.raises(ValueError, match="amount"):
        stated_amount("")


def test_verification_of_a_citation_is_apart_from_that_of_its_values() -> None:
    letter = sources()["mee-letter-2023-43"]
    assert letter.verification is Verification.MEMORY
    row = next(row for row in rows("grid_factors") if row["source"] == letter.id)
    assert Verification(row["verification"]) is Verification.THIRD_PARTY
    assert stated_amount(row["value"]).value == Decimal("0.5703")
