"""Targets against the pathways they stand on, or ought to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import pathways, targets
from ghgplan.checks.targets.levels import Level, asked, base_on, entity_of, figures, level_on, pathways_of, remaining, years_of
from ghgplan.checks.targets.rates import total_as_rate
from ghgplan.checks.telling import places, rounded, told, with_unit
from ghgplan.compute.numbers import PERCENT, Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report

_TIMES_STRONGER = 3
"""Ambition beyond a pathway is welcome; three times its reduction is seldom meant."""
_TIMES_STRONGER_THAN_THE_AIM = Decimal("1.5")
_POINTS_STRONGER = Decimal(5)


def weaker(report: Report) -> Iterator[Finding]:
    """A target that, in its year, lies above the pathway it names."""
    for name, _ in targets(report):
        for pathway_name, _, level, year, value in _compared(report, name):
            if level.known.low > interval(value).high:
                arguments = _arguments(name, pathway_name, level, year, value) | {"stated": told(level.figure), "key": level.key}
                yield Finding(("targets", name, level.key), arguments, places(value, *level.numbers[1:]))
                break


def is_weaker(report: Report, name: str) -> bool:
    """Whether the target lies above a pathway it names."""
    return any(level.known.low > interval(value).high for _, _, level, _, value in _compared(report, name))


def far_stronger(report: Report) -> Iterator[Finding]:
    """A target that asks for several times the reduction of the pathway it names."""
    for name, _ in targets(report):
        if total_as_rate(report, name):
            continue
        for pathway_name, pathway, level, year, value in _compared(report, name):
            base = base_on(report, name, pathway)
            if year != report.plan.targets[name].year or base is None or base.value <= 0 or level.known.high >= interval(value).low:
                continue
            start = base.value_in(level.unit)
            promised, asks = (_fall(start, end) for end in (level.known.middle, value.value))
            # A pathway that names the year as its aim says that its value is the target.
            times = _TIMES_STRONGER_THAN_THE_AIM if pathway.pathway.aim == year else _TIMES_STRONGER
            if promised >= times * asks and promised - asks >= _POINTS_STRONGER:
                more = {"promised": with_unit(rounded(promised, 1), PERCENT), "asks": with_unit(rounded(asks, 1), PERCENT)}
                arguments = _arguments(name, pathway_name, level, year, value) | {"stated": told(level.figure), "key": level.key} | more
                yield Finding(("targets", name, level.key), arguments, places(value, *level.numbers[1:]))
                break


def weaker_than_the_entitys(report: Report) -> Iterator[Finding]:
    """A target that names no pathway and asks for less than the pathway that its entity has for the same boundary."""
    for name, found in targets(report):
        target, own = found.target, figures(report, name)
        entity = entity_of(report, target)
        if target.pathway or target.year is None or entity is None:
            continue
        key = next((key for key in ("reduction", "yearly reduction") if key in own), None)
        if key is None:
            continue
        for pathway_name, pathway in pathways(report):
            asks = _reduction(pathway, target.year)
            left = remaining(key, own[key], years_of(report, target) or target.year - pathway.pathway.base_year)
            fits = pathway.entity == entity and pathway.pathway.boundary == (target.boundary or "scope 1+2")
            if not fits or asks is None or left is None or target.base_year not in (None, pathway.pathway.base_year):
                continue
            year, base, value = asks
            if left.low > (interval(value) / interval(base)).high:
                arguments = {
                    "target": name, "stated": told(own[key]), "pathway": pathway_name, "year": str(year), "base": told(base),
                    "value": told(value), "asks": with_unit(rounded(_fall(base.value, value.value), own[key].decimals + 1), PERCENT),
                }  # fmt: skip
                yield Finding(("targets", name, key), arguments, places(base, value))
                break


def _compared(report: Report, name: str) -> Iterator[tuple[str, PathwayReport, Level, int, Number]]:
    target = report.plan.targets[name]
    for pathway_name, pathway in pathways_of(report, target):
        level = level_on(report, name, pathway)
        found = asked(pathway, target.year) if target.year else None
        if level and found:
            yield pathway_name, pathway, level, found[0], found[1]


def _reduction(pathway: PathwayReport, year: int) -> tuple[int, Number, Number] | None:
    found = asked(pathway, year)
    if found is None or pathway.base is None or interval(pathway.base).low <= 0:
        return None
    return found[0], pathway.base, found[1]


def _fall(first: Decimal, last: Decimal) -> Decimal:
    return (first - last) / first * 100


def _arguments(name: str, pathway: str, level: Level, year: int, value: Number) -> dict[str, str]:
    return {"target": name, "pathway": pathway, "level": level.told, "year": str(year), "value": told(value)}
