"""Coal-equivalent coefficients against GB/T 2589: the power of ten, the edition, and what no edition comes near to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.quantities.factors_of_power import is_factor_of_power
from ghgplan.checks.quantities.known_factors import PER_MASS, PER_POWER, PER_VOLUME, known
from ghgplan.checks.quantities.powers import per, power_into, told_power
from ghgplan.checks.quantities.recognising import ELECTRICITY, HEAT, WATER, coal_equivalents_of, of_carrier
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import carriers
from ghgplan.checks.telling import places, significant, told
from ghgplan.compute.coal_equivalents import CURRENT_EDITION
from ghgplan.compute.energy import CarrierReport
from ghgplan.compute.numbers import Number
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.units import Unit, parse_unit
from ghgplan.reference.coal_equivalent import CoalEquivalent
from ghgplan.values import frozen

_SAME = Interval(Decimal("0.98"), Decimal("1.02"))
"""Of the edition's value: 1.23 for 1.229 is rounding."""
_MEASURED = Interval(Decimal("0.80"), Decimal("1.20"))
"""A plant may take its own calorific values."""
_MEASURED_SOLID = Interval(Decimal("0.50"), Decimal("1.60"))
_SOLID = ("raw-coal", "bituminous-coal", "anthracite", "cleaned-coal", "coke", "coke-oven-gas", "refinery-gas", "steam")
_SUPPLY = Interval(Decimal("0.25"), Decimal("0.42"))
"""kgce/kWh, the coal rate of power supply: 0.30 today, 0.404 in the editions of old."""
_UNITS = tuple(parse_unit(each) for each in ("tce/t", "tce/m3", "tce/GJ", "tce/kWh"))
_AS_FACTORS = tuple((unit, parse_unit(unit.symbol.replace("tCO2", "tce"))) for unit in (PER_MASS, PER_VOLUME, PER_POWER))


class _Slip(Enum):
    POWER = 1
    EDITION = 2
    EMISSION_FACTOR = 3
    OTHER = 4


@frozen
class _Wrong:
    path: Path
    name: str
    coefficient: Number
    slip: _Slip
    nearest: CoalEquivalent
    power: int = 0

    @property
    def arguments(self) -> dict[str, str]:
        coefficient = (
            told(self.coefficient)
            if self.coefficient.is_stated
            else f"{significant(self.coefficient.value)} {self.coefficient.unit.symbol}"
        )
        entry = self.nearest.entry()
        return {"name": self.name, "coefficient": coefficient, "known": entry.value_text, "entry": entry.id}


def coefficients_by_powers(report: Report) -> Iterator[Finding]:
    """A coefficient that is an edition's but for a power of ten."""
    for wrong in _all(report, _Slip.POWER):
        yield Finding(wrong.path, {**wrong.arguments, "times": told_power(wrong.power)}, places(wrong.coefficient))


def coefficients_of_old_editions(report: Report) -> Iterator[Finding]:
    """A coefficient of an edition that was superseded, where the current one has another."""
    for wrong in _all(report, _Slip.EDITION):
        current = next((each for each in coal_equivalents_of(wrong.nearest.id) if each.edition == CURRENT_EDITION), None)
        yield Finding(wrong.path, {**wrong.arguments, "current": current.entry().value_text if current else "—"}, places(wrong.coefficient))


def emission_factors_as_coefficients(report: Report) -> Iterator[Finding]:
    """A coefficient that is the CO2 factor of its carrier: the number of a column further right."""
    for wrong in _all(report, _Slip.EMISSION_FACTOR):
        yield Finding(wrong.path, wrong.arguments, places(wrong.coefficient))


def coefficients_out_of_range(report: Report) -> Iterator[Finding]:
    """Any other coefficient that no edition comes near to, and no measurement."""
    for wrong in _all(report, _Slip.OTHER):
        yield Finding(wrong.path, wrong.arguments, places(wrong.coefficient))


def _all(report: Report, slip: _Slip) -> Iterator[_Wrong]:
    for entity, name, carrier in carriers(report):
        path: Path = ("energy", entity, "carriers", name)
        for at, coefficient in _coefficients(path, carrier):
            wrong = _wrong(report, at, name, carrier, coefficient)
            if wrong and wrong.slip is slip:
                yield wrong


def _coefficients(path: Path, carrier: CarrierReport) -> Iterator[tuple[Path, Number]]:
    """The coefficient as stated, else as it follows from the first amounts that are."""
    if carrier.coefficient:
        if carrier.coefficient.is_stated:
            yield (*path, "coefficient"), carrier.coefficient
        return
    for year, stated in carrier.coal_equivalent.items():
        amount = carrier.consumption.get(year)
        if amount and amount.value > 0 and stated.value > 0 and stated.is_stated:
            unit = per(stated.unit, amount.unit)
            yield (*path, "stated coal equivalent", str(year)), Number(stated.value / amount.value, unit, stated.origin, 4)
            return


def _wrong(report: Report, path: Path, name: str, carrier: CarrierReport, coefficient: Number) -> _Wrong | None:
    thing = of_carrier(carrier.carrier)
    listed = [each for each in coal_equivalents_of(thing) if each.amount] if thing else []
    if thing is None or not listed or coefficient.value <= 0:
        return None
    if thing == ELECTRICITY and coefficient.is_stated and is_factor_of_power(report, coefficient):
        return _Wrong(path, name, coefficient, _Slip.EMISSION_FACTOR, listed[0])
    ratios = {each.entry().id: ratio for each in listed if (ratio := _ratio(coefficient, each)) is not None}
    fitting = [each for each in listed if each.entry().id in ratios]
    if not fitting:
        return None
    same = [each for each in fitting if ratios[each.entry().id].meets(_SAME)]
    current = [each for each in fitting if each.edition == CURRENT_EDITION]
    if any(each.edition == CURRENT_EDITION for each in same) or _is_equivalent_value(thing, coefficient):
        return None
    if same:
        accounting = report.plan.accounting
        is_chosen = accounting is not None and accounting.coal_equivalent == same[0].edition
        return None if is_chosen or not current else _Wrong(path, name, coefficient, _Slip.EDITION, same[0])
    possible = _MEASURED_SOLID if thing in _SOLID else _MEASURED
    if thing != WATER and any(ratios[each.entry().id].meets(possible) for each in fitting):
        return None
    if _is_emission_factor(thing, coefficient):
        return _Wrong(path, name, coefficient, _Slip.EMISSION_FACTOR, (current or fitting)[0])
    for wanted in (_SAME, *(() if thing == WATER else (possible,))):
        for each in fitting:
            power = power_into(ratios[each.entry().id].middle, wanted)
            if power is not None:
                return _Wrong(path, name, coefficient, _Slip.POWER, each, power)
    if thing == HEAT or (thing == WATER and not current):
        return None
    return _Wrong(path, name, coefficient, _Slip.OTHER, (current or fitting)[0])


def _ratio(coefficient: Number, listed: CoalEquivalent) -> Interval | None:
    """The coefficient over the listed one; None where one is by mass and the other by volume."""
    if listed.amount is None or not listed.amount.value:
        return None
    of_list = parse_unit(listed.amount.unit)
    for unit in _UNITS:
        try:
            value, other = interval(coefficient, unit), listed.amount.value * of_list.factor_to(_same_as(unit, listed))
        except ValueError:
            continue
        return value.times(1 / other)
    return None


def _same_as(unit: Unit, listed: CoalEquivalent) -> Unit:
    # A cubic metre of water is a tonne: tables of energy give either.
    return parse_unit("tce/t") if listed.id == WATER and unit.symbol == "tce/m3" else unit


def _is_equivalent_value(thing: str, coefficient: Number) -> bool:
    if thing != ELECTRICITY:
        return False
    try:
        return interval(coefficient, parse_unit("kgce/kWh")).meets(_SUPPLY)
    except ValueError:
        return False


def _is_emission_factor(thing: str, coefficient: Number) -> bool:
    """Whether the coefficient's number is that of the fuel's emission factor."""
    for unit, other in _AS_FACTORS:
        of_thing = known(thing, unit)
        try:
            value = interval(coefficient, other)
        except ValueError:
            continue
        if of_thing and value.meets(of_thing.entries):
            return True
    return False
