"""The cover's tables: details, document control, revision history."""

from __future__ import annotations

from collections.abc import Mapping

from ghgplan.document.blocks import Cell, Cover, Line, Row, Run, Words
from ghgplan.emit.markdown.tables import html_table, pipe_table


def details_text(cover: Cover) -> str:
    """Label and value, row by row. In HTML, for a table of pipes must have a head and this one has none."""
    rows = [(Cell(label, strong=True), Cell(value)) for label, value in cover.details]
    return html_table((), rows) if rows else ""


def control_text(cover: Cover, labels: Mapping[str, Words]) -> str:
    """Who prepared, reviewed and approved. Uses the labels ``role``, ``name`` and ``date``."""
    rows = [(Cell(line.label), Cell(line.by), Cell(line.date)) for line in cover.control]
    return pipe_table(_head(labels, "role", "name", "date"), rows) if rows else ""


def history_text(cover: Cover, labels: Mapping[str, Words]) -> str:
    """The versions and what each changed. Uses the labels ``version``, ``date`` and ``change``."""
    rows = [(Cell(_code(line.version)), Cell(line.date), Cell(line.change)) for line in cover.history]
    return pipe_table(_head(labels, "version", "date", "change"), rows) if rows else ""


def _head(labels: Mapping[str, Words], *names: str) -> Row:
    return tuple(Cell(labels[name]) for name in names)


def _code(text: str) -> Words:
    return (Line(None, (Run(text),)),)
