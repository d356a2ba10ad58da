"""What a measure avoids at its full effect, part by part: tCO2e a year, or kgCO2e per tonne of product.

A stated reduction leads over everything that could be computed in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ghgplan.compute.avoidance import (
    HOUR,
    PER_TONNE,
    YEAR_IN_HOURS,
    avoided,
    avoided_by_transport,
    full_load_hours,
    generation_of,
    mass_of,
    normal,
)
from ghgplan.compute.choices import Choices
from ghgplan.compute.measure_factors import saved_electricity_factor, saved_fuel_factor
from ghgplan.compute.numbers import Number, difference, product, stated
from ghgplan.diagnostics import Diagnostic, Path, Span
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.measures import Capacity, Measure, Mileage, Saving, Substitution
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.scalars import Quantity
from ghgplan.values import frozen

PROCESS, PURCHASED = "scope 1+2", "scope 3 category 1"


@frozen
class Effect:
    """What one part of a measure avoids: ``amount`` at all times, or ``by_year`` (a share that grows), tCO2e a year or kgCO2e/t."""

    boundary: str
    amount: Number | None = None
    by_year: Mapping[int, Number] = field(default_factory=Frozen[int, Number])
    market_based: bool = False
    """True where it lowers the market-based figure only."""

    def at(self, year: int) -> Number | None:
        """The amount of ``year``; between the years of a growing share, that of the year before."""
        earlier = [known for known in self.by_year if known <= year]
        return self.by_year[max(earlier)] if earlier else self.amount

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(self.by_year)


@frozen
class Parts:
    """A measure's effects, the numbers found on the way by the names that texts quote, and the findings."""

    effects: tuple[Effect, ...]
    numbers: Mapping[str, Number]
    findings: tuple[Diagnostic, ...]


def savings_of(file: PlanFile, name: str) -> Parts:
    """The effects of the measure ``name``."""
    measure = file.plan.measures[name]
    parts = _Parts(file, measure, ("measures", name))
    for position, saving in enumerate(measure.saves):
        parts.saving(saving, position)
    if measure.mileage:
        parts.mileage(measure.mileage)
    for position, plant in enumerate(measure.capacity):
        parts.capacity(plant, position)
    for position, substitution in enumerate(measure.substitutes):
        parts.substitution(substitution, position)
    parts.green_power()
    if measure.reduction:
        boundary = measure.boundary or _boundary_by_what_is_saved(measure)
        of_the_whole = Effect(boundary, stated(measure.reduction, *parts.place("reduction")))
        parts.effects = [of_the_whole, *(effect for effect in parts.effects if effect.market_based)]
    return Parts(tuple(parts.effects), Frozen(parts.numbers), tuple(parts.findings))


def _boundary_by_what_is_saved(measure: Measure) -> str:
    process = measure.saves or measure.mileage or measure.capacity
    return PURCHASED if measure.substitutes and not process else PROCESS


class _Parts:
    def __init__(self, file: PlanFile, measure: Measure, path: Path) -> None:
        self.file = file
        self.measure = measure
        self.path = path
        self.effects: list[Effect] = []
        self.numbers: dict[str, Number] = {}
        self.findings: list[Diagnostic] = []
        self.choices = Choices(file, self.findings)

    def saving(self, saving: Saving, position: int) -> None:
        at: Path = ("saves", str(position))
        amount = self._given(saving.amount, *at, "amount")
        before, after = self._given(saving.before, *at, "before"), self._given(saving.after, *at, "after")
        if amount is None and before and after:
            try:
                amount = difference(before, after)
            except ValueError:
                self._does_not_fit((*at, "after"), before, after)
                return
        if amount is None:
            self.findings.append(Diagnostic("GP-C41", self.file.source.span((*self.path, *at)), (*self.path, *at)))
            return
        found = {"amount": amount, "before": before, "after": after}
        mass = self._given(saving.mass, *at, "mass")
        factor, of_density = (None, None) if saving.stated_reduction else self._factor(saving, amount, at)
        reduction = self._given(saving.stated_reduction, *at, "stated reduction")
        if factor:
            mass = mass or (mass_of(amount, of_density) if of_density else None)
            reduction = avoided(amount, factor) or (avoided(mass, factor) if mass else None)
            if reduction is None:
                self._does_not_fit((*at, "factor" if saving.factor else "amount" if saving.amount else "before"), amount, factor)
        key = f"saves.{position + 1}"
        found |= {"factor": factor, "mass": mass}
        self.numbers |= {f"{key}.{name}": number for name, number in found.items() if number}
        self._effect(PROCESS, reduction, f"{key}.reduction", (*at, "stated reduction"))

    def mileage(self, mileage: Mileage) -> None:
        distance, factor = self._given(mileage.distance, "mileage", "distance"), self._given(mileage.factor, "mileage", "factor")
        load = self._given(mileage.load, "mileage", "load")
        reduction = self._given(mileage.stated_reduction, "mileage", "stated reduction")
        assert distance is not None  # noqa: S101 - the model asks for it
        assert factor is not None  # noqa: S101 - and for it
        self.numbers |= {"mileage.distance": distance, "mileage.factor": factor}
        if reduction is None:
            reduction = avoided_by_transport(distance, load, factor)
            if reduction is None:
                self._does_not_fit(("mileage", "factor"), distance, factor)
        self._effect(PROCESS, reduction, "mileage.reduction", ("mileage", "stated reduction"))

    def capacity(self, plant: Capacity, position: int) -> None:
        at: Path = ("capacity", str(position))
        key = f"capacity.{position + 1}"
        power = self._given(plant.capacity, *at, "capacity")
        generation, hours = self._given(plant.generation, *at, "generation"), self._given(plant.full_load_hours, *at, "full-load hours")
        assert power  # noqa: S101 - the model asks for it
        if generation is None and hours:
            generation = generation_of(power, hours)
        elif generation and hours is None:
            hours = full_load_hours(generation, power)
        if hours and hours.value_in(HOUR) > YEAR_IN_HOURS:
            path = (*self.path, *at, "full-load hours" if plant.full_load_hours else "generation")
            self.findings.append(Diagnostic("GP-C48", self.file.source.span(path), path, {"hours": f"{hours.value_in(HOUR):.0f}"}))
            return
        self_use = self._share(plant.self_use, *at, "self use")
        found = {"generation": generation, "full-load hours": hours, "self use": self_use}
        self.numbers |= {f"{key}.{name}": number for name, number in found.items() if number}
        reduction = self._given(plant.stated_reduction, *at, "stated reduction")
        if reduction is None and generation and self_use:
            factor = self._given(plant.factor, *at, "factor") or saved_electricity_factor(self.choices, (*self.path, *at))
            used = product(generation, self_use, generation.unit, generation.decimals, "self use")
            if factor:
                reduction = avoided(used, factor)
                self.numbers[f"{key}.factor"] = factor
                if reduction is None:
                    self._does_not_fit((*at, "factor"), used, factor)
        self._effect(PROCESS, reduction, f"{key}.reduction", (*at, "stated reduction"))

    def substitution(self, substitution: Substitution, position: int) -> None:
        at: Path = ("substitutes", str(position))
        base = self._share(substitution.base_share, *at, "base share")
        shares = {year: self._share(share, *at, "share", str(year)) for year, share in sorted(substitution.share.items())}
        replaced = self._given(substitution.from_.intensity if substitution.from_ else None, *at, "from", "intensity")
        instead = self._given(substitution.to_intensity, *at, "to intensity")
        if replaced is None or instead is None:
            return
        amount = self._given(substitution.amount, *at, "amount")
        by_year: dict[int, Number] = {}
        for year, share in shares.items():
            if share is None:
                continue
            try:
                gained = difference(share, base) if base else share
                per_tonne = product(difference(replaced, instead), gained, PER_TONNE, 2, "substitution")
                by_year[year] = product(per_tonne, amount, PER_TONNE, 2) if amount else per_tonne
            except ValueError:
                self._does_not_fit((*at, "to intensity"), replaced, amount or instead)
                return
        self.numbers |= {f"substitutes.{position + 1}.reduction.{year}": number for year, number in by_year.items()}
        self.effects.append(Effect(self.measure.boundary or PURCHASED, None, Frozen(by_year)))

    def green_power(self) -> None:
        bought = self._given(self.measure.green_power, "green power")
        if bought is None:
            return
        self.numbers["green power"] = bought
        factor = saved_electricity_factor(self.choices, self.path)
        reduction = avoided(bought, factor) if factor else None
        if reduction:
            self.effects.append(Effect(self.measure.boundary or PROCESS, reduction, market_based=True))

    def place(self, *steps: str) -> tuple[Path, Span]:
        path = (*self.path, *steps)
        return path, self.file.source.span(path)

    def _factor(self, saving: Saving, amount: Number, at: Path) -> tuple[Number | None, Number | None]:
        """The factor, and the density of a fuel that is saved by volume."""
        own = self._given(saving.factor, *at, "factor")
        if own:
            return own, self._given(saving.density, *at, "density")
        if not saving.fuel:
            return saved_electricity_factor(self.choices, (*self.path, *at)) if saving.electricity else None, None
        known = len(self.findings)
        factor, of_density = saved_fuel_factor(self.choices, saving, amount.unit, (*self.path, *at))
        if factor is None and len(self.findings) == known:
            path = (*self.path, *at, "fuel")
            arguments = {"name": saving.fuel, "set": str(self.choices.accounting.fuels), "unit": amount.unit.symbol}
            self.findings.append(Diagnostic("GP-C45", self.file.source.span(path), path, arguments))
        return factor, of_density

    def _effect(self, boundary: str, reduction: Number | None, name: str, stated_at: Path) -> None:
        if reduction is None:
            return
        usual = normal(reduction)
        if usual is None:
            path = (*self.path, *stated_at)
            self.findings.append(Diagnostic("GP-C49", self.file.source.span(path), path, {"unit": reduction.unit.symbol}))
            return
        self.numbers[name] = usual
        self.effects.append(Effect(self.measure.boundary or boundary, usual))

    def _given(self, quantity: Quantity | None, *steps: str) -> Number | None:
        return stated(quantity, *self.place(*steps)) if quantity else None

    def _share(self, quantity: Quantity | None, *steps: str) -> Number | None:
        """A share of a whole; a finding where it lies outside 0 to 100 %."""
        number = self._given(quantity, *steps)
        if number:
            finding = no_share(self.file, number, (*self.path, *steps))
            if finding:
                self.findings.append(finding)
                return None
        return number

    def _does_not_fit(self, at: Path, amount: Number, factor: Number) -> None:
        path = (*self.path, *at)
        arguments = {"amount": amount.unit.symbol, "factor": factor.unit.symbol}
        self.findings.append(Diagnostic("GP-C40", self.file.source.span(path), path, arguments))


def no_share(file: PlanFile, number: Number, path: Path) -> Diagnostic | None:
    """A finding where ``number`` is no share of a whole."""
    if 0 <= number.value <= 100:
        return None
    return Diagnostic("GP-C47", file.source.span(path), path, {"share": f"{number.value}"})
