"""Tables of the gap between measures and targets, of what each measure avoids, and of a group's members."""

from __future__ import annotations

from collections.abc import Iterable

from ghgplan.compute.avoidance import PER_TONNE
from ghgplan.compute.gap import GapReport
from ghgplan.compute.group import GroupBoundary, GroupMember
from ghgplan.compute.numbers import TONNE_CO2E, Number
from ghgplan.compute.report import MeasureReport
from ghgplan.document.blocks import Cell, Row, Words
from ghgplan.document.formatting import list_text
from ghgplan.document.tables.grid import Grid, head, merged_down, selected, text, value, without_empty
from ghgplan.document.tables.notes import joined, months
from ghgplan.document.tables.pathways import boundary, entity_name
from ghgplan.document.wording import NOTHING, Place, Wording, figure, line_text, once
from ghgplan.plan.model.outline import Item
from ghgplan.plan.units import parse_unit

TONNE = parse_unit("t")


def gap_table(wording: Wording, item: Item) -> Grid | None:
    """One row for each pathway: what its target year needs, what the measures give, what is missing, what part is covered."""
    gaps = selected(wording.report.gaps, item.of)
    if not gaps:
        return None
    names = ("entity", "boundary", "gap year", "needed", "by measures", "missing", "covered")
    in_tonnes = {"needed", "by measures", "missing"}
    labels = [wording.label(f"column.{name}") for name in names]
    heads = [head(wording.with_unit(label, TONNE_CO2E) if name in in_tonnes else label) for name, label in zip(names, labels, strict=True)]
    rows: list[Row] = []
    for name, gap in gaps.items():
        pathway = wording.report.pathways[name]
        rows.append((
            text(entity_name(wording, pathway.entity)),
            text(boundary(wording, pathway)),
            text(figure(str(gap.year)), align="center"),
            *(_number(wording, number) for number in (gap.needed, gap.given, gap.missing)),
            value(wording.quantity(gap.covered) if gap.covered else None),
        ))  # fmt: skip
    sentences = [sentence for name, gap in gaps.items() for sentence in gap_sentences(wording, name, gap)]
    return Grid(wording.label("table.gap"), (tuple(heads),), merged_down(rows, [0]), joined(wording, dict.fromkeys(sentences)))


def gap_sentences(wording: Wording, name: str, gap: GapReport) -> list[Words]:
    """What the row's figures stand on: the year counted from, the production, and what was left out of them."""
    pathway = wording.report.pathways[name]
    subject = wording.label("entity of member", member=entity_name(wording, pathway.entity), entity=boundary(wording, pathway))
    if gap.production is None:
        return [wording.label("gap.no production", entity=subject), *_per_tonne(wording, gap)]
    kind = "gap.from actual" if gap.is_actual else "gap.from base"
    said = [wording.label(kind, entity=subject, year=str(gap.reference_year), value=wording.quantity(gap.reference))]
    if gap.emissions:
        said.append(wording.label("gap.constant output", year=str(gap.reference_year), emissions=wording.quantity(gap.emissions)))
    else:
        output = {"production": wording.quantity(gap.production), "year": str(gap.production_year), "target": str(gap.year)}
        said.append(wording.label("gap.production" if gap.production_year == gap.year else "gap.latest production", **output))
    if gap.missing and gap.missing.value < 0:
        said.append(wording.label("gap.surplus"))
    if gap.green_power:
        said.append(wording.label("gap.green power", amount=wording.quantity(gap.green_power)))
    if gap.already:
        names = [measure_name(wording, key) for key in gap.already]
        said.append(wording.label("gap.already", measures=listed(wording, names), year=str(gap.reference_year)))
    return said


def _per_tonne(wording: Wording, gap: GapReport) -> list[Words]:
    """What can be said of a gap without a production."""
    if gap.needed_per_tonne is None:
        return []
    needed = wording.quantity(gap.needed_per_tonne)
    if gap.given_per_tonne is None:
        return [wording.label("gap.needed per tonne", needed=needed)]
    return [wording.label("gap.per tonne", needed=needed, given=wording.quantity(gap.given_per_tonne))]


def abatement_table(wording: Wording, item: Item) -> Grid | None:
    """What each measure avoids in the year of its gap: a year, per tonne, its cost, payback, and share of the gap."""
    measures = selected(wording.report.measures, item.of)
    if not measures:
        return None
    names = ("measure", "boundary", "gap year", "avoided", "avoided per tonne", "cost", "payback", "share of gap")
    units = {"avoided": TONNE_CO2E, "avoided per tonne": PER_TONNE}
    labels = [wording.label(f"column.{name}") for name in names]
    heads = [head(wording.with_unit(label, units[name]) if name in units else label) for name, label in zip(names, labels, strict=True)]
    rows = [row for name, report in measures.items() for row in _abatement_rows(wording, name, report, item.years)]
    heads, rows = without_empty(heads, rows, keep=(0, 3, 4))
    deducted = any(report.figures.overlap and report.measure.overlaps for report in measures.values())
    note = wording.label("abatement.overlaps") if deducted else None
    return Grid(wording.label("table.abatement"), (tuple(heads),), merged_down([tuple(row) for row in rows], [0]), note)


def _abatement_rows(wording: Wording, name: str, report: MeasureReport, chosen: Iterable[int]) -> list[list[Cell]]:
    numbers = report.numbers
    gaps = {key: gap for key, gap in wording.report.gaps.items() if name in gap.parts}
    wanted = [*chosen]
    years = {gap.year: None for gap in gaps.values() if not wanted or gap.year in wanted} if gaps else {}
    known = [int(key.removeprefix("avoided.")) for key in numbers if key.startswith("avoided.")]
    shown = [year for year in wanted if year in known] or list(years) or known[-1:]
    rows: list[list[Cell]] = []
    for year in shown or [None]:
        of_year = {key: gap for key, gap in gaps.items() if gap.year == year}
        boundaries = [boundary(wording, wording.report.pathways[key]) for key in of_year]
        shares = [wording.quantity(share) for gap in of_year.values() if (share := gap.share_of(name))]
        rows.append([
            text(measure_name(wording, name)),
            text(listed(wording, boundaries) if boundaries else NOTHING),
            text(figure(str(year)) if year else NOTHING, align="center"),
            _in_unit(wording, numbers.get(f"avoided.{year}")),
            _in_unit(wording, numbers.get(f"avoided per tonne.{year}")),
            value(wording.quantity(numbers["cost"]) if "cost" in numbers else None),
            value(wording.quantity(numbers["payback"]) if "payback" in numbers else None),
            value(once(listed(wording, shares)) if shares else None),
        ])  # fmt: skip
    return rows


def group_table(wording: Wording, item: Item) -> Grid | None:
    """The members and their group, by boundary: base year, production, base and target-year intensity, weight."""
    group = wording.report.group
    if group is None:
        return None
    boundaries = dict(group.boundaries)
    if item.of:
        boundaries = {
            name: each
            for name, each in boundaries.items()
            if any(member.pathway in item.of for member in (*each.members, *each.without_production))
        }
    if not boundaries:
        return None
    several = len(boundaries) > 1
    names = ("boundary", "member", "base year", "production", "base value", "gap year", "target value", "weight")
    heads = [
        head(wording.with_unit(wording.label("column.production"), TONNE) if n == "production" else wording.label(f"column.{n}"))
        for n in names
    ]
    rows = [row for name, each in boundaries.items() for row in _boundary_rows(wording, name, each)]
    notes = [sentence for each in boundaries.values() for sentence in _group_sentences(wording, each)]
    keep = () if several else tuple(range(1, len(names)))
    heads, rows = without_empty(heads, rows, keep=keep) if several else ([*heads[1:]], [row[1:] for row in rows])
    body = merged_down([tuple(row) for row in rows], [0] if several else [])
    return Grid(wording.label("table.group"), (tuple(heads),), body, joined(wording, dict.fromkeys(notes)))


def _boundary_rows(wording: Wording, name: str, each: GroupBoundary) -> list[list[Cell]]:
    what = text(wording.label(f"boundary.{name}"))
    rows = [[what, *_member_cells(wording, each, member)] for member in (*each.members, *each.without_production)]
    year, base_year = each.year, each.base_year
    if not each.members:
        return rows
    rows.append([
        what,
        text(wording.label("row.group"), strong=True),
        text(figure(str(base_year)) if base_year else NOTHING, align="center"),
        value(_together(wording, each)),
        _quantity(wording, each.intensities.get(base_year) if base_year else None),
        text(figure(str(year)) if year else NOTHING, align="center"),
        _quantity(wording, each.intensities.get(year) if year else None),
        value(figure("100%") if each.weights else None),
    ])  # fmt: skip
    if each.target:
        rows.append(
            [
                what,
                text(wording.label("row.group target"), strong=True),
                *_dashes(3),
                rows[-1][5],
                _quantity(wording, each.target),
                *_dashes(1),
            ]
        )
    return rows


def _dashes(count: int) -> list[Cell]:
    return [value(None) for _ in range(count)]


def _together(wording: Wording, each: GroupBoundary) -> Words | None:
    return wording.number(each.output) if each.output else None


def _member_cells(wording: Wording, each: GroupBoundary, member: GroupMember) -> list[Cell]:
    year = each.year
    pathway = member.report.pathway
    of_year, output = each.outputs.get(member.pathway, (None, None))
    production = wording.number(output) if output else None
    if production and each.production_year is None:
        production = wording.label("quantity of year", quantity=production, year=str(of_year))
    return [
        text(entity_name(wording, member.report.entity)),
        text(figure(str(pathway.base_year)), align="center"),
        value(production),
        _quantity(wording, member.report.base),
        text(figure(str(year)) if year else NOTHING, align="center"),
        _quantity(wording, member.intensity(year) if year else None),
        _quantity(wording, each.weights.get(member.pathway)),
    ]


def _group_sentences(wording: Wording, each: GroupBoundary) -> list[Words]:
    said: list[Words] = []
    if each.outputs and each.production_year:
        said.append(wording.label("group.production year", year=str(each.production_year)))
    elif each.outputs:
        said.append(wording.label("group.production years"))
    if each.base_weights_of and each.outputs and each.base_weights_of != each.production_year:
        said.append(wording.label("group.base production year", year=str(each.base_weights_of)))
    if len({member.report.pathway.base_year for member in each.members}) > 1:
        said.append(wording.label("group.base years"))
    for member in (*each.members, *each.without_production):
        if member.period:
            year = str(member.report.pathway.base_year)
            covered = months(wording, member.period)
            said.append(wording.label("group.period", entity=entity_name(wording, member.report.entity), year=year, months=covered))
    if each.without_production:
        names = [entity_name(wording, member.report.entity) for member in each.without_production]
        said.append(wording.label("group.without production", names=listed(wording, names)))
    return said


def measure_name(wording: Wording, name: str) -> Words:
    """What a measure is called: its name, else what is done."""
    report = wording.report.measures[name]
    place = Place(report.source, report.path, report.scope)
    measure = report.measure
    return wording.text(measure.name, place.below("name")) if measure.name else wording.text(measure.content, place.below("content"))


def listed(wording: Wording, parts: Iterable[Words]) -> Words:
    """The parts as one list, in each language."""
    held = list(parts)
    return wording.each(lambda language: list_text([line_text(part, language) for part in held], language))


def _number(wording: Wording, number: Number | None) -> Cell:
    return value(wording.number(number) if number else None)


def _in_unit(wording: Wording, number: Number | None) -> Cell:
    """A figure under its column's unit; with its own where the plan states it in another."""
    if number is None or number.unit.symbol in {TONNE_CO2E.symbol, PER_TONNE.symbol}:
        return _number(wording, number)
    return value(wording.quantity(number))


def _quantity(wording: Wording, number: Number | None) -> Cell:
    return value(wording.quantity(number) if number else None)
