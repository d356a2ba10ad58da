"""What is left of a plan when the things with a mistake in them are taken out: enough to look for mistakes in the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from pydantic import ValidationError

from ghgplan.diagnostics import Diagnostic, Path
from ghgplan.plan.errors import diagnostics
from ghgplan.plan.model.plan import Plan, PlanFile
from ghgplan.plan.references import check_references
from ghgplan.plan.source import Listing, Node, Scalar, Source, Table

_THINGS: Mapping[str, tuple[int, ...]] = {
    "entities": (2,),
    "inventory": (4, 2),
    "energy": (4, 2),
    "pathways": (2,),
    "progress": (2,),
    "targets": (2,),
    "measures": (2,),
    "diagrams": (2,),
    "tables": (2,),
    "outline": (1,),
    "accepted": (1,),
}
"""How many steps of a path lead to a named thing of a chapter, the smallest first; all of a list, whose items have no names.

What is in no such chapter bears on everything: how the figures are accounted for, when the document is dated.
"""
_BELOW = ("sources", "carriers")


def sound_part(source: Source, members: Mapping[str, PlanFile]) -> PlanFile | None:
    """The plan without each thing that has a mistake, and without what refers to it; None where something else has one."""
    while True:
        found = _mistakes(source, members)
        if isinstance(found, PlanFile):
            return found
        things = {_thing(mistake.path) for mistake in found}
        if None in things:
            return None
        smaller = replace(source, root=_without(source.root, {thing for thing in things if thing}))
        if smaller == source:
            return None
        source = smaller


def _mistakes(source: Source, members: Mapping[str, PlanFile]) -> PlanFile | Iterable[Diagnostic]:
    try:
        plan = Plan.model_validate(source.raw())
    except ValidationError as error:
        return diagnostics(error, Plan, source)
    references = tuple(check_references(source, members))
    return references or PlanFile(plan, source, members)


def _thing(path: Path) -> Path | None:
    """The named thing that ``path`` leads into; None where it is in none."""
    for depth in _THINGS.get(path[0], ()) if path else ():
        if len(path) >= depth and (depth < 4 or path[2] in _BELOW):
            return path[:depth]
    return None


def _without(table: Table, things: Collection[Path]) -> Table:
    """The mapping without ``things``; a list that is to go is left empty."""
    kept: list[tuple[Scalar, Node]] = []
    for key, node in table.entries:
        below = {path[1:] for path in things if path[0] == key.text}
        if () not in below:
            kept.append((key, _without(node, below) if below and isinstance(node, Table) else node))
        elif isinstance(node, Listing):
            kept.append((key, Listing((), node.span)))
    return replace(table, entries=tuple(kept))
