"""Activity data from CSV files beside a plan, set into its tree where they belong.

A row names its source, year, amount and unit; in the tree it stands under the source's
``activity`` like a value of the plan, but its place is the row of the file. So types,
findings and derivations treat both alike.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ghgplan.diagnostics import Diagnostic, Outcome, Path, Span, nearest
from ghgplan.plan.encoding import decode
from ghgplan.plan.source import Listing, Node, Scalar, Source, Table
from ghgplan.values import frozen

KEY = "activity data"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "source": ("source", "排放源"),
    "year": ("year", "年份"),
    "amount": ("amount", "数量"),
    "unit": ("unit", "单位"),
}
"""The columns that must be there, with the names their heads may have; other columns are the keeper's own."""


@frozen
class DataFile:
    """A CSV file: the name that findings show, and its bytes."""

    label: str
    content: bytes


@frozen
class _Row:
    source: Scalar
    year: Scalar
    amount: Scalar


def data_paths(source: Source) -> Iterator[tuple[Path, Scalar]]:
    """The CSV files that a plan names, as written, with the path of each."""
    inventory = source.node(("inventory",))
    for entity, _ in inventory.entries if isinstance(inventory, Table) else ():
        named = source.node(("inventory", entity.text, KEY))
        for position, item in enumerate(named.items if isinstance(named, Listing) else ()):
            if isinstance(item, Scalar) and item.text:
                yield ("inventory", entity.text, KEY, str(position)), item


def with_data(source: Source, files: Mapping[Path, DataFile]) -> Outcome[Source]:
    """The plan with the rows of ``files`` (by the path that names them) in its tree."""
    findings: list[Diagnostic] = []
    root: Node = source.root
    for path, file in files.items():
        rows = _read(file, path)
        findings += rows.diagnostics
        for row in rows.value or ():
            root, found = _placed(source, root, row, path)
            findings += found
    return Outcome(replace(source, root=root) if isinstance(root, Table) else source, tuple(findings))


def _placed(source: Source, root: Node, row: _Row, path: Path) -> tuple[Node, tuple[Diagnostic, ...]]:
    sources = (*path[:2], "sources")
    table = source.node(sources)
    known = [key.text for key, _ in table.entries] if isinstance(table, Table) else []
    if row.source.text not in known:
        arguments = {"what": ".".join(sources), "name": row.source.text, "known": ", ".join(known), "suggestion": ""}
        close = nearest(row.source.text, known)
        code = "GP-R01" if close else "GP-R02"
        return root, (Diagnostic(code, row.source.span, path, {**arguments, "suggestion": close or ""}),)
    at = (*sources, row.source.text, "activity")
    stated = replace(source, root=root).node((*at, row.year.text)) if isinstance(root, Table) else None
    if stated:
        arguments = {"source": row.source.text, "year": row.year.text, "other": str(stated.span)}
        return root, (Diagnostic("GP-F31", row.year.span, path, arguments),)
    return _with(root, at, row.year, row.amount), ()


def _with(node: Node | None, path: Path, key: Scalar, value: Scalar) -> Table:
    """The tree with ``key: value`` added to the mapping at ``path``, which is made where it is missing."""
    entries = node.entries if isinstance(node, Table) else ()
    span = node.span if isinstance(node, Table) else value.span
    if not path:
        return Table((*entries, (key, value)), span)
    step, below = path[0], path[1:]
    inner = next((child for name, child in entries if name.text == step), None)
    changed = _with(inner, below, key, value)
    if inner is None:
        return Table((*entries, (Scalar(step, quoted=False, span=value.span), changed)), span)
    return Table(tuple((name, changed if name.text == step else child) for name, child in entries), span)


def _read(file: DataFile, path: Path) -> Outcome[tuple[_Row, ...]]:
    decoded = decode(file.content, file.label)
    if decoded.value is None:
        return Outcome(None, tuple(replace(d, path=path) for d in decoded.diagnostics))
    lines = decoded.value.split("\n")
    heads = [head.strip() for head in _cells(lines[0])]
    columns = {column: next((heads.index(name) for name in names if name in heads), None) for column, names in COLUMNS.items()}
    missing = [" / ".join(COLUMNS[column]) for column, position in columns.items() if position is None]
    if missing:
        return Outcome(None, (Diagnostic("GP-F30", Span(file.label, 1, 1), path, {"columns": ", ".join(missing)}),))
    positions = {column: position for column, position in columns.items() if position is not None}
    rows: list[_Row] = []
    for number, line in enumerate(lines[1:], start=2):
        cells = _cells(line)
        if any(cell.strip() for cell in cells):
            rows.append(_row(file.label, number, line, cells, positions))
    return Outcome(tuple(rows))


def _cells(line: str) -> list[str]:
    return next(csv.reader([line]), list[str]())


def _row(label: str, number: int, line: str, cells: Sequence[str], positions: Mapping[str, int]) -> _Row:
    starts: list[int] = []
    at = 0
    for cell in cells:
        found = line.find(cell, at)
        starts.append(max(found, at))
        at = starts[-1] + len(cell)

    def scalar(column: str, text: str | None = None) -> Scalar:
        position = positions[column]
        cell = cells[position].strip() if position < len(cells) else ""
        start = starts[position] if position < len(starts) else len(line)
        return Scalar(cell if text is None else text, quoted=False, span=Span(label, number, start + 1, max(len(cell), 1)))

    amount = f"{scalar('amount').text} {scalar('unit').text}".strip()
    return _Row(scalar("source"), scalar("year"), scalar("amount", amount))
