"""The part of Jinja's language that a template may use: an allow-list over the syntax tree.

It stands beside the sandbox, and each stops what the other cannot see. The sandbox works on values while a
template runs, and does not see a filter or a ``~`` that fills the memory; this list works on words before
anything runs, and does not see what a value has behind it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jinja2 import nodes

from ghgplan.values import frozen

TESTS = ("defined", "undefined", "odd", "even")
DEEPEST = 12
"""Loops and choices inside one another; Python itself takes no more than 20."""
_DEEPEST_NODE = 120
"""Of all words inside one another: ``a.a.a…`` is a way to end a program that goes down it step by step."""

# Without lists of its own, joined or not, a template has nothing that could grow from step to step.
_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.For, nodes.If, nodes.CondExpr,
    nodes.Compare, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
_REFUSED: tuple[tuple[tuple[type[nodes.Node], ...], str], ...] = (
    ((nodes.Call, nodes.Keyword, nodes.Pair), "call"),
    ((nodes.BinExpr, nodes.UnaryExpr, nodes.Concat), "calculation"),
    ((nodes.Assign, nodes.AssignBlock, nodes.With, nodes.NSRef), "assignment"),
    ((nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.Block), "macro"),
    ((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends), "inclusion"),
    ((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier), "escaping"),
    ((nodes.List, nodes.Tuple, nodes.Dict, nodes.Slice), "list"),
)


@frozen
class Refusal:
    """A construct that is not open to templates: its name, the word that it was met by, and its line."""

    construct: str
    word: str
    line: int


def refusals(tree: nodes.Template, filters: Collection[str]) -> Iterator[Refusal]:
    """What in ``tree`` asks for more than printing data, with ``filters`` as the filters that are open."""
    # No recursion: a template of ten thousand brackets is to be refused too, not to end the program.
    waiting: list[tuple[nodes.Node, nodes.Node, int, int]] = [(tree, tree, 0, 0)]
    while waiting:
        node, parent, depth, level = waiting.pop()
        refused = _refused(node, parent, filters)
        if refused:
            yield Refusal(refused[0], refused[1], node.lineno)
            continue
        inner = depth + isinstance(node, (nodes.For, nodes.If, nodes.CondExpr))
        if inner > DEEPEST or level > _DEEPEST_NODE:
            yield Refusal("depth", "", node.lineno)
            continue
        waiting.extend((child, node, inner, level + 1) for child in reversed(list(node.iter_child_nodes())))


def _refused(node: nodes.Node, parent: nodes.Node, filters: Collection[str]) -> tuple[str, str] | None:
    match node:
        case nodes.For(recursive=True):
            return "recursion", "recursive"
        case nodes.For(target=target) if not isinstance(target, nodes.Name):
            return "assignment", "for"
        case nodes.Filter():
            return _refused_filter(node, filters)
        case nodes.Test(name=name):
            return None if name in TESTS else ("test", name)
        case nodes.Getattr(attr=name):
            return ("attribute", name) if name.startswith("_") else None
        case nodes.Getitem(arg=nodes.Const(value=str() | int() as key)):
            return ("attribute", str(key)) if str(key).startswith("_") else None
        case nodes.Getitem():
            return "list", "[ ]"
        case nodes.List() | nodes.Tuple() if isinstance(parent, nodes.Operand) and parent.op in ("in", "notin"):
            return None
        case nodes.Operand():
            return None
        case _:
            pass
    if isinstance(node, _PLAIN):
        return None
    name = next((name for kinds, name in _REFUSED if isinstance(node, kinds)), "other")
    called = node.node if isinstance(node, nodes.Call) else node
    word = called.name if isinstance(called, nodes.Name) else called.attr if isinstance(called, nodes.Getattr) else type(node).__name__
    return name, word


def _refused_filter(node: nodes.Filter, filters: Collection[str]) -> tuple[str, str] | None:
    if node.name not in filters:
        return "escaping" if node.name == "safe" else "filter", node.name
    if node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) > 1:
        return "filter", node.name
    # Joined by what was joined before, a list grows without end.
    if node.name == "join" and not all(isinstance(argument, nodes.Const) for argument in node.args):
        return "filter", node.name
    return None
