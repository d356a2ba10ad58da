"""Factors that follow from what is stated: emissions over activity data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.quantities.factors import told_range
from ghgplan.checks.quantities.known_factors import Known, known
from ghgplan.checks.quantities.powers import per
from ghgplan.checks.quantities.recognising import ELECTRICITY, of_carrier, of_source
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import carriers, inventories
from ghgplan.checks.telling import places, significant, told, with_unit
from ghgplan.compute.numbers import TONNE_CO2E, Number, total
from ghgplan.compute.report import Report
from ghgplan.compute.sources import SourceReport
from ghgplan.diagnostics import Path
from ghgplan.plan.units import Unit, parse_unit

_LARGEST_STEP = {ELECTRICITY: Decimal("0.20")}
_LARGEST_STEP_OF_FUELS = Decimal("0.10")
"""From one year to the next, as a part: grids change their mix, fuels stay what they are."""
_ONE_FACTOR = Decimal("0.02")
"""The same where one factor is stated for all years: nothing but rounding and further gases."""


def impossible_emissions(report: Report) -> Iterator[Finding]:
    """Stated emissions over activity data that no factor of the fuel, the grid or heat gives."""
    for entity, inventory in inventories(report):
        for name, source in inventory.sources.items():
            thing = of_source(source.source)
            if thing is None or source.source.scope == "scope 3" or source.source.biogenic or _is_computable(source):
                continue
            implied = {year: (source.emissions[year], amount) for year, amount in source.activity.items() if year in source.emissions}
            found = _impossible(thing, implied)
            if found:
                yield _finding(("inventory", entity, "sources", name, "stated", str(found[0])), name, thing, *found)
        bought = _electricity_of_carriers(report, entity)
        if bought and not any(of_source(source.source) == ELECTRICITY for source in inventory.sources.values()):
            stated = inventory.totals.get("scope 2", inventory.totals.get("category 2", {}))
            found = _impossible(ELECTRICITY, {year: (stated[year], amount) for year, amount in bought.items() if year in stated})
            # Scope 2 may hold heat besides: only too little of it tells of nothing but electricity.
            if found and found[0] in stated and stated[found[0]].is_stated:
                key = "scope 2" if "scope 2" in inventory.totals else "category 2"
                yield _finding(("inventory", entity, "stated", key, str(found[0])), key, ELECTRICITY, *found)


def leaping_factors(report: Report) -> Iterator[Finding]:
    """Stated emissions over activity data that leap between years, as no factor does."""
    for entity, inventory in inventories(report):
        for name, source in inventory.sources.items():
            found = _leap(source)
            if found is None:
                continue
            before, after = found
            path: Path = ("inventory", entity, "sources", name, "stated")
            below = source.activity[before].unit
            unit = per(TONNE_CO2E, below)
            first, second = (_implied(source, year, below) for year in (before, after))
            arguments = {
                "name": name, "year": str(before), "next_year": str(after),
                "first": with_unit(Decimal(significant(first.middle)), unit), "second": with_unit(Decimal(significant(second.middle)), unit),
                "step": f"{significant((second.middle / first.middle - 1) * 100, 2)} %",
            }  # fmt: skip
            used = (source.emissions[before], source.emissions[after], source.activity[before], source.activity[after])
            yield Finding(path, arguments, places(*used))


def _is_computable(source: SourceReport) -> bool:
    """Whether the source has a factor by which its stated emissions are checked already."""
    own = source.source
    return bool(own.factor or own.fuel or own.electricity or own.heat or own.gas)


def _impossible(thing: str, stated: Mapping[int, tuple[Number, Number]]) -> tuple[int, Interval, Known, Number, Number] | None:
    """The first year whose emissions over the amount no factor gives."""
    for year, (emissions, amount) in stated.items():
        if not emissions.is_stated or emissions.value <= 0 or amount.value <= 0:
            continue
        of_thing = known(thing, per(TONNE_CO2E, amount.unit))
        if of_thing is None:
            continue
        below = parse_unit(of_thing.unit.symbol.partition("/")[2])
        try:
            implied = interval(emissions, TONNE_CO2E) / interval(amount, below)
        except ZeroDivisionError:
            continue
        if not implied.meets(of_thing.possible):
            return year, implied, of_thing, emissions, amount
    return None


def _finding(
    path: Path, name: str, thing: str, year: int, implied: Interval, of_thing: Known, emissions: Number, amount: Number
) -> Finding:
    arguments = {
        "name": name, "thing": thing, "year": str(year), "emissions": told(emissions), "amount": told(amount),
        "implied": f"{significant(implied.middle)} {of_thing.unit.symbol}", "known": told_range(of_thing.entries, of_thing.unit),
    }  # fmt: skip
    return Finding(path, arguments, places(amount))


def _electricity_of_carriers(report: Report, entity: str) -> Mapping[int, Number]:
    found: dict[int, list[Number]] = {}
    for of_entity, _, carrier in carriers(report):
        if of_entity == entity and of_carrier(carrier.carrier) == ELECTRICITY:
            for year, amount in carrier.consumption.items():
                if amount.unit.is_kind("energy"):
                    found.setdefault(year, []).append(amount)
    return {year: total(amounts, amounts[0].unit) if len(amounts) > 1 else amounts[0] for year, amounts in found.items()}


def _leap(source: SourceReport) -> tuple[int, int] | None:
    """The two neighbouring years between which the implied factor leaps most; None where it stays."""
    own = source.source
    if own.factors or (own.gwp and own.gas):
        return None
    years = [year for year in source.activity if year in source.emissions and source.emissions[year].is_stated]
    years = [year for year in years if source.activity[year].value > 0 and source.emissions[year].value > 0]
    if own.factor or own.fuel or own.electricity or own.heat or own.gas:
        # A single year that the factor does not give is found as such; that no one factor gives them is another thing.
        wrong = [year for year in years if not _is_given(source, year)]
        if own.factor is None or len(wrong) < 2:
            return None
        largest = _ONE_FACTOR
        years = wrong
    else:
        thing = of_source(own)
        if thing is None:
            return None
        largest = _LARGEST_STEP.get(thing, _LARGEST_STEP_OF_FUELS)
    leaps: dict[tuple[int, int], Decimal] = {}
    for before, after in pairwise(years):
        below = source.activity[before].unit
        first, second = _implied(source, before, below), _implied(source, after, below)
        away = max(second.low / first.high, first.low / second.high) - 1
        if away > largest:
            leaps[before, after] = away
    return max(leaps, key=lambda pair: leaps[pair]) if leaps else None


def _is_given(source: SourceReport, year: int) -> bool:
    factor = source.factor
    if factor is None:
        return False
    below = source.activity[year].unit
    try:
        return _implied(source, year, below).meets(interval(factor, per(TONNE_CO2E, below)))
    except ValueError:
        return True


def _implied(source: SourceReport, year: int, below: Unit) -> Interval:
    """Tonnes of CO2e per ``below``."""
    return interval(source.emissions[year], TONNE_CO2E) / interval(source.activity[year], below)
