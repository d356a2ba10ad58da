"""Whether everything a plan names exists: entities, pathways, tables, diagrams, years.

A finding here never stops the others: all of them are reported at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ghgplan.diagnostics import Diagnostic, Path, nearest
from ghgplan.plan.model.governance import Box
from ghgplan.plan.model.outline import TABLES, Item, Section
from ghgplan.plan.model.plan import Plan, PlanFile

PATHWAY_TABLES = {"pathways", "progress"}
MEASURE_TABLES = {"measures", "savings"}
ENERGY_TABLES = {"energy structure", "energy use", "energy consumption"}
WHOLE_PLAN_TABLES = {"committee", "data quality", "standards"}


def check_references(file: PlanFile) -> Iterator[Diagnostic]:
    """The findings on names and on values that a name promises."""
    yield from _entities(file)
    yield from _pathways(file)
    yield from _targets_and_measures(file)
    yield from _diagrams(file)
    yield from _own_tables(file)
    for number, section in enumerate(file.plan.outline):
        yield from _section(file, section, ("outline", str(number)))


def known(file: PlanFile, chapter: str) -> list[str]:
    """The names under ``chapter``, and those of the members behind the member's name."""
    own = list(getattr(file.plan, chapter))
    return own + [f"{member}.{name}" for member, below in file.members.items() for name in known(below, chapter)]


def _unknown(file: PlanFile, path: Path, name: str, names: Collection[str], what: str, *, at_key: bool = False) -> Iterator[Diagnostic]:
    if name in names:
        return
    span = file.source.key_span(path) if at_key else file.source.span(path)
    close = nearest(name, names)
    if close:
        yield Diagnostic("GP-R01", span, path, {"what": what, "name": name, "suggestion": close})
    else:
        yield Diagnostic("GP-R02", span, path, {"what": what, "name": name, "known": ", ".join(names) or "-"})


def _entities(file: PlanFile) -> Iterator[Diagnostic]:
    plan = file.plan
    for chapter in ("inventory", "energy"):
        for name in getattr(plan, chapter):
            yield from _unknown(file, (chapter, name), name, plan.entities, "entities", at_key=True)
    for chapter in ("pathways", "targets", "measures"):
        for name, thing in getattr(plan, chapter).items():
            if thing.entity is not None:
                yield from _unknown(file, (chapter, name, "entity"), thing.entity, plan.entities, "entities")


def _pathways(file: PlanFile) -> Iterator[Diagnostic]:
    plan = file.plan
    for name, pathway in plan.pathways.items():
        path: Path = ("pathways", name)
        if pathway.aim is not None and pathway.aim not in pathway.values:
            years = ", ".join(str(year) for year in pathway.values)
            yield Diagnostic("GP-R04", file.source.span((*path, "aim")), (*path, "aim"), {"year": str(pathway.aim), "years": years})
    for name in plan.progress:
        yield from _unknown(file, ("progress", name), name, plan.pathways, "pathways", at_key=True)


def _targets_and_measures(file: PlanFile) -> Iterator[Diagnostic]:
    for name, target in file.plan.targets.items():
        if target.pathway is not None:
            yield from _unknown(file, ("targets", name, "pathway"), target.pathway, file.plan.pathways, "pathways")


def _diagrams(file: PlanFile) -> Iterator[Diagnostic]:
    for name, diagram in file.plan.diagrams.items():
        path: Path = ("diagrams", name)
        if bool(diagram.steps) == bool(diagram.boxes):
            yield Diagnostic("GP-R06", file.source.key_span(path), path)
        if diagram.boxes:
            if diagram.top is None:
                yield Diagnostic("GP-R07", file.source.key_span(path), path)
            else:
                yield from _unknown(file, (*path, "top"), diagram.top, diagram.boxes, "boxes")
        for box_name, box in diagram.boxes.items():
            box_path: Path = (*path, "boxes", box_name)
            if box.under is not None:
                yield from _unknown(file, (*box_path, "under"), box.under, diagram.boxes, "boxes")
            if box.under is None and box_name != diagram.top:
                yield Diagnostic("GP-R08", file.source.key_span(box_path), box_path, {"name": box_name})
            if box_name in _boxes_above(diagram.boxes, box_name):
                yield Diagnostic("GP-R09", file.source.key_span(box_path), box_path, {"name": box_name})


def _boxes_above(boxes: Mapping[str, Box], name: str) -> list[str]:
    above: list[str] = []
    under = boxes[name].under
    while under is not None and under in boxes and under not in above:
        above.append(under)
        under = boxes[under].under
    return above


def _own_tables(file: PlanFile) -> Iterator[Diagnostic]:
    for name, table in file.plan.tables.items():
        path: Path = ("tables", name)
        if name in TABLES:
            yield Diagnostic("GP-R10", file.source.key_span(path), path, {"name": name})
        for number, row in enumerate(table.rows):
            if len(row) != len(table.columns):
                arguments = {"cells": str(len(row)), "columns": str(len(table.columns))}
                row_path = (*path, "rows", str(number))
                yield Diagnostic("GP-R05", file.source.span(row_path), row_path, arguments)


def _section(file: PlanFile, section: Section, path: Path) -> Iterator[Diagnostic]:
    for number, item in enumerate(section.body):
        yield from _item(file, item, (*path, "body", str(number)))
    for number, below in enumerate(section.sections):
        yield from _section(file, below, (*path, "sections", str(number)))


def _item(file: PlanFile, item: Item, path: Path) -> Iterator[Diagnostic]:
    if item.table is not None:
        yield from _unknown(file, (*path, "table"), item.table, [*TABLES, *file.plan.tables], "tables")
    if item.chart == "diagram" and len(item.of) != 1:
        yield Diagnostic("GP-R11", file.source.span(path), path)
    chapter = _chapter_of(item, file.plan)
    if chapter is None:
        return
    names = [*known(file, chapter), *(file.members if chapter != "diagrams" else ())]
    for number, name in enumerate(item.of):
        yield from _unknown(file, (*path, "of", str(number)), name, names, chapter)


def _chapter_of(item: Item, plan: Plan) -> str | None:
    """The chapter that an item's ``of`` takes its names from."""
    if item.chart is not None:
        return {"pathway": "pathways", "diagram": "diagrams"}.get(item.chart, "entities")
    if item.table is None or item.table in plan.tables or item.table in WHOLE_PLAN_TABLES:
        return None
    if item.table in PATHWAY_TABLES:
        return "pathways"
    if item.table in MEASURE_TABLES:
        return "measures"
    return "targets" if item.table == "targets" else "entities"
