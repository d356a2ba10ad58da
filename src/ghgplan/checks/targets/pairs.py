"""Targets against one another."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import targets
from ghgplan.checks.targets.against_pathways import is_weaker
from ghgplan.checks.targets.levels import Level, entity_of, figures, level_on, pathways_of
from ghgplan.checks.telling import places
from ghgplan.compute.report import Report
from ghgplan.plan.model.targets import Target
from ghgplan.values import frozen


@frozen
class _Aim:
    """A target's level on one thing in one year."""

    name: str
    target: Target
    year: int
    thing: tuple[str, ...]
    level: Level


def two_levels(report: Report) -> Iterator[Finding]:
    """Two targets on one thing that differ for the same year."""
    told_of: set[str] = set()
    for first, second in _pairs(report):
        # A least and a best are both sound where the plan tells them apart.
        is_alike = first.target.term == second.target.term and first.target.intermediate == second.target.intermediate
        if first.year == second.year and is_alike and second.name not in told_of and not first.level.known.meets(second.level.known):
            told_of.add(second.name)
            yield _finding(second, first)


def later_weaker(report: Report) -> Iterator[Finding]:
    """A target that asks for less than an earlier one on the same thing."""
    told_of: set[str] = set()
    for first, second in _pairs(report):
        early, late = (first, second) if first.year < second.year else (second, first)
        is_less = early.level.known.low > late.level.known.high if _rises(late) else late.level.known.low > early.level.known.high
        if early.year < late.year and is_less and late.name not in told_of:
            told_of.add(late.name)
            yield _finding(late, early)


def _pairs(report: Report) -> Iterator[tuple[_Aim, _Aim]]:
    aims = [aim for aim in _aims(report) if not is_weaker(report, aim.name)]
    for position, second in enumerate(aims):
        for first in aims[:position]:
            if first.thing == second.thing and first.level.unit.definition == second.level.unit.definition:
                yield first, second


def _aims(report: Report) -> Iterator[_Aim]:
    for name, found in targets(report):
        target = found.target
        if target.year is None:
            continue
        for pathway_name, pathway in pathways_of(report, target):
            level = level_on(report, name, pathway)
            if level:
                yield _Aim(name, target, target.year, ("pathway", pathway_name), level)
        if not target.pathway and target.boundary:
            yield from _of_boundary(report, name, target, target.year)


def _of_boundary(report: Report, name: str, target: Target, year: int) -> Iterator[_Aim]:
    own = figures(report, name)
    thing = (entity_of(report, target) or "", target.boundary or "")
    if "value" in own:
        yield _Aim(name, target, year, (*thing, "value"), Level("value", own["value"], None, interval(own["value"]), own["value"].unit))
    if "reduction" in own and target.base_year:
        figure = own["reduction"]
        yield _Aim(name, target, year, (*thing, str(target.base_year)), Level("reduction", figure, None, interval(figure), figure.unit))


def _rises(aim: _Aim) -> bool:
    """Whether more is better: shares of clean energy and recycled metal, and reductions."""
    return aim.thing[0] != "pathway" and aim.level.unit.is_kind("share")


def _finding(shown: _Aim, other: _Aim) -> Finding:
    arguments = {
        "target": shown.name, "level": shown.level.told, "year": str(shown.year), "other": other.name, "other_level": other.level.told,
        "other_year": str(other.year),
    }  # fmt: skip
    return Finding(("targets", shown.name, shown.level.key), arguments, places(other.level.figure))
