"""What a plan defines and its document never shows or mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ghgplan.checks.rule import Finding
from ghgplan.checks.wording.prose import quoted
from ghgplan.compute.report import Report
from ghgplan.plan.model.outline import Item
from ghgplan.plan.placing import placed_items

_SHOWN_BY: Mapping[str, frozenset[str]] = {
    "pathways": frozenset(
        {"pathways", "pathway rates", "pathway check", "progress", "progress outlook", "gap", "group", "chart pathway", "chart gap"}
    ),
    "targets": frozenset({"targets"}),
    "measures": frozenset({"measures", "savings", "abatement", "gap", "chart gap"}),
}
"""The tables and charts that show the things of a chapter. A gap is of pathways, and shows all measures."""

_ANNEXES = {"calculation record", "accepted findings", "conformance", "standards"}
"""Tables that stand for themselves under their heading."""


def unreferred_items(report: Report) -> Iterator[Finding]:
    """A table or figure that no text refers to."""
    names = quoted(report)
    for part in placed_items(report.plan.outline):
        if f"\n{part.reference}\n" not in names and part.item.table not in _ANNEXES:
            yield Finding(part.path, {"kind": part.kind, "name": part.name})


def unused_definitions(report: Report) -> Iterator[Finding]:
    """A table, diagram, pathway, target, measure or entity that the document does not use.

    A plan whose outline shows nothing yet is a draft: there everything is still to be placed.
    """
    items = [part.item for part in placed_items(report.plan.outline)]
    if not items:
        return
    names = quoted(report)
    shown = {chapter: _shown(items, by, getattr(report.plan, chapter)) for chapter, by in _SHOWN_BY.items()}
    shown["tables"] = {item.table for item in items if item.table}
    shown["diagrams"] = {name for item in items if item.chart == "diagram" for name in item.of}
    shown["entities"] = _entities(report, items)
    for chapter, used in shown.items():
        others = "|progress|gap" if chapter == "pathways" else ""
        for name in getattr(report.plan, chapter):
            if name not in used and not re.search(rf"\n(?:{chapter}{others})\.{re.escape(name)}[.\n]", names):
                yield Finding((chapter, name), {"construct": chapter, "name": name}, at_key=True)


def _shown(items: Sequence[Item], by: frozenset[str], things: Mapping[str, object]) -> set[str]:
    shown: set[str] = set()
    for item in items:
        name = f"chart {item.chart}" if item.chart else item.table
        if name in by:
            # The names of a gap are pathways: its measures are all of them.
            chosen = set(item.of) & set(things)
            shown |= set(things) if not item.of or (name in ("gap", "chart gap") and not chosen) else chosen
    return shown


def _entities(report: Report, items: Sequence[Item]) -> set[str]:
    """Entities that anything in the plan belongs to, or that an item names."""
    plan = report.plan
    owners = [each.entity for things in (plan.pathways, plan.targets, plan.measures) for each in things.values()]
    return {name for name in owners if name} | set(plan.inventory) | set(plan.energy) | {name for item in items for name in item.of}
