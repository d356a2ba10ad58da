"""What a target comes to: its level in its year, as an interval made of the printed figures it follows from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ghgplan.checks.precision import Interval, exactly, interval
from ghgplan.checks.telling import rounded, with_unit
from ghgplan.compute.measures import target_numbers
from ghgplan.compute.numbers import PERCENT, TONNE_CO2E, Number, total
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import EntityReport, Report
from ghgplan.plan.model.targets import Target
from ghgplan.plan.units import Unit, dimension
from ghgplan.values import frozen

KEYS = ("base", "value", "reduction", "yearly reduction", "change")
"""A target's own figures."""
SHARES = ("electricity", "energy", "metal")
"""Boundaries of targets that are shares of something."""
_ONE = exactly(Decimal(1))


@frozen
class Level:
    """A target's level in its year, in ``unit``, and the figure that it follows from."""

    key: str
    figure: Number
    base: Number | None
    """What ``figure`` counts from; None where it is the level itself."""
    known: Interval
    unit: Unit

    @property
    def told(self) -> str:
        """The middle of the interval, with a digit more than what it is made of."""
        decimals = self.figure.decimals if self.base is None else self.base.decimals + 1
        return with_unit(rounded(self.known.middle, decimals), self.unit)

    @property
    def numbers(self) -> tuple[Number, ...]:
        return (self.figure, self.base) if self.base else (self.figure,)


def figures(report: Report, name: str) -> Mapping[str, Number]:
    """The own figures of the target ``name``, by key."""
    target = report.plan.targets[name]
    return {key: number for key, number in target_numbers(report.file, name).items() if key in KEYS and key not in target.figures}


def entity_of(report: Report, target: Target) -> str | None:
    """Whose target it is; the only entity where it names none; None where it is the whole company's."""
    if target.entity:
        return target.entity
    return next(iter(report.plan.entities)) if len(report.plan.entities) == 1 else None


def entity_report(report: Report, target: Target) -> EntityReport | None:
    """The entity whose target it is, with its figures."""
    name = entity_of(report, target)
    return report.entities.get(name) if name else None


def pathways_of(report: Report, target: Target) -> Iterator[tuple[str, PathwayReport]]:
    """The pathways that the target stands on, without those that cover something else than its figures do."""
    for name in target.pathway:
        pathway = report.pathways.get(name)
        if pathway and target.boundary in (None, pathway.pathway.boundary):
            yield name, pathway


def base_year(report: Report, target: Target) -> int | None:
    """The target's base year, else the one that all its pathways have."""
    if target.base_year:
        return target.base_year
    years = {report.pathways[name].pathway.base_year for name in target.pathway if name in report.pathways}
    return years.pop() if len(years) == 1 else None


def years_of(report: Report, target: Target) -> int | None:
    """Years from the base year to the target year; None unless both are known and in this order."""
    first = base_year(report, target)
    return target.year - first if first and target.year and target.year > first else None


def base_on(report: Report, name: str, pathway: PathwayReport) -> Number | None:
    """What the target's percentages count from on ``pathway``: its own base value, else the pathway's of the same year."""
    target = report.plan.targets[name]
    own = figures(report, name).get("base")
    if own and comparable(own.unit, pathway.pathway.unit):
        return own
    return pathway.base if target.base_year in (None, pathway.pathway.base_year) else None


def remaining(key: str, figure: Number, years: int | None) -> Interval | None:
    """The part of the base value that a percentage leaves: a yearly one taken off the year before or off the base value."""
    try:
        part = interval(figure, PERCENT).times(Decimal("0.01"))
    except ValueError:
        return None
    if key == "reduction":
        return _ONE - part
    if key == "yearly reduction" and years and part.high < 1:
        compound, linear = (_ONE - part).mapped(lambda left: left**years), _ONE - part.times(years)
        return Interval(min(compound.low, linear.low), max(compound.high, linear.high))
    return None


def levels(own: Mapping[str, Number], base: Number | None, unit: Unit, years: int | None) -> list[Level]:
    """The level that each of a target's figures leads to, in ``unit``; those leave out which cannot be known."""
    found: list[Level] = []
    for key in ("value", "reduction", "change", "yearly reduction"):
        figure = own.get(key)
        if figure is None:
            continue
        if key == "value":
            if comparable(figure.unit, unit):
                found.append(Level(key, figure, None, interval(figure, unit), unit))
        elif base is not None and comparable(base.unit, unit):
            known = _from_base(key, figure, interval(base, unit), unit, years)
            if known:
                found.append(Level(key, figure, base, known, unit))
    return found


def level_on(report: Report, name: str, pathway: PathwayReport) -> Level | None:
    """The target's level in the unit of ``pathway``, by the first of its figures that gives one."""
    target, own = report.plan.targets[name], dict(figures(report, name))
    if len(target.pathway) > 1:
        # A value cannot be that of several pathways.
        own.pop("value", None)
    found = levels(own, base_on(report, name, pathway), pathway.pathway.unit, years_of(report, target))
    return found[0] if found else None


def asked(pathway: PathwayReport, year: int) -> tuple[int, Number] | None:
    """The pathway's value of ``year``, else of the last year before it that it lists: what it asks for by then at the least."""
    listed = [each for each in pathway.values if pathway.pathway.base_year < each <= year]
    return (max(listed), pathway.values[max(listed)]) if listed else None


def emissions(entity: EntityReport, boundary: str, year: int) -> Number | None:
    """The inventory's emissions of ``boundary``; scopes 1 and 2 also as categories 1 and 2 of ISO 14064-1."""
    if entity.inventory is None:
        return None
    totals = entity.inventory.totals
    known = totals.get(boundary, {}).get(year)
    if known or boundary != "scope 1+2":
        return known
    parts = [number for name in ("category 1", "category 2") if (number := totals.get(name, {}).get(year))]
    return total(parts, TONNE_CO2E) if len(parts) == 2 else None


def comparable(first: Unit, second: Unit) -> bool:
    """Whether two units have the same dimension."""
    return dimension(first.definition) == dimension(second.definition)


def _from_base(key: str, figure: Number, base: Interval, unit: Unit, years: int | None) -> Interval | None:
    if key == "change":
        return base - interval(figure, unit) if comparable(figure.unit, unit) else None
    left = remaining(key, figure, years)
    return base * left if left else None
