"""Pathways: values by year, the rates at which they fall, the curve beside them, the emissions below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from ghgplan.compute.numbers import PERCENT, TONNE_CO2E, Number, as_printed, computed, difference, product, reduction, stated, total
from ghgplan.compute.pathway_curves import curve_path
from ghgplan.compute.pathway_methods import compound_reduction, intermediate_year, linear_reduction, percent
from ghgplan.compute.pathway_values import method_values
from ghgplan.compute.pathway_years import PathwayYears
from ghgplan.compute.progress import Outlook, outlook
from ghgplan.diagnostics import Outcome, Path
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.pathways import Pathway
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.text import Text
from ghgplan.values import frozen

Numbers: TypeAlias = Mapping[int, Number]
RateOf: TypeAlias = Callable[[Decimal, Decimal, Decimal], Decimal | None]
"""First value, last value, years apart -> part of one."""


@frozen
class Rates:
    """How fast a pathway falls, by year, in per cent."""

    yearly: Numbers = field(default_factory=Frozen[int, Number])
    """Against the listed year before, for each year in between."""
    average: Numbers = field(default_factory=Frozen[int, Number])
    """Against the base year, for each year since: the same part of the year before."""
    linear: Numbers = field(default_factory=Frozen[int, Number])
    """The same in parts of the base value."""


@frozen
class CurveCheck:
    """What the library's curve gives from the pathway's base value, and how far stated values lie above it."""

    values: Numbers = field(default_factory=Frozen[int, Number])
    deviations: Numbers = field(default_factory=Frozen[int, Number])


@frozen
class Budget:
    """The emissions that a pathway allows, in tCO2e: in each year since the base year that has a production, and in all of them."""

    by_year: Numbers = field(default_factory=Frozen[int, Number])
    total: Number | None = None


@frozen
class Intermediate:
    """Where a pathway stands at the year of its intermediate target (ASI Performance Standard V3.1, criterion 5.3)."""

    year: int
    """The latest of the pathway's years that is not more than five years after the base year."""
    value: Number
    reduction: Number | None
    """Below the base value, in per cent; None where there is none."""


@frozen
class PathwayReport:
    """One pathway with its numbers; values are in the pathway's unit, reductions in per cent."""

    pathway: Pathway
    entity: str
    """The entity's name in the report (behind its member's)."""
    base: Number | None
    values: Numbers
    """Targets by year, the base year's value among them where the plan states it there."""
    reductions: Numbers
    """Below the base value."""
    actual: Numbers
    deviations: Numbers
    """Actual minus target, both as printed, for the years that have both."""
    rates: Rates = field(default_factory=Rates)
    curve: CurveCheck = field(default_factory=CurveCheck)
    budget: Budget = field(default_factory=Budget)
    outlook: Outlook | None = None
    """None where nothing was achieved yet."""

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted(self.values))

    @property
    def intermediate(self) -> Intermediate | None:
        """The intermediate point; None where the pathway has no year within the term."""
        base_year = self.pathway.base_year
        within = [year for year in self.values if base_year < year <= intermediate_year(base_year)]
        return Intermediate(max(within), self.values[max(within)], self.reductions.get(max(within))) if within else None

    def of_member(self, member: str) -> PathwayReport:
        """The same pathway as seen from the group."""
        return replace(self, entity=f"{member}.{self.entity}")

    def numbers(self) -> Iterator[tuple[str, Number]]:
        if self.base:
            yield "base", self.base
        yield from _by_year("", self.values)
        yield from _by_year("reduction.", self.reductions)
        if self.intermediate:
            yield "intermediate", self.intermediate.value
            if self.intermediate.reduction:
                yield "intermediate reduction", self.intermediate.reduction
        yield from _by_year("yearly reduction.", self.rates.yearly)
        yield from _by_year("average yearly reduction.", self.rates.average)
        yield from _by_year("linear yearly reduction.", self.rates.linear)
        yield from _by_year("curve.", self.curve.values)
        yield from _by_year("deviation from curve.", self.curve.deviations)
        yield from _by_year("budget.", self.budget.by_year)
        if self.budget.total:
            yield "budget", self.budget.total

    def progress_numbers(self) -> Iterator[tuple[str, Number]]:
        yield from _by_year("", self.actual)
        yield from _by_year("deviation.", self.deviations)
        if self.outlook:
            yield from self.outlook.numbers()

    def progress_texts(self) -> Iterator[tuple[str, Text]]:
        if self.outlook:
            yield from self.outlook.texts()


def compute_pathway(
    file: PlanFile, name: str, production: Numbers | None = None, intensity: Numbers | None = None
) -> Outcome[PathwayReport]:
    """The report of the pathway ``name``; findings are what keeps its method from giving values.

    ``production`` and ``intensity`` (scope 1+2 per tonne) are its entity's by year. They give the budget, and
    the base value where a computed pathway of scope 1+2 leaves it to the inventory.
    """
    pathway = file.plan.pathways[name]
    base_year = pathway.base_year

    def number(value: Decimal, path: Path) -> Number:
        return stated(Quantity(value, pathway.unit), path, file.source.span(path))

    given = {year: number(value, ("pathways", name, "values", str(year))) for year, value in sorted(pathway.values.items())}
    base = number(pathway.base, ("pathways", name, "base")) if pathway.base is not None else given.get(base_year)
    if base is None and pathway.method != "asi-tool":
        base = _measured_base(pathway, intensity or {})
    made = method_values(file, name, base)
    values = dict(sorted({**(made.value or {}), **given}.items()))
    later = {year: value for year, value in values.items() if year > base_year}
    reductions = {year: part for year, value in later.items() if base and (part := reduction(base, value))}
    progress = file.plan.progress.get(name)
    achieved = sorted(progress.actual.items()) if progress else ()
    actual = {year: number(value, ("progress", name, "actual", str(year))) for year, value in achieved}
    deviations = {
        year: difference(as_printed(value), as_printed(values[year]), "deviation") for year, value in actual.items() if year in values
    }
    years = PathwayYears(file, name)
    report = PathwayReport(
        pathway,
        pathway.entity,
        base,
        Frozen(values),
        Frozen(reductions),
        Frozen(actual),
        Frozen(deviations),
        _rates(years, base_year, base, later),
        _check(years, pathway, base, given, later),
        _budget(years, base_year, base, later, production or {}),
        outlook(years, base_year, base, values, pathway.aim, actual),
    )
    return Outcome(report, made.diagnostics)


def _by_year(prefix: str, numbers: Numbers) -> Iterator[tuple[str, Number]]:
    return ((f"{prefix}{year}", number) for year, number in numbers.items())


def _measured_base(pathway: Pathway, intensity: Numbers) -> Number | None:
    """The inventory's intensity of the base year in the pathway's unit."""
    measured = intensity.get(pathway.base_year) if pathway.boundary == "scope 1+2" else None
    if measured is None or measured.unit.symbol == pathway.unit.symbol:
        return measured
    try:
        value = measured.value_in(pathway.unit)
    except ValueError:
        return None
    return computed(value, pathway.unit, "conversion", (measured,), measured.decimals)


def _rates(years_of: PathwayYears, base_year: int, base: Number | None, later: Numbers) -> Rates:
    if base is None:
        return Rates()
    listed = {base_year: base, **later}
    years = sorted(listed)
    steps = {last: (first, last) for first, last in pairwise(years)}
    return Rates(
        _fall(years_of, "yearly reduction", compound_reduction, listed, steps),
        _fall(years_of, "yearly reduction", compound_reduction, listed, {year: (base_year, year) for year in later}),
        _fall(years_of, "linear yearly reduction", linear_reduction, listed, {year: (base_year, year) for year in later}),
    )


def _fall(years_of: PathwayYears, formula: str, rate_of: RateOf, listed: Numbers, steps: Mapping[int, tuple[int, int]]) -> Numbers:
    rates: dict[int, Number] = {}
    for year, (first, last) in steps.items():
        apart = years_of.apart(first, last)
        rate = rate_of(listed[first].value, listed[last].value, apart.value)
        if rate is not None:
            rates[year] = computed(percent(rate), PERCENT, formula, (listed[last], listed[first], apart), 1)
    return Frozen(rates)


def _check(years_of: PathwayYears, pathway: Pathway, base: Number | None, given: Numbers, later: Numbers) -> CurveCheck:
    path = curve_path(years_of, base) if pathway.method in ("asi-tool", "asi-curve") else None
    if path is None:
        return CurveCheck()
    # What the method has computed is the curve's value already, and stays the one number that it is.
    values = {year: later[year] if year not in given else value for year, value in path.values(later).items()}
    return CurveCheck(Frozen(values), Frozen({
        year: difference(given[year], value, "deviation from curve") for year, value in values.items() if year in given
    }))  # fmt: skip


def _budget(years_of: PathwayYears, base_year: int, base: Number | None, later: Numbers, production: Numbers) -> Budget:
    """With each year's production; with the base year's throughout where it is the only one known.

    Years that the pathway leaves out lie on the straight line between their neighbours.
    """
    points = {**({base_year: base} if base else {}), **later}
    years = [year for year in range(min(points), max(points) + 1) if year > base_year] if points else []
    is_constant = set(production) == {base_year}
    formula = "budget at base-year production" if is_constant else "budget of a year"
    outputs = dict.fromkeys(years, production[base_year]) if is_constant else production
    try:
        by_year = {
            year: product(years_of.between(points, year), outputs[year], TONNE_CO2E, 0, formula) for year in years if year in outputs
        }
    except ValueError:
        # The pathway's unit times a mass is no emission.
        return Budget()
    return Budget(Frozen(by_year), total(by_year.values(), TONNE_CO2E) if by_year else None)
