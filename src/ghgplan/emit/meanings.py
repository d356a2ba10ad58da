"""What the words of a template stand for, without filling it: unknown names, and names put to a use that they do not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from jinja2 import nodes

from ghgplan.diagnostics import nearest
from ghgplan.emit.names import Kind, Name
from ghgplan.values import frozen

Scope: TypeAlias = Mapping[str, Name | None]
"""What each name stands for; None where that is not known, and may be anything."""

Trouble = Literal["unknown", "list", "no-list", "number", "ready", "not-ready", "quoted"]


@frozen
class Misuse:
    """A name that is not there, or that is not what it is used as; ``suggestion`` is what was meant, or empty."""

    trouble: Trouble
    name: str
    suggestion: str = ""


@dataclass(slots=True)
class Meanings:
    """Reads expressions of one scope. A name that is unknown is told once and then stands for anything."""

    scope: Scope
    found: list[Misuse]

    def printed(self, expression: nodes.Expr, *, as_paragraph: bool) -> None:
        """``{{ expression }}``, or ``{{p expression }}``."""
        if isinstance(expression, nodes.Const):
            self.found.append(Misuse("quoted", str(expression.value)))
            return
        for branch in self._branches(expression):
            meant = None if isinstance(branch, nodes.Const) else self.of(branch)
            if meant is None:
                continue
            kind: Kind = meant.kind
            if kind in (Kind.LIST, Kind.RECORD):
                self.found.append(Misuse("list", spelt(branch)))
            elif kind is Kind.NUMBER:
                self.found.append(Misuse("number", spelt(branch)))
            elif as_paragraph != (kind is Kind.READY):
                self.found.append(Misuse("not-ready" if as_paragraph else "ready", spelt(branch)))

    def _branches(self, expression: nodes.Expr) -> Iterator[nodes.Expr]:
        """What may be printed of ``a if b else c``."""
        if not isinstance(expression, nodes.CondExpr):
            yield expression
            return
        self.of(expression.test)
        yield from self._branches(expression.expr1)
        if expression.expr2 is not None:
            yield from self._branches(expression.expr2)

    def item(self, expression: nodes.Node) -> Name | None:
        """What ``{% for item in expression %}`` goes through; None where that is not known."""
        meant = self.of(expression)
        if meant is None:
            return None
        if meant.each is None:
            self.found.append(Misuse("no-list", spelt(expression)))
        return meant.each

    def of(self, expression: nodes.Node) -> Name | None:
        """What an expression stands for; None where it is unknown, or a matter of choice."""
        match expression:
            case nodes.Name(name=name):
                return self._known(self.scope, name, name)
            case nodes.Getattr(node=node, attr=key):
                return self._below(node, key)
            case nodes.Getitem(node=node, arg=nodes.Const(value=key)):
                return self._below(node, key)
            case nodes.Filter(name=name, node=nodes.Expr() as node):
                return self._filtered(name, self.of(node), expression)
            case _:
                pass
        for child in expression.iter_child_nodes():
            self.of(child)
        return None

    def _below(self, node: nodes.Node, key: object) -> Name | None:
        above = self.of(node)
        if above is None:
            return None
        if above.kind is Kind.LIST and isinstance(key, int):
            return above.each
        return self._known(above.fields, str(key), f"{spelt(node)}.{key}")

    def _known(self, names: Scope, name: str, whole: str) -> Name | None:
        if name in names:
            return names[name]
        close = nearest(name, names) or ""
        before = whole.removesuffix(name)
        self.found.append(Misuse("unknown", whole, before + close if close else ", ".join(before + each for each in names)))
        return None

    def _filtered(self, name: str, meant: Name | None, expression: nodes.Filter) -> Name | None:
        for argument in expression.args:
            self.of(argument)
        if meant is None:
            return None
        match name:
            case "first" | "last" if meant.each:
                return meant.each
            case "join" if meant.each and meant.each.kind is Kind.TEXT:
                return meant.each
            case "length":
                return Name("", "", Kind.NUMBER)
            case "default":
                return meant
            case "capitalize" | "lower" | "title" | "trim" | "upper" if meant.kind is Kind.TEXT:
                return meant
            case _:
                pass
        self.found.append(Misuse("no-list" if name in ("first", "last", "join") else "list", spelt(expression.node or expression)))
        return None


def spelt(expression: nodes.Node) -> str:
    """An expression as its author may have written it."""
    match expression:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=node, attr=key):
            return f"{spelt(node)}.{key}"
        case nodes.Getitem(node=node, arg=nodes.Const(value=key)):
            return f"{spelt(node)}[{key!r}]" if isinstance(key, int) else f"{spelt(node)}.{key}"
        case nodes.Filter(node=nodes.Expr() as node):
            return spelt(node)
        case _:
            return type(expression).__name__
