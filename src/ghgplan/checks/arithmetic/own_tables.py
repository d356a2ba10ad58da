"""Tables of the plan's own: a row called total against the rows above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ghgplan.checks.precision import Interval, around, exactly
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.telling import rounded
from ghgplan.compute.numbers import written_decimals
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.text import Text

_TOTAL = re.compile(r"\s*(合\s*计|总\s*计|小\s*计|total|sum|subtotal|grand total)\s*", re.IGNORECASE)
_FIGURE = re.compile(r"\s*([+-]?[0-9][0-9,，]*(?:\.[0-9]+)?)\s*(%?)\s*")


def column_totals(report: Report) -> Iterator[Finding]:
    """A figure in a row called total that the figures above it, down from the last total, do not add up to."""
    for name, table in report.plan.tables.items():
        begun = 0
        for number, row in enumerate(table.rows):
            if not row or not _is_total(row[0]):
                continue
            above = list(range(begun, number))
            begun = number + 1
            for column in range(1, len(row)):
                at: Path = ("tables", name, "rows", str(number), str(column))
                figures = [_figure(table.rows[other][column]) for other in above if column < len(table.rows[other])]
                stated = _figure(row[column])
                if stated is None or len(figures) < 2 or any(figure is None for figure in figures):
                    continue
                parts = [figure for figure in figures if figure is not None]
                if not _interval(stated).meets(_sum(parts)):
                    together = rounded(sum(parts, Decimal(0)), max(written_decimals(part) for part in parts))
                    arguments = {"table": name, "stated": f"{stated}", "sum": f"{together}"}
                    related = tuple(place(report.file, *at[:3], str(other), str(column)) for other in above)
                    yield Finding(at, arguments, related)


def _is_total(cell: Text) -> bool:
    return any(_TOTAL.fullmatch(wording) for wording in (cell.zh, cell.en) if wording)


def _figure(cell: Text) -> Decimal | None:
    match = _FIGURE.fullmatch(cell.zh or cell.en or "")
    return Decimal(match[1].replace(",", "").replace("，", "")) if match else None


def _interval(value: Decimal) -> Interval:
    return around(value, written_decimals(value))


def _sum(parts: Sequence[Decimal]) -> Interval:
    return sum((_interval(part) for part in parts), exactly(Decimal(0)))
