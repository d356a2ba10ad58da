"""A plan's text as a tree that remembers where everything stood.

Scalars stay text: what ``007``, ``no`` or ``1.10`` mean is decided by the schema
that asks for them, never by YAML.
"""

from __future__ import annotations

from typing import TypeAlias

from ghgplan.diagnostics import Path, Span
from ghgplan.values import frozen


@frozen
class Scalar:
    """A value as typed; ``quoted`` where quotes or a block marker stood around it."""

    text: str
    quoted: bool
    span: Span


@frozen
class Listing:
    """A YAML sequence."""

    items: tuple[Node, ...]
    span: Span


@frozen
class Table:
    """A YAML mapping, in the order written."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span


Node: TypeAlias = Scalar | Listing | Table

Raw: TypeAlias = "str | list[Raw] | dict[str, Raw] | None"


@frozen
class Source:
    """One plan file, read: its name, its lines and its tree.

    ``reported`` holds the lines (from 1) on which reading met something it had to read
    over: what would be said of the values there follows from what was said already.
    """

    file: str
    lines: tuple[str, ...]
    root: Table
    reported: frozenset[int] = frozenset()

    def raw(self) -> dict[str, Raw]:
        """The tree as plain dictionaries, lists and texts; an empty value is None."""
        return {key.text: _raw(value) for key, value in self.root.entries}

    def node(self, path: Path) -> Node | None:
        """The node at ``path``, or None where the plan has nothing there."""
        found: Node | None = self.root
        for step in path:
            found = _child(found, step)
            if found is None:
                return None
        return found

    def span(self, path: Path) -> Span:
        """Where the value at ``path`` stands; its nearest parent where it is missing."""
        here: Node = self.root
        for step in path:
            below = _child(here, step)
            if below is None:
                break
            here = below
        return here.span

    def key_span(self, path: Path) -> Span:
        """Where the last key of ``path`` stands; the nearest parent's value where there is none."""
        if not path:
            return self.root.span
        parent = self.node(path[:-1])
        if isinstance(parent, Table):
            for key, _ in parent.entries:
                if key.text == path[-1]:
                    return key.span
        return self.span(path)

    def find(self, path: Path, fragment: str) -> Span:
        """Where ``fragment`` stands inside the text at ``path``; the text's start if it is not found."""
        start = self.span(path)
        for number in range(start.line, len(self.lines) + 1):
            line = self.lines[number - 1]
            column = line.find(fragment, start.column - 1 if number == start.line else 0)
            if column >= 0:
                return Span(self.file, number, column + 1, len(fragment))
        return start

    def line(self, span: Span) -> str:
        """The text of the line that ``span`` stands on."""
        return self.lines[span.line - 1] if 0 < span.line <= len(self.lines) else ""


def _raw(node: Node) -> Raw:
    match node:
        case Scalar(text="", quoted=False):
            return None
        case Scalar(text=text):
            return text
        case Listing(items=items):
            return [_raw(item) for item in items]
        case Table(entries=entries):
            return {key.text: _raw(value) for key, value in entries}


def _child(node: Node | None, step: str) -> Node | None:
    match node:
        case Table(entries=entries):
            for key, value in entries:
                if key.text == step:
                    return value
            return None
        case Listing(items=items) if step.isdigit() and int(step) < len(items):
            return items[int(step)]
        case _:
            return None
