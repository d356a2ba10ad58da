"""Gap analysis: what a pathway's target year needs, what the measures give, what is missing (tCO2e a year)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ghgplan.compute.avoidance import PER_TONNE, is_yearly
from ghgplan.compute.combining import converted
from ghgplan.compute.inventory import ByYear, InventoryReport
from ghgplan.compute.measures import MeasureFigures, entity_of, production_of
from ghgplan.compute.numbers import PERCENT, TONNE_CO2E, Number, difference, product, ratio, total
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.savings import Effect
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.measures import Measure
from ghgplan.plan.model.plan import Plan
from ghgplan.plan.units import parse_unit
from ghgplan.values import frozen

TONNE = parse_unit("t")


@frozen
class GapReport:
    """The gap on one pathway in its target year. Amounts are tCO2e a year, None where they cannot be known."""

    pathway: str
    """The pathway's name in the report (behind its member's)."""
    year: int
    reference_year: int
    """The year that the way is counted from: the latest with an actual value, else the base year."""
    reference: Number
    target: Number
    """Both in the pathway's unit."""
    production: Number | None
    production_year: int | None
    """The target year, or the latest year whose production is known and stands for it; the reference year for what its emissions mean."""
    before: Number | None
    """Emissions at the reference year's intensity and the target year's production."""
    after: Number | None
    """The same at the target."""
    needed: Number | None
    parts: Mapping[str, Number]
    """What each measure adds, by its name; what another measure counts too is deducted."""
    given: Number | None
    missing: Number | None
    covered: Number | None
    green_power: Number | None
    """Counts in the market-based figure only, and is in none of the amounts above."""
    already: tuple[str, ...]
    """Measures whose effect the reference year's figure shows in part or in whole."""

    is_actual: bool = False
    """True where the way is counted from an actual value."""
    emissions: Number | None = None
    """The reference year's emissions, where no production is known and the output that they mean stands for all years."""
    needed_per_tonne: Number | None = None
    given_per_tonne: Number | None = None
    """Both in kgCO2e/t, known without a production too."""

    def share_of(self, measure: str) -> Number | None:
        """What part of the need a measure covers, in per cent; None where nothing is needed or it gives nothing here."""
        part = self.parts.get(measure)
        return ratio(part, self.needed, PERCENT, 1, "covered") if part and self.needed and self.needed.value > 0 else None

    def of_member(self, member: str) -> GapReport:
        """The same gap as seen from the group."""
        parts = {f"{member}.{name}": part for name, part in self.parts.items()}
        return replace(
            self,
            pathway=f"{member}.{self.pathway}",
            parts=Frozen(parts),
            already=tuple(f"{member}.{name}" for name in self.already),
        )

    def numbers(self) -> Iterator[tuple[str, Number]]:
        found = {
            "before": self.before,
            "after": self.after,
            "production": self.production,
            "needed": self.needed,
            "given": self.given,
            "missing": self.missing,
            "covered": self.covered,
            "needed per tonne": self.needed_per_tonne,
            "given per tonne": self.given_per_tonne,
            "green power": self.green_power,
            **{f"measures.{name}": part for name, part in self.parts.items()},
        }
        found |= {f"share.{name}": self.share_of(name) for name in self.parts}
        yield from ((name, number) for name, number in found.items() if number)


def compute_gaps(
    plan: Plan, pathways: Mapping[str, PathwayReport], inventories: Mapping[str, InventoryReport], figures: Mapping[str, MeasureFigures]
) -> dict[str, GapReport]:
    """The gaps on the plan's own pathways, by their names; ``inventories`` are by entity, ``figures`` by measure."""
    gaps = {name: compute_gap(plan, name, pathway, inventories.get(pathway.entity), figures) for name, pathway in pathways.items()}
    return {name: gap for name, gap in gaps.items() if gap}


def compute_gap(
    plan: Plan, name: str, pathway: PathwayReport, inventory: InventoryReport | None, figures: Mapping[str, MeasureFigures]
) -> GapReport | None:
    """The gap on the pathway ``name``; None where it has no target to reach, or nothing to count from.

    ``figures`` are those of all measures of the plan; the pathway's entity's are chosen here.
    """
    year = target_year(plan, name, pathway)
    if year is None:
        return None
    actual = [known for known in pathway.actual if known < year]
    reference = pathway.actual[max(actual)] if actual else pathway.base
    if reference is None:
        return None
    reference_year = max(actual) if actual else pathway.pathway.base_year
    boundary = pathway.pathway.boundary
    production = inventory.production if inventory else Frozen[int, Number]()
    output, output_year, emissions = production_of(production, year), _production_year(production, year), None
    if output is None and inventory:
        emissions = inventory.totals.get(boundary, Frozen[int, Number]()).get(reference_year)
        output = _constant_output(emissions, reference) if emissions else None
        output_year = reference_year if output else None
    gap = GapReport(
        name, year, reference_year, reference, pathway.values[year], output, output_year,
        *(None, None, None), Frozen(), *(None, None, None, None), (), is_actual=bool(actual), emissions=emissions if output else None,
    )  # fmt: skip
    own = {key: figure for key, figure in figures.items() if entity_of(plan, plan.measures[key]) == pathway.pathway.entity}
    return _per_tonne(_in_tonnes(gap, boundary, own, plan.measures) if output else gap, boundary, own, plan.measures)


def _constant_output(emissions: Number, intensity: Number) -> Number | None:
    """The output at which ``intensity`` gives ``emissions``; None where the unit is none of emissions per mass."""
    try:
        return ratio(emissions, intensity, TONNE, 0, "output at intensity")
    except ValueError:
        return None


def target_year(plan: Plan, name: str, pathway: PathwayReport) -> int | None:
    """The year to be reached: the pathway's aim, else that of a target that stands on it, else its last."""
    later = [year for year in pathway.values if year > pathway.pathway.base_year]
    promised = [target.year for target in plan.targets.values() if name in target.pathway]
    wanted = [pathway.pathway.aim, *promised, *sorted(later, reverse=True)]
    return next((year for year in wanted if year in later), None)


def _production_year(production: ByYear, year: int) -> int | None:
    return year if year in production else max(production, default=None)


def _in_tonnes(gap: GapReport, boundary: str, figures: Mapping[str, MeasureFigures], measures: Mapping[str, Measure]) -> GapReport:
    output = gap.production
    assert output is not None  # noqa: S101 - the caller has one
    try:
        before, after = (product(intensity, output, TONNE_CO2E, 2, "emissions at intensity") for intensity in (gap.reference, gap.target))
        needed = product(difference(gap.reference, gap.target), output, TONNE_CO2E, 2, "needed")
    except ValueError:
        return gap
    parts, already = _parts(gap, boundary, figures, measures)
    given = total(parts.values(), TONNE_CO2E) if parts else None
    bought = [part for figure in figures.values() if (part := figure.avoided(gap.year, boundary, market_based=True))]
    return replace(
        gap,
        before=before,
        after=after,
        needed=needed,
        parts=Frozen(parts),
        given=given,
        missing=difference(needed, given, "missing") if given else needed,
        covered=ratio(given, needed, PERCENT, 1, "covered") if given and needed.value > 0 else None,
        green_power=total(bought, TONNE_CO2E) if bought else None,
        already=already,
    )


def _per_tonne(gap: GapReport, boundary: str, figures: Mapping[str, MeasureFigures], measures: Mapping[str, Measure]) -> GapReport:
    """The gap with what is needed and given per tonne of product; as it is where the pathway's unit is none of emissions per mass."""
    if not gap.reference.unit.is_kind("intensity"):
        return gap
    needed = converted(difference(gap.reference, gap.target), PER_TONNE, 2)
    if gap.production:
        given = ratio(gap.given, gap.production, PER_TONNE, 2, "avoided per tonne") if gap.given else None
        return replace(gap, needed_per_tonne=needed, given_per_tonne=given)
    parts, already = _parts(gap, boundary, figures, measures)
    # What is avoided a year cannot be told per tonne, and the rest alone would pass for all.
    running = [figure for figure in figures.values() if figure.schedule.runs(gap.year)]
    is_whole = not any(_is_yearly(effect, gap.year) for figure in running for effect in figure.effects if effect.boundary == boundary)
    given = total(parts.values(), PER_TONNE) if parts and is_whole else None
    return replace(gap, needed_per_tonne=needed, given_per_tonne=given, already=already)


def _is_yearly(effect: Effect, year: int) -> bool:
    full = effect.at(year)
    return full is not None and not effect.market_based and is_yearly(full)


def _parts(
    gap: GapReport, boundary: str, figures: Mapping[str, MeasureFigures], measures: Mapping[str, Measure]
) -> tuple[dict[str, Number], tuple[str, ...]]:
    """What each measure adds to the reference year (tCO2e, without a production kgCO2e/t), and which of them that year shows."""
    parts: dict[str, Number] = {}
    already: list[str] = []
    for name, figure in figures.items():
        full = figure.effect(gap.year, boundary, gap.production)
        if full is None:
            continue
        shown = figure.already(gap.reference_year, boundary, gap.production)
        if shown and shown.value:
            already.append(name)
        parts[name] = difference(full, shown, "added") if shown and shown.value else full
    return _without_overlaps(parts, figures, measures), tuple(already)


def _without_overlaps(
    parts: Mapping[str, Number], figures: Mapping[str, MeasureFigures], measures: Mapping[str, Measure]
) -> dict[str, Number]:
    """The parts less what another one counts too: once for each pair, whichever of the two says so."""
    net = dict(parts)
    settled: set[frozenset[str]] = set()
    for name, part in parts.items():
        pairs = {frozenset((name, other)) for other in measures[name].overlaps if other in parts and other != name}
        share = figures[name].overlap
        if share and share.value and pairs - settled:
            net[name] = difference(part, product(part, share, part.unit, 2, "overlap"), "without overlap")
            settled |= pairs
    return net
