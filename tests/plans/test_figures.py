"""Every figure of the five published plans stands in the built Word file and in the built Markdown.

``figures/<plan>.csv`` is the table of cells: one line for each figure of the source, with
the table and the cell, or the section, where it must be found.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from plans.reading import Reading, plain, read_markdown, read_word

HERE = Path(__file__).parent
TABLES = sorted((HERE / "figures").glob("*.csv"))
PLANS = ("annual-progress", "foundry", "group-of-four", "inventory-report", "two-product-lines")


def test_every_plan_has_its_table_of_cells():
    assert tuple(path.stem for path in TABLES) == PLANS


@pytest.mark.parametrize("reader", ["docx", "md"])
@pytest.mark.parametrize("plan", PLANS)
def test_figures_of_the_source_stand_in_the_document(plan: str, reader: str, built_plans: Path):
    path = built_plans / plan / f"{plan}.zh.{reader}"
    reading = read_word(path) if reader == "docx" else read_markdown(path)
    missing = [message for row in _rows(plan) if (message := _missing(reading, row))]
    assert not missing, "\n".join(missing)


def _rows(plan: str) -> Iterator[dict[str, str]]:
    with (HERE / "figures" / f"{plan}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _missing(reading: Reading, row: dict[str, str]) -> str:
    expected, place = plain(row["figure"]), plain(row["place"])
    if row["kind"] == "text":
        found = plain(reading.prose.get(place, ""))
        return "" if expected in found else f"section {place!r}: {expected!r} is not in {found[:200]!r}"
    grid = reading.tables.get(place)
    if grid is None:
        return f"no table {place!r}; there are {sorted(reading.tables)}"
    line, column = int(row["row"]) - 1, int(row["column"]) - 1
    found = grid[line][column] if line < len(grid) and column < len(grid[line]) else None
    return "" if found == expected else f"table {place!r}, row {line + 1}, column {column + 1}: {expected!r}, but there stands {found!r}"
