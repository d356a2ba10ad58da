"""Whether the measures give what the targets ask for, with or without a production."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext
from itertools import groupby

from ghgplan.checks.measures.parts_of_measures import (
    all_of_entity,
    boundary_of,
    first_names,
    is_per_product,
    is_quantified,
    most_avoided,
    savings,
)
from ghgplan.checks.measures.potentials import most_generated
from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.reconciliation.inventory_figures import base_path, divided, per_tonne, process_emissions
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways
from ghgplan.checks.telling import significant, with_unit
from ghgplan.compute.avoidance import is_yearly
from ghgplan.compute.gap import GapReport
from ghgplan.compute.numbers import INTENSITY, PERCENT, PRECISION, TONNE_CO2E, stated
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import MeasureReport, Report
from ghgplan.plan.units import parse_unit
from ghgplan.values import frozen

TONNE = parse_unit("t")
_LEAST_OUTPUT = Decimal(1000)
"""Tonnes of product a year that the smallest of plants makes: it turns an amount a year into one per tonne at the most."""
_MARGIN = Decimal("1.02")
"""For the rounding of effects."""


def boundaries_without_measure(report: Report) -> Iterator[Finding]:
    """Pathways on which no quantified measure counts, in a plan that has some. One finding a plan."""
    if not any(is_quantified(measure) for measure in report.plan.measures.values()):
        return
    missing = [
        name
        for name, pathway in pathways(report)
        if name in report.gaps and _is_needed(report.gaps[name]) and not _counting(report, pathway)
    ]
    if missing:
        arguments = {"pathways": first_names(missing), "count": str(len(missing))}
        related = tuple(place(report.file, "pathways", name, at_key=True) for name in missing[1:])
        yield Finding(("pathways", missing[0]), arguments, related, at_key=True)


def uncovered_gaps(report: Report) -> Iterator[Finding]:
    """Measures that, at the most, give less than a pathway's next target asks for."""
    for name, pathway in pathways(report):
        gap = report.gaps.get(name)
        counting = _counting(report, pathway)
        if gap is None or not counting or any(_is_unknown(each) for _, each in counting):
            continue
        need = _need(report, name, gap)
        output = _output(report, pathway, gap)
        if need is None:
            continue
        wanted, given = (need * output, _given(report, counting, gap, output)) if output else (need, _given(report, counting, gap, None))
        if given < 0 or given * _MARGIN >= wanted.low:
            # What is negative is another rule's finding.
            continue
        unit = TONNE_CO2E if output else INTENSITY
        arguments = {
            "pathway": name, "year": str(gap.year), "needed": with_unit(Decimal(significant(wanted.middle)), unit),
            "given": with_unit(Decimal(significant(given)), unit), "covered": f"{significant(given / wanted.middle * 100, 2)} %",
            "measures": first_names([key for key, _ in counting]), "count": str(len(counting)),
        }  # fmt: skip
        related = tuple(place(report.file, "measures", key, at_key=True) for key, _ in counting)
        path = ("pathways", name, "values", str(gap.year)) if gap.year in pathway.pathway.values else base_path(name, pathway)
        yield Finding(path, arguments, related)


@frozen
class _Promise:
    """What a target on the pathway takes off the base value, in per cent of it."""

    part: Interval


def _is_needed(gap: GapReport) -> bool:
    return gap.target.value < gap.reference.value


def _counting(report: Report, pathway: PathwayReport) -> list[tuple[str, MeasureReport]]:
    """The measures with figures of the pathway's entity and boundary."""
    boundary = pathway.pathway.boundary
    return [
        (name, each)
        for name, each in all_of_entity(report, pathway.pathway.entity)
        if is_quantified(each.measure) and (boundary in each.figures.boundaries or boundary_of(each.measure) == boundary)
    ]


def _is_unknown(each: MeasureReport) -> bool:
    """Whether the measure substitutes something, and nobody can say what that gives."""
    return bool(each.measure.substitutes) and not any(effect.by_year for effect in each.figures.effects) and each.measure.reduction is None


def _need(report: Report, name: str, gap: GapReport) -> Interval | None:
    """tCO2e per tonne that the target year lies below the reference year, by the target's own percentage where it has one.

    None where rounding leaves open whether anything is needed.
    """
    reference, target = per_tonne(gap.reference), per_tonne(gap.target)
    if reference is None or target is None:
        return None
    found = reference - target
    if not gap.is_actual:
        promise = _promise(report, name, gap)
        found = reference * promise.part if promise else found
    return found if found.low > 0 else None


def _promise(report: Report, name: str, gap: GapReport) -> _Promise | None:
    for key, target in report.plan.targets.items():
        if name not in target.pathway or target.year != gap.year or target.boundary not in (None, report.plan.pathways[name].boundary):
            continue
        years = gap.year - (target.base_year or gap.reference_year)
        for quantity, which in ((target.reduction, "reduction"), (target.yearly_reduction, "yearly reduction")):
            if quantity and years > 0:
                path = ("targets", key, which)
                part = interval(stated(quantity, path, report.file.source.span(path)), PERCENT).times(Decimal("0.01"))
                times = 1 if which == "reduction" else years
                return _Promise(part.mapped(lambda value, times=times: 1 - (1 - value) ** times))
    return None


def _output(report: Report, pathway: PathwayReport, gap: GapReport) -> Interval | None:
    """Tonnes of product: stated, else what the emissions of the base year are at the base value."""
    if gap.production:
        return interval(gap.production, TONNE)
    entity = report.entities.get(pathway.entity)
    year, base = pathway.pathway.base_year, pathway.base
    if entity is None or entity.inventory is None or base is None or pathway.pathway.boundary != "scope 1+2":
        return None
    emissions, read = process_emissions(entity.inventory, year), per_tonne(base)
    return divided(interval(emissions, TONNE_CO2E), read) if emissions and read else None


def _given(report: Report, counting: list[tuple[str, MeasureReport]], gap: GapReport, output: Interval | None) -> Decimal:
    """What the measures avoid at the most in the target year: tCO2e, or tCO2e per tonne where no output is known.

    A part without emissions of its own counts with the largest factor that the library has for it.
    """
    per_product = yearly = Decimal(0)
    boundary = report.plan.pathways[gap.pathway].boundary
    own = {name: [*group] for name, group in groupby(savings(report), key=lambda of: of.name)}
    with localcontext(prec=PRECISION):
        for name, each in counting:
            effects = [effect for effect in each.figures.effects if effect.boundary == boundary]
            for effect in effects:
                full = effect.at(gap.year)
                reached = each.figures.schedule.applied(full, gap.year) if full else None
                if reached is None:
                    continue
                if is_yearly(reached):
                    yearly += reached.value_in(TONNE_CO2E)
                else:
                    per_product += reached.value_in(INTENSITY)
            for of in own.get(name, ()):
                amount = of.amount(report)
                key = f"saves.{int(of.path[-1]) + 1}.reduction"
                if amount is None or key in each.numbers or each.measure.reduction:
                    continue
                most = most_avoided(report, of)
                value = most.high if most else Decimal(0)
                per_product, yearly = (per_product + value, yearly) if is_per_product(amount.unit) else (per_product, yearly + value)
            yearly += most_generated(each)
        if output is None:
            return per_product + yearly / _LEAST_OUTPUT
        return per_product * output.high + yearly
