"""Tables of measures, of what they save, and of targets."""

from __future__ import annotations

from collections.abc import Mapping

from ghgplan.compute.numbers import Number
from ghgplan.compute.report import MeasureReport, TargetReport
from ghgplan.document.blocks import Cell, Row, Words
from ghgplan.document.tables.entities import name_or_whole
from ghgplan.document.tables.grid import Grid, head, merged_down, selected, text, value, without_empty
from ghgplan.document.wording import NOTHING, Place, Wording, figure, once
from ghgplan.plan.model.outline import Item
from ghgplan.plan.text import Text


def measures_table(wording: Wording, item: Item) -> Grid | None:
    """Number, category, name, content, who, when, status and benefit; equal neighbours merged, empty columns left out."""
    measures = selected(wording.report.measures, item.of)
    if not measures:
        return None
    names = ("number", "category", "measure", "content", "entity", "from", "to", "owner", "cost", "status", "benefit")
    heads = [head(wording.label(f"column.{name}")) for name in names]
    owners = _owners(wording, {name: report.measure.entity for name, report in measures.items()})
    rows = [_measure_row(wording, position, report, owners[name]) for position, (name, report) in enumerate(measures.items(), start=1)]
    entity = names.index("entity")
    if len({row[entity].words for row in rows}) == 1:
        rows = [[*row[:entity], text(NOTHING), *row[entity + 1 :]] for row in rows]
    entities = [report.scope[0] + str(report.measure.entity) for report in measures.values()]
    category_used, name_used = (any(row[column].words != NOTHING for row in rows) for column in (1, 2))
    heads, rows = without_empty(heads, rows)
    merge = [1, 2] if category_used and name_used else [1] if category_used or name_used else []
    return Grid(wording.label("table.measures"), (tuple(heads),), merged_down([tuple(row) for row in rows], merge, entities))


def _owners(wording: Wording, entities: Mapping[str, str | None]) -> dict[str, Words]:
    """Whose each measure or target is, by its name; nothing where no one of them names an entity."""
    named = any(entities.values())
    return {name: name_or_whole(wording, entity, name) if named else NOTHING for name, entity in entities.items()}


def _measure_row(wording: Wording, position: int, report: MeasureReport, owner: Words) -> list[Cell]:
    measure = report.measure
    place = measure_place(report)

    def optional(value: Text | None, key: str) -> Words:
        return wording.text(value, place.below(key)) if value else NOTHING

    return [
        text(figure(str(position)), align="center"),
        text(optional(measure.category, "category")),
        text(optional(measure.name, "name")),
        text(wording.text(measure.content, place.below("content"))),
        text(owner),
        text(figure(str(measure.from_)) if measure.from_ else NOTHING, align="center"),
        text(figure(str(measure.to)) if measure.to else NOTHING, align="center"),
        text(optional(measure.owner, "owner")),
        value(wording.quantity(report.numbers["cost"]) if "cost" in report.numbers else None),
        text(optional(measure.status, "status")),
        text(optional(measure.benefit, "benefit")),
    ]


def measure_place(report: MeasureReport | TargetReport) -> Place:
    """Where the texts of a measure or target stand."""
    return Place(report.source, report.path, report.scope)


def savings_table(wording: Wording, item: Item) -> Grid | None:
    """What is quantified: savings, capacities, substitutions, emissions avoided."""
    measures = selected(wording.report.measures, item.of)
    quantified = {name: rows for name, report in measures.items() if (rows := _saving_rows(wording, report))}
    owners = _owners(wording, {name: measures[name].measure.entity for name in quantified})
    rows = [[text(owners[name]), *row] for name, of_measure in quantified.items() for row in of_measure]
    if not rows:
        return None
    names = ("entity", "measure", "object", "amount", "equivalent to", "against", "reduction")
    heads = [head(wording.label(f"column.{name}")) for name in names]
    if len({row[0].words for row in rows}) == 1:
        rows = [[text(NOTHING), *row[1:]] for row in rows]
    with_entity = any(row[0].words != NOTHING for row in rows)
    heads, rows = without_empty(heads, rows, keep=(1,))
    merge = [0, 1] if with_entity else [0]
    return Grid(wording.label("table.savings"), (tuple(heads),), merged_down([tuple(row) for row in rows], merge))


def _saving_rows(wording: Wording, report: MeasureReport) -> list[list[Cell]]:
    measure, numbers, place = report.measure, report.numbers, measure_place(report)
    title = text(wording.text(measure.name, place.below("name")) if measure.name else wording.text(measure.content, place.below("content")))

    def row(thing: Words, amount: str, equivalent: str = "", against: int | None = None, avoided: str = "") -> list[Cell]:
        return [
            title,
            text(thing),
            _quantity(wording, numbers, amount),
            _quantity(wording, numbers, equivalent),
            text(figure(str(against)) if against else NOTHING, align="center"),
            _quantity(wording, numbers, avoided),
        ]

    rows: list[list[Cell]] = []
    for position, saving in enumerate(measure.saves, start=1):
        key = f"saves.{position}"
        thing = wording.text(saving.of, place.below("saves", str(position - 1), "of"))
        rows.append(row(thing, f"{key}.amount", f"{key}.mass", saving.base_year, f"{key}.reduction"))
    for position, plant in enumerate(measure.capacity, start=1):
        key = f"capacity.{position}"
        named = wording.text(plant.name, place.below("capacity", str(position - 1), "name"))
        rows.append(row(wording.label("saving.capacity", name=named), f"{key}.capacity"))
        if f"{key}.generation" in numbers:
            rows.append(row(wording.label("saving.generation", name=named), f"{key}.generation", avoided=f"{key}.reduction"))
    for position, substitution in enumerate(measure.substitutes, start=1):
        of = wording.text(substitution.of, place.below("substitutes", str(position - 1), "of"))
        rows += [
            row(
                wording.label("saving.share", name=of, year=str(year)),
                f"substitutes.{position}.{year}",
                avoided=f"substitutes.{position}.reduction.{year}",
            )
            for year in substitution.share
        ]
    if measure.mileage:
        name_of = measure.mileage.name
        named = wording.text(name_of, place.below("mileage", "name")) if name_of else wording.label("saving.mileage")
        rows.append(row(named, "mileage.distance", avoided="mileage.reduction"))
    if measure.green_power:
        rows.append(row(wording.label("saving.green power"), "green power"))
    if "reduction" in numbers:
        rows.append(row(wording.label("saving.emissions"), "", avoided="reduction"))
    return rows


def _quantity(wording: Wording, numbers: Mapping[str, Number], key: str) -> Cell:
    return value(wording.quantity(numbers[key]) if key in numbers else None)


def targets_table(wording: Wording, item: Item) -> Grid | None:
    """Each target in words, with its years and figures."""
    targets = selected(wording.report.targets, item.of)
    if not targets:
        return None
    names = (
        "number",
        "entity",
        "target in words",
        "base year",
        "base value",
        "target year",
        "target value",
        "reduction rate",
        "yearly reduction",
    )
    heads = [head(wording.label(f"column.{name}")) for name in names]
    rows = target_rows(wording, targets)
    if len({row[1].words for row in rows}) == 1:
        rows = [[row[0], text(NOTHING), *row[2:]] for row in rows]
    heads, rows = without_empty(heads, rows)
    body: list[Row] = [tuple(row) for row in rows]
    return Grid(wording.label("table.targets"), (tuple(heads),), tuple(body))


def target_rows(wording: Wording, targets: Mapping[str, TargetReport]) -> list[list[Cell]]:
    """Number, owner, statement, base year and value, target year and value, reduction, and reduction a year of each target."""
    owners = _owners(wording, {name: report.target.entity for name, report in targets.items()})
    return [_target_row(wording, position, name, report, owners[name]) for position, (name, report) in enumerate(targets.items(), start=1)]


def _target_row(wording: Wording, position: int, name: str, report: TargetReport, owner: Words) -> list[Cell]:
    target = report.target
    member, _, own = name.rpartition(".")
    prefix = f"{member}.targets.{own}" if member else f"targets.{own}"

    def number(key: str, on_pathway: str = "") -> Cell:
        """The target's own figure; else the one that its pathway has for it."""
        found = wording.report.numbers.get(f"{prefix}.{key}") or wording.report.numbers.get(on_pathway)
        return value(wording.quantity(found) if found else None)

    def year(given: int | None) -> Cell:
        return text(figure(str(given)) if given else NOTHING, align="center")

    # A target that says no more than its pathway is its pathway's value; one with a figure of its own stands by that.
    own_figures = (target.value, target.reduction, target.yearly_reduction, target.change)
    is_plain = len(target.pathway) == 1 and not any(own_figures)
    pathway = f"{prefix.removesuffix(f'targets.{own}')}pathways.{target.pathway[0]}" if is_plain else ""
    span = figure(f"{target.first_year}–{target.year}") if target.first_year and target.year else None
    return [
        text(figure(str(position)), align="center"),
        text(owner),
        text(once(wording.text(target.statement, measure_place(report).below("statement")))),
        year(target.base_year),
        number("base"),
        text(span, align="center") if span else year(target.year),
        number("value", f"{pathway}.{target.year}"),
        number("reduction"),
        number("yearly reduction"),
    ]
