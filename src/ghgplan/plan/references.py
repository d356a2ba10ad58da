"""Whether everything a plan names exists: entities, pathways, tables, diagrams, years.

Looks at the plan as written, not as typed: a wrong unit or a missing key elsewhere must
not keep a misspelt name from being reported in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from ghgplan.diagnostics import Diagnostic, Path, nearest
from ghgplan.plan.model.outline import CHARTS, TABLES
from ghgplan.plan.model.pathways import METHODS
from ghgplan.plan.model.plan import Plan, PlanFile
from ghgplan.plan.source import Listing, Node, Scalar, Source, Table

PATHWAY_TABLES = {"pathways", "pathway rates", "pathway check", "progress", "progress outlook", "gap", "group"}
MEASURE_TABLES = {"measures", "savings", "abatement"}
WHOLE_PLAN_TABLES = {"committee", "data quality", "standards", "accepted findings", "conformance"}

_CHART_NAMES = {**{name: name for name in CHARTS}, **{chinese: name for name, chinese in CHARTS.items()}}
_CHAPTERS = tuple(field.alias or name for name, field in Plan.model_fields.items())


def check_references(source: Source, members: Mapping[str, PlanFile]) -> Iterator[Diagnostic]:
    """The findings on names, and on values that a name promises, in any order.

    Nothing is said of a chapter that is itself unreadable, nor of names in a member's
    plan that is not among ``members``: each of these has a finding of its own.
    """
    plan = _Written(source, members)
    yield from _entities(plan)
    yield from _pathways(plan)
    yield from _measures(plan)
    yield from _diagrams(plan)
    yield from _own_tables(plan)
    for path in plan.children(("outline",)):
        yield from _section(plan, path)


def known(source: Source, members: Mapping[str, PlanFile], chapter: str) -> list[str]:
    """The names under ``chapter``, and those of the members behind the member's name."""
    own = source.node((chapter,))
    names = [key.text for key, _ in own.entries] if isinstance(own, Table) else []
    return names + [f"{member}.{name}" for member, file in members.items() for name in known(file.source, file.members, chapter)]


class _Written:
    """The plan as its author wrote it."""

    def __init__(self, source: Source, members: Mapping[str, PlanFile]) -> None:
        self.source = source
        self.members = members
        self.failed_members = set(self.keys(("members",))) - set(members)

    def keys(self, path: Path) -> list[str]:
        """The keys of the mapping at ``path``; none where there is none."""
        node = self.source.node(path)
        return [key.text for key, _ in node.entries] if isinstance(node, Table) else []

    def children(self, path: Path) -> list[Path]:
        """The paths of the things at ``path``: a mapping's values or a list's items."""
        node = self.source.node(path)
        if isinstance(node, Listing):
            return [(*path, str(number)) for number in range(len(node.items))]
        return [(*path, key) for key in self.keys(path)]

    def text(self, path: Path) -> str | None:
        """The text at ``path``, None where nothing or something else stands there."""
        node = self.source.node(path)
        return node.text if isinstance(node, Scalar) and node.text.strip() else None

    def has(self, path: Path) -> bool:
        """True where something is filled in at ``path``."""
        node: Node | None = self.source.node(path)
        match node:
            case None | Scalar(text=""):
                return False
            case Table(entries=()) | Listing(items=()):
                return False
            case _:
                return True

    def is_readable(self, chapter: str) -> bool:
        """False where a chapter's names cannot be known: it is no mapping, or its key is misspelt."""
        node = self.source.node((chapter,))
        if node is not None:
            return isinstance(node, Table)
        return chapter not in {nearest(key, _CHAPTERS) for key in self.keys(()) if key not in _CHAPTERS}

    def unknown(self, path: Path, names: Collection[str], what: str, *, at_key: bool = False) -> Iterator[Diagnostic]:
        """A finding where what is written at ``path`` (or its last key) is not among ``names``, all of the chapter ``what``."""
        name = path[-1] if at_key else self.text(path)
        if name is None or name in names or name.split(".")[0] in self.failed_members:
            return
        span = self.source.key_span(path) if at_key else self.source.span(path)
        close = nearest(name, names)
        if close:
            yield Diagnostic("GP-R01", span, path, {"what": what, "name": name, "suggestion": close})
        elif names:
            yield Diagnostic("GP-R02", span, path, {"what": what, "name": name, "known": ", ".join(names)})
        else:
            yield Diagnostic("GP-R02", span, path, {"what": what, "name": name}, hint="GP-R02.none")


def _entities(plan: _Written) -> Iterator[Diagnostic]:
    if not plan.is_readable("entities"):
        return
    entities = plan.keys(("entities",))
    for chapter in ("inventory", "energy"):
        for path in plan.children((chapter,)):
            yield from plan.unknown(path, entities, "entities", at_key=True)
    for chapter in ("pathways", "targets", "measures"):
        for path in plan.children((chapter,)):
            yield from plan.unknown((*path, "entity"), entities, "entities")


def _pathways(plan: _Written) -> Iterator[Diagnostic]:
    for path in plan.children(("pathways",)):
        aim, years = plan.text((*path, "aim")), plan.keys((*path, "values"))
        # Other methods compute the value of the year that is aimed at.
        is_stated = plan.text((*path, "method")) in ("asi-tool", METHODS["asi-tool"])
        if is_stated and aim and re.fullmatch("[0-9]{4}", aim) and years and aim not in years:
            aim_path = (*path, "aim")
            yield Diagnostic("GP-R04", plan.source.span(aim_path), aim_path, {"year": aim, "years": ", ".join(years)})
    if plan.is_readable("pathways"):
        pathways = plan.keys(("pathways",))
        for path in plan.children(("progress",)):
            yield from plan.unknown(path, pathways, "pathways", at_key=True)
        for path in plan.children(("targets",)):
            for one in plan.children((*path, "pathway")) or [(*path, "pathway")]:
                yield from plan.unknown(one, pathways, "pathways")


def _measures(plan: _Written) -> Iterator[Diagnostic]:
    if plan.is_readable("measures"):
        measures = plan.keys(("measures",))
        for path in plan.children(("measures",)):
            for other in plan.children((*path, "overlaps")):
                yield from plan.unknown(other, measures, "measures")


def _diagrams(plan: _Written) -> Iterator[Diagnostic]:
    for path in plan.children(("diagrams",)):
        key = plan.source.key_span(path)
        boxes = plan.keys((*path, "boxes"))
        if plan.has((*path, "steps")) == plan.has((*path, "boxes")):
            yield Diagnostic("GP-R06", key, path)
        if boxes and not plan.has((*path, "top")):
            yield Diagnostic("GP-R07", key, path)
        if boxes:
            yield from plan.unknown((*path, "top"), boxes, "boxes")
        yield from _boxes(plan, path, boxes)


def _boxes(plan: _Written, path: Path, boxes: list[str]) -> Iterator[Diagnostic]:
    under = {box: plan.text((*path, "boxes", box, "under")) for box in boxes}
    for box, above in under.items():
        box_path: Path = (*path, "boxes", box)
        if above is not None:
            yield from plan.unknown((*box_path, "under"), boxes, "boxes")
        elif box != plan.text((*path, "top")):
            yield Diagnostic("GP-R08", plan.source.key_span(box_path), box_path, {"name": box})
        if box in _boxes_above(under, box):
            yield Diagnostic("GP-R09", plan.source.key_span(box_path), box_path, {"name": box})


def _boxes_above(under: Mapping[str, str | None], box: str) -> set[str]:
    above: set[str] = set()
    here = under.get(box)
    while here is not None and here not in above:
        above.add(here)
        here = under.get(here)
    return above


def _own_tables(plan: _Written) -> Iterator[Diagnostic]:
    for path in plan.children(("tables",)):
        if path[-1] in TABLES:
            yield Diagnostic("GP-R10", plan.source.key_span(path), path, {"name": path[-1]})
        columns = plan.source.node((*path, "columns"))
        for row_path in plan.children((*path, "rows")):
            row = plan.source.node(row_path)
            if isinstance(columns, Listing) and isinstance(row, Listing) and len(row.items) != len(columns.items):
                arguments = {"cells": str(len(row.items)), "columns": str(len(columns.items))}
                yield Diagnostic("GP-R05", plan.source.span(row_path), row_path, arguments)


def _section(plan: _Written, path: Path) -> Iterator[Diagnostic]:
    # Sections nest as deep as the reader lets them, which is no depth for Python.
    for item in plan.children((*path, "body")):
        yield from _item(plan, item)
    for below in plan.children((*path, "sections")):
        yield from _section(plan, below)


def _item(plan: _Written, path: Path) -> Iterator[Diagnostic]:
    table, chart = plan.text((*path, "table")), _CHART_NAMES.get(plan.text((*path, "chart")) or "")
    if table is not None and plan.is_readable("tables"):
        yield from plan.unknown((*path, "table"), [*TABLES, *plan.keys(("tables",))], "tables")
    if chart == "diagram" and len(plan.children((*path, "of"))) != 1:
        yield Diagnostic("GP-R11", plan.source.span(path), path)
    chapter = _chapter_of(plan, table, chart)
    if chapter is None or not plan.is_readable(chapter):
        return
    names = known(plan.source, plan.members, chapter) + list(plan.members if chapter != "diagrams" else ())
    for name in plan.children((*path, "of")):
        yield from plan.unknown(name, names, chapter)


def _chapter_of(plan: _Written, table: str | None, chart: str | None) -> str | None:
    """The chapter that an item's ``of`` takes its names from."""
    if chart is not None:
        return {"pathway": "pathways", "gap": "pathways", "diagram": "diagrams"}.get(chart, "entities")
    if table not in TABLES or table in WHOLE_PLAN_TABLES or table in plan.keys(("tables",)):
        return None
    if table in PATHWAY_TABLES:
        return "pathways"
    if table in MEASURE_TABLES:
        return "measures"
    return "targets" if table == "targets" else "entities"
