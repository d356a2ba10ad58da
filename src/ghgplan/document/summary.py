"""The headlines of a report: what a page for customers shows, worded and rounded like the document itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ghgplan.compute.headlines import NAMES, company_totals, only_inventory, saving_of_measures
from ghgplan.compute.numbers import Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.series import ByYear
from ghgplan.document.blocks import Block, Figure, Words
from ghgplan.document.charts import PathwayChart, StackedBars
from ghgplan.document.headlines import Headlines, KeyFigure, PathwayLine, TargetLine
from ghgplan.document.tables.measures import target_rows
from ghgplan.document.tables.names import boundary, entity_name
from ghgplan.document.wording import NOTHING, Wording, figure

MOST_TARGETS = {1: 4, 2: 3}
"""By the number of languages: what leaves room for a chart on the page."""
MOST_FIGURES = 7

_YEARS = (2030, 2050)


def headlines(wording: Wording, blocks: Sequence[Block]) -> Headlines:
    """The headlines of the wording's report; ``blocks`` are the document's, among which the chart is chosen."""
    targets = _targets(wording)
    more = len(wording.report.targets) - len(targets)
    return Headlines(
        figures=_figures(wording),
        key_figures=tuple(_key_figures(wording))[:MOST_FIGURES],
        targets=targets,
        more_targets=wording.label("summary.more targets", count=str(more)) if more else (),
        pathways=tuple(_pathway(wording, pathway) for pathway in wording.report.pathways.values()),
        statement=_statement(wording),
        chart=_chart(blocks),
    )


def reported_year(wording: Wording) -> int | None:
    """The year that the figures are of: the latest with any, up to the plan's reporting year."""
    latest = wording.report.plan.document.reporting_year
    years = {year for name in NAMES for year in company_totals(wording.report, name)}
    inventories = [entity.inventory for entity in wording.report.entities.values() if entity.inventory]
    years |= {year for inventory in inventories for year in inventory.years(*NAMES, "intensity")}
    return max((year for year in years if latest is None or year <= latest), default=None)


def _figures(wording: Wording) -> dict[str, Words]:
    """The figures by name, the same names for every plan."""
    report, year = wording.report, reported_year(wording)
    inventory = only_inventory(report)
    found = {name: _of_year(company_totals(report, name), year) for name in NAMES}
    found["intensity"] = _of_year(inventory.totals.get("intensity", {}) if inventory else {}, year)
    found["production"] = _of_year(inventory.production if inventory else {}, year)
    base_years = {pathway.pathway.base_year for pathway in report.pathways.values()}
    base_years |= {each.target.base_year for each in report.targets.values() if each.target.base_year}
    saving = saving_of_measures(report)
    return {
        "year": figure(str(year)) if year else NOTHING,
        "base year": figure(str(base_years.pop())) if len(base_years) == 1 else NOTHING,
        **{name: _quantity(wording, number) for name, number in found.items()},
        "targets": figure(str(len(report.targets))),
        "measures": figure(str(len(report.measures))),
        "saving": _quantity(wording, saving[1] if saving else None),
        "saving year": figure(str(saving[0])) if saving else NOTHING,
    }


def _key_figures(wording: Wording) -> Iterator[KeyFigure]:
    """The company's figures; those of each entity where there is none of the company."""
    report, year = wording.report, reported_year(wording)
    if year:
        totals = {name: company_totals(report, name).get(year) for name in NAMES}
        shown = [name for name in ("scope 1", "scope 2", "scope 3", "total") if totals[name]]
        if not shown and totals["scope 1+2"]:
            shown = ["scope 1+2"]
        for name in shown:
            yield KeyFigure(_of(wording, wording.label(f"row.{name}"), year), _quantity(wording, totals[name]))
        inventory = only_inventory(report)
        if inventory and year in inventory.totals.get("intensity", {}):
            label = wording.label("summary.intensity")
            yield KeyFigure(_of(wording, label, year), _quantity(wording, inventory.totals["intensity"][year]))
        if not shown:
            yield from _of_entities(wording, year)
    else:
        yield from _base_values(wording)
    saving = saving_of_measures(report)
    if saving:
        yield KeyFigure(wording.label("summary.saving", year=str(saving[0])), _quantity(wording, saving[1]))
    if report.measures:
        yield KeyFigure(wording.label("summary.measures"), figure(str(len(report.measures))))


def _of_entities(wording: Wording, year: int) -> Iterator[KeyFigure]:
    for name, entity in wording.report.entities.items():
        for total, label in (("scope 1+2", "row.scope 1+2"), ("intensity", "summary.intensity")):
            number = entity.inventory.totals.get(total, {}).get(year) if entity.inventory else None
            if number:
                called = wording.label("entity of member", member=entity_name(wording, name), entity=wording.label(label))
                yield KeyFigure(_of(wording, called, year), _quantity(wording, number))


def _base_values(wording: Wording) -> Iterator[KeyFigure]:
    """Where a plan has no inventory: the values that its pathways begin with."""
    for pathway in wording.report.pathways.values():
        if pathway.base:
            yield KeyFigure(_of(wording, _called(wording, pathway), pathway.pathway.base_year), _quantity(wording, pathway.base))


def _targets(wording: Wording) -> tuple[TargetLine, ...]:
    targets = wording.report.targets
    rows = [[cell.words for cell in row] for row in target_rows(wording, targets)]
    # Said only where it tells targets apart.
    owners = [row[1] if row[1] != NOTHING and len({row[1] for row in rows}) > 1 else () for row in rows]
    lines = [TargetLine(owner, *row[2:8]) for owner, row in zip(owners, rows, strict=True)]
    # Sorting keeps the plan's own order among equals.
    return tuple(
        sorted(lines, key=lambda line: line.year == NOTHING or NOTHING == line.value == line.reduction)[
            : MOST_TARGETS[len(wording.languages)]
        ]
    )


def _pathway(wording: Wording, pathway: PathwayReport) -> PathwayLine:
    def value(number: Number | None) -> Words:
        words = wording.number(number) if number else NOTHING
        return wording.label("indicative value", value=words) if number and number.indicative else words

    base_year = pathway.pathway.base_year
    return PathwayLine(
        _called(wording, pathway),
        wording.unit(pathway.pathway.unit),
        figure(str(base_year)),
        value(pathway.base or pathway.values.get(base_year)),
        *(value(pathway.values.get(year)) for year in _YEARS),
    )


def _called(wording: Wording, pathway: PathwayReport) -> Words:
    """The pathway, behind its entity where there are several."""
    several = len({each.entity for each in wording.report.pathways.values()}) > 1
    name = boundary(wording, pathway)
    return wording.label("entity of member", member=entity_name(wording, pathway.entity), entity=name) if several else name


def _statement(wording: Wording) -> Words:
    plan = wording.report.plan
    counts = {"targets": str(len(wording.report.targets)), "measures": str(len(wording.report.measures))}
    year = reported_year(wording)
    name = "summary.statement" if year else "summary.statement without inventory"
    return wording.label(name, company=wording.plain_text(plan.company.name), year=str(year or ""), version=plan.document.version, **counts)


def _chart(blocks: Iterable[Block]) -> str:
    """A pathway with actual values before one without, and either before the emissions by scope."""
    figures = [block for block in blocks if isinstance(block, Figure)]

    def rank(block: Figure) -> int | None:
        match block.chart:
            case PathwayChart(series=series):
                return 0 if any(each.kind == "actual" for each in series) else 1
            case StackedBars():
                return 2
            case _:
                return None

    ranked = [(place, position) for position, block in enumerate(figures) if (place := rank(block)) is not None]
    return figures[min(ranked)[1]].name if ranked else ""


def _of_year(numbers: ByYear, year: int | None) -> Number | None:
    return None if year is None else numbers.get(year)


def _of(wording: Wording, label: Words, year: int) -> Words:
    return wording.label("summary.of year", label=label, year=str(year))


def _quantity(wording: Wording, number: Number | None) -> Words:
    return wording.quantity(number) if number else NOTHING
