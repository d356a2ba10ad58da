"""Savings against the amounts that they are saved from: a unit too small or too large shows at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.quantities.known_factors import PER_POWER, known
from ghgplan.checks.quantities.recognising import ELECTRICITY, named, of_carrier, of_source, of_text
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import carriers, inventories, measures
from ghgplan.checks.telling import places, significant, told, with_unit
from ghgplan.compute.gap import TONNE
from ghgplan.compute.measures import entity_of
from ghgplan.compute.numbers import TONNE_CO2E, Number, total
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.model.measures import Measure, Saving
from ghgplan.plan.remembering import once_each
from ghgplan.plan.units import Unit, parse_unit
from ghgplan.values import frozen

TOO_LITTLE, TOO_LITTLE_FUEL = Decimal("0.0003"), Decimal("0.0001")
"""Of what the entity uses: a measure that a plan names saves more, or it is MWh for 万kWh."""
TOO_MUCH, TOO_MUCH_AT_ALL = Decimal("0.5"), Decimal("1.1")
"""Of electricity; of a fuel, which another may replace, and of emissions."""
_MEGAWATT_HOUR = parse_unit("MWh")
_A_TONNE = "/t"
_LEAST = Decimal(10)
"""MWh a year: nine kilowatts of panels, a kilowatt that runs on; more may be a small measure of a large plant."""
_SOLAR = re.compile(r"光伏|太阳能|photovoltaic|solar", re.IGNORECASE)


@frozen
class _Saved:
    path: Path
    measure: str
    amount: Number
    whole: Interval
    """What the entity uses of it a year, in the unit of the amount."""
    source: tuple[Number, ...]
    thing: str = ""
    is_yearly: bool = True
    """Whether the amount is one of the whole year, not of a tonne of product."""


def tiny_savings(report: Report) -> Iterator[Finding]:
    """So little of what the entity uses a year that nobody would measure it."""
    for saved in _all(report):
        if not saved.is_yearly:
            continue
        share = interval(saved.amount).high / saved.whole.low
        is_electricity = saved.thing == ELECTRICITY
        is_little = not is_electricity or saved.amount.value_in(_MEGAWATT_HOUR) < _LEAST
        if saved.amount.value > 0 and is_little and share < (TOO_LITTLE if is_electricity else TOO_LITTLE_FUEL):
            yield Finding(saved.path, _arguments(saved, share), places(*saved.source))


def tiny_solar_power(report: Report) -> Iterator[Finding]:
    """Panels, and less electricity a year than a dwelling house draws from its roof."""
    found_already = {found.path for found in tiny_savings(report)}
    for name, measure in measures(report):
        for position, saving in enumerate(measure.measure.saves):
            amount = report.numbers.get(f"measures.{name}.saves.{position + 1}.amount")
            if amount is None or _thing(saving) != ELECTRICITY or not amount.unit.is_kind("energy") or not _names_solar(measure.measure):
                continue
            path: Path = ("measures", name, "saves", str(position), "amount")
            if path not in found_already and 0 < amount.value_in(_MEGAWATT_HOUR) < _LEAST:
                yield Finding(path, {"measure": name, "amount": told(amount), "least": with_unit(_LEAST, _MEGAWATT_HOUR)})


def huge_savings(report: Report) -> Iterator[Finding]:
    """More than the entity uses or emits a year; of electricity, more than half of it."""
    for saved in (*_all(report), *_reductions(report)):
        share = interval(saved.amount).low / saved.whole.high
        if share > (TOO_MUCH if saved.thing == ELECTRICITY else TOO_MUCH_AT_ALL):
            yield Finding(saved.path, _arguments(saved, share), places(*saved.source))


@once_each
def _all(report: Report) -> tuple[_Saved, ...]:
    # Three rules ask for them.
    return tuple(_found(report))


def _found(report: Report) -> Iterator[_Saved]:
    for name, measure in measures(report):
        entity = entity_of(report.plan, measure.measure)
        for position, saving in enumerate(measure.measure.saves):
            amount = report.numbers.get(f"measures.{name}.saves.{position + 1}.amount")
            thing = _thing(saving)
            if amount is None or thing is None or entity is None:
                continue
            at: Path = ("measures", name, "saves", str(position), "amount")
            whole = _whole(report, entity, thing, amount.unit)
            if whole:
                yield _Saved(at, name, amount, *whole, thing)
            elif of_a_tonne := _whole_of_a_tonne(report, entity, thing, amount.unit):
                yield _Saved(at, name, amount, *of_a_tonne, thing, is_yearly=False)


def _reductions(report: Report) -> Iterator[_Saved]:
    """Stated reductions, against all that the entity emits."""
    for name, measure in measures(report):
        entity = entity_of(report.plan, measure.measure)
        reduction = report.numbers.get(f"measures.{name}.reduction")
        inventory = report.entities[entity].inventory if entity and entity in report.entities else None
        if reduction is None or inventory is None:
            continue
        boundary = measure.measure.boundary or ("scope 3 category 1" if measure.measure.substitutes else "scope 1+2")
        emissions = inventory.totals.get(boundary, inventory.totals.get("total", {}))
        known_years = [number for number in emissions.values() if number.value > 0]
        if known_years:
            whole = max(known_years, key=lambda number: number.value)
            yield _Saved(("measures", name, "reduction"), name, reduction, interval(whole, reduction.unit), (whole,))


def _whole(report: Report, entity: str, thing: str, unit: Unit) -> tuple[Interval, tuple[Number, ...]] | None:
    """What the entity uses of a thing: by its sources, else its carriers, else for electricity by what scope 2 allows."""
    by_year = _amounts(report, entity, thing)
    try:
        sums = [total(amounts, unit) for amounts in by_year.values()]
    except ValueError:
        return None
    known_sums = [each for each in sums if each.value > 0]
    if known_sums:
        values = [each.value for each in known_sums]
        return Interval(min(values), max(values)), (known_sums[-1],)
    return _electricity_of_scope_2(report, entity, unit) if thing == ELECTRICITY and unit.is_kind("energy") else None


def _whole_of_a_tonne(report: Report, entity: str, thing: str, unit: Unit) -> tuple[Interval, tuple[Number, ...]] | None:
    """What the entity uses of a thing for a tonne of product, where the saving is one of a tonne."""
    if not unit.symbol.endswith(_A_TONNE):
        return None
    outputs = [
        number.value_in(TONNE) for name, inventory in inventories(report) if name == entity for number in inventory.production.values()
    ]
    whole = _whole(report, entity, thing, parse_unit(unit.symbol.removesuffix(_A_TONNE)))
    if whole is None or not outputs or min(outputs) <= 0:
        return None
    return whole[0] / Interval(min(outputs), max(outputs)), whole[1]


def _amounts(report: Report, entity: str, thing: str) -> dict[int, list[Number]]:
    found: dict[int, list[Number]] = {}
    for name, inventory in inventories(report):
        for source in inventory.sources.values() if name == entity else ():
            if of_source(source.source) == thing and source.source.scope != "scope 3":
                for year, amount in source.activity.items():
                    found.setdefault(year, []).append(amount)
    if found:
        return found
    for name, _, carrier in carriers(report):
        if name == entity and of_carrier(carrier.carrier) == thing:
            for year, amount in carrier.consumption.items():
                found.setdefault(year, []).append(amount)
    return found


def _electricity_of_scope_2(report: Report, entity: str, unit: Unit) -> tuple[Interval, tuple[Number, ...]] | None:
    """What scope 2 allows, from the cleanest grid to the dirtiest."""
    factors = known(ELECTRICITY, PER_POWER)
    totals = next((inventory.totals for name, inventory in inventories(report) if name == entity), None)
    for key in ("scope 2", "category 2"):
        stated = [number for number in (totals or {}).get(key, {}).values() if number.value > 0]
        if stated and factors:
            used = (interval(stated[-1], TONNE_CO2E) / factors.entries).times(_MEGAWATT_HOUR.factor_to(unit))
            return used, (stated[-1],)
    return None


def _thing(saving: Saving) -> str | None:
    return ELECTRICITY if saving.electricity else named(saving.fuel) or of_text(saving.of)


def _names_solar(measure: Measure) -> bool:
    texts = (measure.name, measure.content, measure.benefit)
    return any(_SOLAR.search(words) for text in texts if text for words in (text.zh, text.en) if words)


def _arguments(saved: _Saved, share: Decimal) -> dict[str, str]:
    whole = saved.whole
    ends = dict.fromkeys(significant(end) for end in (whole.low, whole.high))
    return {
        "measure": saved.measure, "amount": told(saved.amount), "whole": f"{'–'.join(ends)} {saved.amount.unit.symbol}",
        "share": f"{significant(share * 100, 2)} %",
    }  # fmt: skip
