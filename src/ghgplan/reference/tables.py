"""Reading the shipped tables: plain CSV in UTF-8, every cell text, one entry a line.

A table that cannot be read is a bug of the library and raises; the tests read them all.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from ghgplan.package_files import package_text
from ghgplan.reference.entries import Amount, Name, Provenance, Source, Verification

Row = Mapping[str, str]


def table_text(file: str) -> str:
    """The text of a file in ``data/``; a byte-order mark, as Excel leaves one, is no part of it."""
    return package_text(f"reference/data/{file}", "utf-8-sig")


def rows(table: str) -> list[dict[str, str]]:
    """The rows of ``data/<table>.csv`` by column."""
    return list(csv.DictReader(table_text(f"{table}.csv").splitlines(), strict=True))


@cache
def sources() -> Mapping[str, Source]:
    """Every document that entries name, by id."""
    found = {
        row["id"]: Source(row["id"], row["number"], _name(row, "title_"), row["published"], row["url"], Verification(row["verification"]))
        for row in rows("sources")
    }
    return MappingProxyType(found)


def provenance_of(row: Row, edition: str = "") -> Provenance:
    """Where the row's fact comes from; ``edition`` where the table has no column of that name."""
    note = Name(row["note_zh"], row["note_en"]) if row["note_zh"] else None
    return Provenance(
        source=sources()[row["source"]],
        place=row["place"],
        verification=Verification(row["verification"]),
        edition=row.get("edition", edition),
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        note=note,
    )


def name_of(row: Row) -> Name:
    """The row's names in both languages."""
    return _name(row, "")


@cache
def other_names() -> Mapping[str, tuple[str, ...]]:
    """What fuels and carriers are also called in English, by id: ``petrol`` is gasoline."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("other_names"):
        found[row["id"]] = (*found.get(row["id"], ()), row["name"])
    return MappingProxyType(found)


def amount_of(text: str) -> Amount | None:
    """The amount that a cell states (``42.652 GJ/t``), None for an empty cell."""
    if not text:
        return None
    value, _, unit = text.partition(" ")
    return Amount(Decimal(value), unit)


def stated_amount(text: str) -> Amount:
    """The amount of a cell that may not be empty."""
    amount = amount_of(text)
    if amount is None:
        raise ValueError("a table lacks an amount")
    return amount


def _name(row: Row, prefix: str) -> Name:
    return Name(row[f"{prefix}zh"], row[f"{prefix}en"])
