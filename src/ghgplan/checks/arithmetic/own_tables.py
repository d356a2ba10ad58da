"""Tables of the plan's own: a row called total against the rows above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ghgplan.checks.precision import Interval, around, exactly
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.telling import rounded, with_unit
from ghgplan.compute.numbers import written_decimals
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.text import Text
from ghgplan.values import frozen

_TOTAL = re.compile(r"\s*(合\s*计|总\s*计|小\s*计|(?:grand |sub)?total|sum)\s*([（(][^（()）]*[)）])?\s*", re.IGNORECASE)
_FIGURE = re.compile(r"\s*([+\-−]?[0-9][0-9,，]*(?:\.[0-9]+)?)\s*(%?)\s*")
_QUOTE = re.compile(r"\{\{([^{}|]*)(\|\s*number\s*)?\}\}")
_LEAST_SHIFTED = 2
"""How many totals must stand one column off for the whole row to be taken to."""


@frozen
class _Row:
    """A row called total, with the figures above it, by column."""

    table: str
    number: int
    stated: Mapping[int, Decimal]
    parts: Mapping[int, Sequence[Decimal]]
    above: range

    def is_right(self, column: int, stands_in: int | None = None) -> bool:
        """Whether the total of ``column`` is the figure that stands there, or in another column."""
        together = sum((_interval(part) for part in self.parts[column]), exactly(Decimal(0)))
        return _interval(self.stated[column if stands_in is None else stands_in]).meets(together)

    def sum(self, column: int) -> Decimal:
        """As the parts add up, with all their decimals."""
        parts = self.parts[column]
        return rounded(sum(parts, Decimal(0)), max(written_decimals(part) for part in parts))

    def shifted(self) -> tuple[int, Sequence[int]]:
        """By how many columns the figures of this row stand off, and whose they are; 0 where each belongs where it is, or is simply wrong."""
        wrong = [column for column in self.parts if column not in self.stated or not self.is_right(column)]
        for step in (1, -1):
            moved = [column for column in wrong if column + step in self.stated and self.is_right(column, column + step)]
            if len(moved) >= _LEAST_SHIFTED:
                return step, moved
        return 0, ()

    def path(self, column: int, row: int | None = None) -> Path:
        return ("tables", self.table, "rows", str(self.number if row is None else row), str(column))


def column_totals(report: Report) -> Iterator[Finding]:
    """A figure in a row called total that the figures above it, down from the last total, do not add up to."""
    for row in _rows(report):
        if row.shifted()[0]:
            continue
        for column in row.parts:
            if column in row.stated and not row.is_right(column):
                arguments = {"table": row.table, "stated": f"{row.stated[column]:f}", "sum": f"{row.sum(column):f}"}
                related = tuple(place(report.file, *row.path(column, other)) for other in row.above)
                yield Finding(row.path(column), arguments, related)


def shifted_totals(report: Report) -> Iterator[Finding]:
    """A row called total whose figures are those of the column before or after. One finding a row."""
    for row in _rows(report):
        step, moved = row.shifted()
        if moved:
            heads = report.plan.tables[row.table].columns
            first = moved[0]
            arguments = {
                "table": row.table, "stated": f"{row.stated[first + step]:f}", "count": str(len(moved)),
                "column": _head(heads, first), "other": _head(heads, first + step),
            }  # fmt: skip
            yield Finding(row.path(first + step), arguments, tuple(place(report.file, *row.path(first, other)) for other in row.above))


def _rows(report: Report) -> Iterator[_Row]:
    for name, table in report.plan.tables.items():
        begun = 0
        for number, row in enumerate(table.rows):
            if not _is_total(report, row):
                continue
            above = range(begun, number)
            begun = number + 1
            stated: dict[int, Decimal] = {}
            parts: dict[int, list[Decimal]] = {}
            for column, cell in enumerate(row):
                figure = _figure(report, cell)
                if figure is not None:
                    stated[column] = figure
                figures = [_figure(report, table.rows[other][column]) for other in above if column < len(table.rows[other])]
                known = [figure for figure in figures if figure is not None]
                if column and len(known) == len(figures) >= 2:
                    parts[column] = known
            yield _Row(name, number, stated, parts, above)


def _is_total(report: Report, row: Sequence[Text]) -> bool:
    """Whether a label of the row, in front of its first figure, calls it a total."""
    for cell in row:
        if _figure(report, cell) is not None:
            return False
        if any(_TOTAL.fullmatch(wording) for wording in (cell.zh, cell.en) if wording):
            return True
    return False


def _figure(report: Report, cell: Text) -> Decimal | None:
    """The figure that the cell prints, typed or quoted; None where it holds anything else."""
    match = _FIGURE.fullmatch(_QUOTE.sub(lambda quote: _quoted(report, quote), cell.zh or cell.en or ""))
    return Decimal(match[1].replace(",", "").replace("，", "").replace("−", "-")) if match else None


def _quoted(report: Report, quote: re.Match[str]) -> str:
    number = report.numbers.get(" ".join(quote[1].split()))
    if number is None:
        return quote[0]
    value = number.value if number.is_stated else number.rounded
    return f"{value:f}" if quote[2] else with_unit(value, number.unit)


def _head(heads: Sequence[Text], column: int) -> str:
    head = heads[column] if column < len(heads) else None
    return (head.zh or head.en or "") if head else str(column + 1)


def _interval(value: Decimal) -> Interval:
    return around(value, written_decimals(value))
