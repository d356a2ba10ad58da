"""What the rules of this family ask of a measure: whether it has figures, what they are about, and what it may avoid at the most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ghgplan.checks.precision import Interval, exactly, interval
from ghgplan.checks.quantities.known_factors import known
from ghgplan.checks.quantities.recognising import ELECTRICITY, named, of_text
from ghgplan.checks.subjects import measures
from ghgplan.compute.measures import entity_of
from ghgplan.compute.numbers import Number, stated
from ghgplan.compute.report import MeasureReport, Report
from ghgplan.compute.savings import PROCESS, PURCHASED
from ghgplan.diagnostics import Path
from ghgplan.plan.model.measures import Measure, Saving
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.text import Text
from ghgplan.plan.units import Unit, parse_unit
from ghgplan.reference.entries import Kind
from ghgplan.reference.fuels import fuels
from ghgplan.reference.lookup import Unknown
from ghgplan.reference.sets import named_sets
from ghgplan.values import frozen

LISTED = 3
"""How many names a finding on many measures gives."""
_POWER = re.compile("电|electric|power", re.IGNORECASE)
_NO_POWER = re.compile("电瓶|电动|electric (truck|fork|vehicle|load)|充电", re.IGNORECASE)


@frozen
class Of:
    """A saving of a measure with its place."""

    name: str
    measure: Measure
    saving: Saving
    path: Path

    def number(self, report: Report, quantity: Quantity, key: str) -> Number:
        """A figure of the saving as a number."""
        path = (*self.path, key)
        return stated(quantity, path, report.file.source.span(path))

    def amount(self, report: Report) -> Number | None:
        """What is saved, stated or from before and after."""
        position = int(self.path[-1]) + 1
        return report.measures[self.name].numbers.get(f"saves.{position}.amount")


def savings(report: Report) -> Iterator[Of]:
    """All savings of the plan."""
    for name, each in measures(report):
        for position, saving in enumerate(each.measure.saves):
            yield Of(name, each.measure, saving, ("measures", name, "saves", str(position)))


def is_quantified(measure: Measure) -> bool:
    """Whether the measure says how much it does, in whatever it is counted."""
    return bool(
        measure.reduction or measure.saves or measure.mileage or measure.capacity or measure.substitutes or measure.green_power
    )  # fmt: skip


def is_dated(measure: Measure) -> bool:
    """Whether the measure says when it begins or is done."""
    shares = any(substitution.share for substitution in measure.substitutes)
    return bool(measure.from_ or measure.to or measure.ramp or shares)


def things(of: Of) -> tuple[str, ...]:
    """What is saved, as the library calls it: by its key, by its name alone, or by the names that its text holds."""
    if of.saving.electricity:
        return (ELECTRICITY,)
    thing = named(of.saving.fuel) or of_text(of.saving.of)
    return (thing,) if thing else _within(of.saving.of)


def most_avoided(report: Report, of: Of) -> Interval | None:
    """What the saving avoids at the most by the library's largest factor, from nothing on: kgCO2e/t or tCO2e a year."""
    amount = of.amount(report)
    found: list[Interval] = []
    for thing in things(of) or all_fuels():
        factor = known(thing, per(amount.unit)) if amount else None
        if amount and factor:
            found.append(Interval(Decimal(0), (interval(amount, _in(amount.unit, factor.unit)) * exactly(factor.possible.high)).high))
    return max(found, key=lambda each: each.high) if found else None


def per(unit: Unit) -> Unit:
    """The factor that turns an amount in ``unit`` (a year, or per tonne of product) into emissions: tCO2 per its numerator."""
    return parse_unit(f"tCO2/{unit.symbol.partition('/')[0].strip()}")


def is_per_product(unit: Unit) -> bool:
    """Whether an amount is one per tonne of product."""
    return "/" in unit.symbol and parse_unit(unit.symbol.partition("/")[2]).is_kind("mass")


def counts_for(report: Report, each: MeasureReport, entity: str) -> bool:
    """Whether the measure is the entity's, or may be: it names none."""
    own = entity_of(report.plan, each.measure)
    return own is None or own == entity


def all_of_entity(report: Report, entity: str) -> list[tuple[str, MeasureReport]]:
    """The entity's measures."""
    return [(name, each) for name, each in measures(report) if counts_for(report, each, entity)]


def boundary_of(measure: Measure) -> str:
    """Where the measure counts, as it says or by what it saves."""
    process = measure.saves or measure.mileage or measure.capacity
    return measure.boundary or (PURCHASED if measure.substitutes and not process else PROCESS)


def first_names(names: list[str]) -> str:
    """The first few, in the plan's order."""
    return ", ".join(names[:LISTED]) + (" …" if len(names) > LISTED else "")


def _in(amount: Unit, factor: Unit) -> Unit:
    """The unit of the amount that cancels with the factor's denominator: ``万m3/t`` for ``m3/t`` and tCO2/万m3."""
    below = factor.symbol.partition("/")[2]
    behind = amount.symbol.partition("/")[2]
    return parse_unit(f"{below}/{behind}" if behind else below)


def all_fuels() -> tuple[str, ...]:
    """What may be meant where nothing is named."""
    return (ELECTRICITY, *_fuel_names())


def _within(text: Text) -> tuple[str, ...]:
    words = " ".join(each for each in (text.zh, text.en) if each)
    found = [thing for thing, names in _fuel_names().items() if any(re.search(name, words, re.IGNORECASE) for name in names)]
    is_power = _POWER.search(words) and not _NO_POWER.search(words)
    return tuple(found) or ((ELECTRICITY,) if is_power else ())


@cache
def _fuel_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for each in named_sets(Kind.FUEL):
        members = fuels(each)
        if not isinstance(members, Unknown):
            for fuel in members.values():
                found.setdefault(fuel.id, set()).update((re.escape(fuel.name.zh), rf"\b{re.escape(fuel.name.en)}\b"))
    return {thing: tuple(names) for thing, names in found.items()}
