"""The figures of targets and measures: as stated, and what each measure avoids by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from ghgplan.compute.avoidance import PER_TONNE, full_load_hours, is_yearly, payback
from ghgplan.compute.inventory import ByYear
from ghgplan.compute.numbers import TONNE_CO2E, Number, product, ratio, stated, total
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.savings import Effect, no_share, savings_of
from ghgplan.compute.schedule import Schedule, schedule_of
from ghgplan.diagnostics import Diagnostic, Outcome, Path, Severity
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.measures import Measure
from ghgplan.plan.model.plan import Plan, PlanFile
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.units import Unit
from ghgplan.values import frozen


@frozen
class MeasureFigures:
    """What a measure avoids, when, and every number of it that a text may quote."""

    effects: tuple[Effect, ...]
    schedule: Schedule
    production: ByYear
    """Of its entity, in tonnes."""
    overlap: Number | None
    """The part (%) of its effect that the measures it names count too."""
    numbers: Mapping[str, Number] = field(default_factory=Frozen[str, Number])

    @property
    def boundaries(self) -> tuple[str, ...]:
        """Where it counts."""
        return tuple(dict.fromkeys(effect.boundary for effect in self.effects if not effect.market_based))

    def avoided(
        self, year: int, boundary: str | None = None, *, market_based: bool = False, production: Number | None = None
    ) -> Number | None:
        """tCO2e avoided in ``year``; None where there is nothing, or where a part per tonne has no production to be multiplied with.

        ``production`` stands in for the year's own, so that two years can be compared at the same output.
        """
        output = production or production_of(self.production, year)
        parts: list[Number] = []
        for effect in self._effects(boundary, market_based=market_based):
            full = self._full(effect, year)
            if full is None:
                continue
            if not is_yearly(full):
                if output is None:
                    return None
                full = product(full, output, TONNE_CO2E, 2, "avoided a year")
            parts.append(full)
        return self._applied(parts, year, TONNE_CO2E)

    def avoided_per_tonne(self, year: int, boundary: str | None = None) -> Number | None:
        """kgCO2e avoided per tonne of product in ``year``; None where there is nothing, or an amount a year without a production."""
        output = production_of(self.production, year)
        parts: list[Number] = []
        for effect in self._effects(boundary):
            full = self._full(effect, year)
            if full is None:
                continue
            per_tonne = full
            if is_yearly(full):
                per_tonne = ratio(full, output, PER_TONNE, 2, "avoided per tonne") if output else None
            if per_tonne is None:
                return None
            parts.append(per_tonne)
        return self._applied(parts, year, parts[0].unit if len(parts) == 1 else PER_TONNE)

    def already(self, year: int, boundary: str, production: Number | None) -> Number | None:
        """The effect that the figures of ``year`` show already; None where there is nothing.

        In tCO2e at the output ``production``, in kgCO2e/t without one.
        """
        if self.schedule.ran_all(year):
            return self.effect(year, boundary, production)
        if self.schedule.start is None:
            # Without a first year a measure is still to come, but for a share that the plan gives from a year on.
            growing = tuple(effect for effect in self.effects if effect.by_year)
            return replace(self, effects=growing).effect(year, boundary, production)
        return None

    def effect(self, year: int, boundary: str, production: Number | None) -> Number | None:
        """What is avoided in ``year``: tCO2e at the output ``production``, kgCO2e/t without one."""
        return self.avoided(year, boundary, production=production) if production else self.avoided_per_tonne(year, boundary)

    def _full(self, effect: Effect, year: int) -> Number | None:
        # A share by year says for itself when it begins.
        return None if not effect.by_year and self.schedule.is_ahead_of(year) else effect.at(year)

    def _effects(self, boundary: str | None, *, market_based: bool = False) -> Iterable[Effect]:
        return (e for e in self.effects if e.market_based == market_based and boundary in (None, e.boundary))

    def _applied(self, parts: list[Number], year: int, unit: Unit) -> Number | None:
        if not parts:
            return None
        return self.schedule.applied(parts[0] if len(parts) == 1 and parts[0].unit == unit else total(parts, unit), year)


def production_of(production: ByYear, year: int) -> Number | None:
    """The production of ``year``, else of the latest year that is known."""
    return production.get(year) or (production[max(production)] if production else None)


def entity_of(plan: Plan, measure: Measure) -> str | None:
    """Whose measure it is: where it does not say, the only entity that there is."""
    return measure.entity or (next(iter(plan.entities)) if len(plan.entities) == 1 else None)


def compute_measures(
    file: PlanFile, production: Mapping[str, ByYear], pathways: Iterable[PathwayReport]
) -> Outcome[Mapping[str, MeasureFigures]]:
    """The figures of all measures of the plan, by name; ``production`` is by entity."""
    years: dict[str, set[int]] = {}
    past: dict[str, int] = {}
    for pathway in pathways:
        years.setdefault(pathway.entity, set()).update(pathway.values)
        past[pathway.entity] = max(past.get(pathway.entity, 0), pathway.pathway.base_year, *pathway.actual)
    findings: list[Diagnostic] = []
    found: dict[str, MeasureFigures] = {}
    for name, measure in file.plan.measures.items():
        entity = entity_of(file.plan, measure) or ""
        outcome = compute_measure(file, name, production.get(entity, Frozen()), years.get(entity, ()), past.get(entity))
        findings.extend(outcome.diagnostics)
        if outcome.value:
            found[name] = outcome.value
    return Outcome(Frozen(found), tuple(findings))


def compute_measure(
    file: PlanFile, name: str, production: ByYear, years: Iterable[int], past: int | None = None
) -> Outcome[MeasureFigures]:
    """The figures of the measure ``name``; ``years`` are those that its entity's pathways speak of.

    ``past`` is the latest of their base years and of the years with an actual value: a measure without a first
    year comes after it.
    """
    measure = file.plan.measures[name]
    parts, scheduled = savings_of(file, name), schedule_of(file, name)
    findings = [*parts.findings, *scheduled.diagnostics]
    schedule = scheduled.value
    assert schedule is not None  # noqa: S101 - there always is one
    without = [year for year in (past, *(saving.base_year for saving in measure.saves)) if year is not None]
    schedule = replace(schedule, after=max(without, default=None))
    overlap = _overlap(file, name, measure, findings)
    figures = MeasureFigures(parts.effects, schedule, production, overlap)
    if not production and any(_is_computed_per_tonne(effect) for effect in parts.effects):
        path: Path = ("measures", name)
        findings.append(Diagnostic("GP-C46", file.source.key_span(path), path, {"name": name}, Severity.WARNING))
    numbers = {**parts.numbers, **measure_numbers(file, name), **_by_year(figures, _years(figures, years))}
    numbers |= _hours(numbers, len(measure.capacity))
    if "cost" in numbers and "yearly saving" in numbers:
        back = payback(numbers["cost"], numbers["yearly saving"])
        numbers |= {"payback": back} if back else {}
    return Outcome(MeasureFigures(parts.effects, schedule, production, overlap, Frozen(numbers)), tuple(findings))


def _is_computed_per_tonne(effect: Effect) -> bool:
    numbers = [effect.amount, *effect.by_year.values()]
    return any(number is not None and not is_yearly(number) and not number.is_stated for number in numbers)


def _overlap(file: PlanFile, name: str, measure: Measure, findings: list[Diagnostic]) -> Number | None:
    path: Path = ("measures", name, "overlap")
    if measure.overlap is None:
        return None
    number = stated(measure.overlap, path, file.source.span(path))
    finding = no_share(file, number, path)
    if finding:
        findings.append(finding)
        return None
    return number


def _years(figures: MeasureFigures, years: Iterable[int]) -> list[int]:
    """The years to show: the pathways', and those that the measure itself names."""
    named = {*figures.schedule.ramp, *(year for effect in figures.effects for year in effect.years)}
    wanted = {*years, *named, *([figures.schedule.start] if figures.schedule.start else [])}
    return sorted(year for year in wanted if figures.schedule.runs(year))


def _by_year(figures: MeasureFigures, years: Iterable[int]) -> dict[str, Number]:
    numbers: dict[str, Number] = {}
    for year in years:
        found = {
            "avoided": figures.avoided(year),
            "avoided per tonne": figures.avoided_per_tonne(year),
            "avoided market-based": figures.avoided(year, market_based=True),
        }
        numbers |= {f"{key}.{year}": number for key, number in found.items() if number}
    return numbers


def _hours(numbers: Mapping[str, Number], plants: int) -> dict[str, Number]:
    """The full-load hours of all plants together, where all are known."""
    keys = [f"capacity.{position + 1}" for position in range(plants)]
    if not keys or any(f"{key}.full-load hours" not in numbers for key in keys):
        return {}
    if plants == 1:
        return {"full-load hours": numbers[f"{keys[0]}.full-load hours"]}
    power, generation = ([numbers[f"{key}.{what}"] for key in keys] for what in ("capacity", "generation"))
    hours = full_load_hours(total(generation, generation[0].unit), total(power, power[0].unit))
    return {"full-load hours": hours} if hours else {}


def target_numbers(file: PlanFile, name: str) -> dict[str, Number]:
    """Of the target ``name``: base, value, reduction, yearly reduction, change, and its other figures."""
    target = file.plan.targets[name]
    path: Path = ("targets", name)
    given = {key: getattr(target, key.replace(" ", "_")) for key in ("base", "value", "reduction", "yearly reduction", "change")}
    return {**_stated(file, given, path), **_figures(file, target.figures, path)}


def measure_numbers(file: PlanFile, name: str) -> dict[str, Number]:
    """As stated, of the measure ``name``: savings, capacities and substitutions by position from 1, and its other figures."""
    measure = file.plan.measures[name]
    path: Path = ("measures", name)
    given = {"reduction": measure.reduction, "cost": measure.cost, "yearly saving": measure.yearly_saving, "overlap": measure.overlap}
    numbers = _stated(file, given, path)
    for position, saving in enumerate(measure.saves):
        given = {"amount": saving.amount, "mass": saving.mass, "stated reduction": saving.stated_reduction}
        numbers |= _positioned(_stated(file, given, (*path, "saves", str(position))), "saves", position)
    for position, plant in enumerate(measure.capacity):
        given = {"capacity": plant.capacity, "generation": plant.generation}
        numbers |= _positioned(_stated(file, given, (*path, "capacity", str(position))), "capacity", position)
    for position, substitution in enumerate(measure.substitutes):
        shares = {str(year): share for year, share in substitution.share.items()}
        numbers |= _positioned(_stated(file, shares, (*path, "substitutes", str(position), "share")), "substitutes", position)
    return {**numbers, **_figures(file, measure.figures, path)}


def _stated(file: PlanFile, given: Mapping[str, Quantity | None], path: Path) -> dict[str, Number]:
    return {key: stated(value, (*path, key), file.source.span((*path, key))) for key, value in given.items() if value is not None}


def _figures(file: PlanFile, figures: Mapping[str, Quantity], path: Path) -> dict[str, Number]:
    return {f"figures.{key}": number for key, number in _stated(file, figures, (*path, "figures")).items()}


def _positioned(numbers: Mapping[str, Number], chapter: str, position: int) -> dict[str, Number]:
    return {f"{chapter}.{position + 1}.{key}": number for key, number in numbers.items()}
