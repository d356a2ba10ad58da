"""One year of a series against its other years: a unit mixed up in a single cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from statistics import median

from ghgplan.checks.precision import Interval, agree, exactly
from ghgplan.checks.quantities.activity_and_energy import slipped
from ghgplan.checks.quantities.powers import comparable, power_into, ten_to, told_power
from ghgplan.checks.recomputed import by_activity
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import carriers, inventories
from ghgplan.checks.telling import places, told
from ghgplan.compute.numbers import Number
from ghgplan.compute.plausibility import LARGEST_STEP
from ghgplan.compute.report import Report
from ghgplan.compute.series import ByYear, series
from ghgplan.compute.sources import SourceReport
from ghgplan.diagnostics import Path
from ghgplan.plan.remembering import once_each
from ghgplan.values import frozen

_NEAR = Interval(Decimal("0.75"), Decimal("1.35"))
"""How far a year lies from the others once the power of ten is taken away."""
_SPREAD = Decimal("1.6")
"""The others, largest over least: where they leap themselves, a leap is nothing special."""
_LEAST_OTHERS = 2


@frozen
class _Series:
    path: Path
    name: str
    values: ByYear


def year_against_years(report: Report) -> Iterator[Finding]:
    """A year that is ten, a thousand, ten thousand times the others, which are close to one another."""
    return iter(_odd_years(report))


@once_each
def _odd_years(report: Report) -> tuple[Finding, ...]:
    # What other rules find rests on it.
    return tuple(_against_years(report))


def _against_years(report: Report) -> Iterator[Finding]:
    known = slipped(report)
    outputs = {entity: inventory.production for entity, inventory in inventories(report)}
    inputs = {entity: [source.activity for source in inventory.sources.values()] for entity, inventory in inventories(report)}
    for each in _all(report):
        for year, number in each.values.items():
            others = {other: value for other, value in each.values.items() if other != year and comparable(value.unit, number.unit)}
            power = _power(year, number, others, is_output=each.path[2] == "production")
            at = (*each.path, str(year))
            entity = each.path[1]
            is_output = each.path[2] == "production"
            beside = inputs.get(entity, []) if is_output else [outputs.get(entity, {})]
            if power is None and is_output and any(_stayed(year, other) for other in beside):
                # A plant that was shut uses nothing either.
                power = _power(year, number, others, at_ends=True, is_output=True)
            if power is None or at in known or any(_grew_alike(year, number, others, other) for other in beside):
                continue
            nearest = others[min(others, key=lambda other: abs(other - year))]
            nearest_year = next(other for other, value in others.items() if value is nearest)
            arguments = {
                "name": each.name, "year": str(year), "value": told(number), "times": told_power(power),
                "other_year": str(nearest_year), "other": told(nearest),
            }  # fmt: skip
            yield Finding(at, arguments, places(nearest))


def units_that_differ(report: Report) -> Iterator[Finding]:
    """A year whose amount is in a unit of another kind than the others': litres among tonnes. One finding a series, of the latest year that is odd."""
    for each in _all(report):
        years = sorted(each.values)
        alike = {year: [other for other in years if comparable(each.values[other].unit, each.values[year].unit)] for year in years}
        odd = [year for year in years if len(alike[year]) * 2 <= len(years)]
        if odd and len(years) > 1:
            year = min(odd, key=lambda one: (len(alike[one]), -one))
            other = next(other for other in years if other not in alike[year])
            arguments = {
                "name": each.name, "year": str(year), "value": told(each.values[year]), "other_year": str(other), "other": told(each.values[other]),
            }  # fmt: skip
            yield Finding((*each.path, str(year)), arguments, places(each.values[other]))


def _stayed(year: int, values: ByYear) -> bool:
    """Whether the year is about as the others of its series."""
    number = values.get(year)
    others = [value for other, value in values.items() if other != year and number and comparable(value.unit, number.unit)]
    if number is None or not others:
        return False
    usual = median([value.value_in(number.unit) for value in others])
    return usual > 0 and Decimal(1) / 3 < number.value / usual < 3


def _power(year: int, number: Number, others: Mapping[int, Number], *, at_ends: bool = False, is_output: bool = False) -> int | None:
    if len(others) < _LEAST_OTHERS or not number.value or any(other.value <= 0 for other in others.values()):
        return None
    values = [other.value_in(number.unit) for other in others.values()]
    if max(values) / min(values) > _SPREAD:
        return None
    ratio = number.value / median(values)
    power = power_into(ratio, _NEAR)
    if power is None or (not at_ends and power < 0 and year in (min(year, *others), max(year, *others))):
        # Little in the first or the last year is a plant that started or was shut.
        return None
    neighbour = min(others, key=lambda other: abs(other - year))
    step = number.value / others[neighbour].value_in(number.unit)
    return None if not is_output and (step >= LARGEST_STEP or step <= 1 / LARGEST_STEP) else power


def _grew_alike(year: int, number: Number, others: Mapping[int, Number], beside: ByYear) -> bool:
    """Whether another series leaps with it: production and what it uses."""
    if year not in beside or not beside[year].value:
        return False
    of_year = beside[year]
    known = [beside[other].value_in(of_year.unit) for other in others if other in beside and comparable(beside[other].unit, of_year.unit)]
    if not known or not median(known):
        return False
    leap = number.value / median([value.value_in(number.unit) for value in others.values()])
    return exactly(of_year.value / median(known) / leap).meets(Interval(ten_to(-1) * 3, Decimal(3)))


def _all(report: Report) -> Iterator[_Series]:
    for entity, inventory in inventories(report):
        path: Path = ("inventory", entity)
        yield _Series((*path, "production"), entity, inventory.production)
        for name, source in inventory.sources.items():
            below = (*path, "sources", name)
            wrong = _contradicted(report, source, below)
            yield _Series((*below, "activity"), name, {y: v for y, v in source.activity.items() if y not in wrong})
            if not source.activity:
                yield _Series((*below, "stated"), name, {y: v for y, v in source.emissions.items() if v.is_stated})
        if not inventory.sources:
            for name, totals in inventory.totals.items():
                yield _Series((*path, "stated", name), name, {y: v for y, v in totals.items() if v.is_stated})
    for entity, name, carrier in carriers(report):
        path = ("energy", entity, "carriers", name)
        yield _Series((*path, "consumption"), name, carrier.consumption)
        stated = carrier.carrier.stated_coal_equivalent
        if carrier.coefficient is None and stated:
            yield _Series((*path, "stated coal equivalent"), name, series(report.file, stated, (*path, "stated coal equivalent")))


def _contradicted(report: Report, source: SourceReport, path: Path) -> frozenset[int]:
    """The years in which activity data and stated emissions contradict each other, which is found by itself."""
    if not source.source.stated:
        return frozenset()
    computed = by_activity(report, source, path)
    return frozenset(
        year for year, follows in computed.emissions.items() if year in source.emissions and not agree(source.emissions[year], follows)
    )
