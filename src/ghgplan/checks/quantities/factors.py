"""Emission factors that cannot be those of their fuel, of the grid or of heat: each slip by what it most likely is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.quantities.known_factors import Known, known
from ghgplan.checks.quantities.powers import power_into, told_power
from ghgplan.checks.quantities.recognising import ELECTRICITY, HEAT, coal_equivalents_of
from ghgplan.checks.quantities.stated_factors import StatedFactor, stated_factors
from ghgplan.checks.rule import Finding
from ghgplan.checks.telling import significant, told, with_unit
from ghgplan.compute.report import Report
from ghgplan.plan.units import Unit, parse_unit
from ghgplan.reference.coal_equivalent import CoalEquivalent
from ghgplan.values import frozen

_CARBON = Decimal(12) / Decimal(44)
_CLOSE = Decimal("0.01")
"""How near to a coal-equivalent coefficient a factor lies that is one: copied with a digit wrong or left out."""
_FAR = 3


class _Slip(Enum):
    COAL_EQUIVALENT = 1
    POWER = 2
    CARBON = 3
    OTHER = 4


@frozen
class _Wrong:
    factor: StatedFactor
    slip: _Slip
    known: Known
    coefficient: CoalEquivalent | None = None
    power: int = 0

    @property
    def arguments(self) -> dict[str, str]:
        return {
            "name": self.factor.name, "thing": self.factor.thing, "factor": told(self.factor.number),
            "known": told_range(self.known.entries, self.known.unit),
        }  # fmt: skip


def factors_of_coal_equivalent(report: Report) -> Iterator[Finding]:
    """A CO2 factor that is the coal-equivalent coefficient of its fuel: the number of a column further left."""
    for wrong in _all(report, _Slip.COAL_EQUIVALENT):
        coefficient = wrong.coefficient
        if coefficient and coefficient.amount:
            yield Finding(wrong.factor.path, {**wrong.arguments, "coefficient": str(coefficient.amount), "entry": coefficient.entry().id})


def factors_by_powers(report: Report) -> Iterator[Finding]:
    """A factor that fits but for a power of ten: t for kg, kWh for MWh, 万 forgotten."""
    for wrong in _all(report, _Slip.POWER):
        yield Finding(wrong.factor.path, {**wrong.arguments, "times": told_power(wrong.power)})


def factors_of_carbon(report: Report) -> Iterator[Finding]:
    """A factor that fits but for 44/12: of carbon where CO2 is meant, or multiplied twice."""
    for wrong in _all(report, _Slip.CARBON):
        yield Finding(wrong.factor.path, wrong.arguments)


def factors_out_of_range(report: Report) -> Iterator[Finding]:
    """Any other factor that no set of the library comes near to."""
    for wrong in _all(report, _Slip.OTHER):
        yield Finding(wrong.factor.path, wrong.arguments)


def is_implausible(factor: StatedFactor) -> bool:
    """Whether one of the rules above speaks of the factor."""
    return _wrong(factor) is not None


def told_range(values: Interval, unit: Unit) -> str:
    """``2.93–3.07 tCO2/t``."""
    low, high = significant(values.low), significant(values.high)
    return with_unit(values.middle, unit) if low == high and values.low == values.high else f"{low}–{high} {unit.symbol}"


def _all(report: Report, slip: _Slip) -> Iterator[_Wrong]:
    for factor in stated_factors(report):
        wrong = _wrong(factor)
        if wrong and wrong.slip is slip:
            yield wrong


def _wrong(factor: StatedFactor) -> _Wrong | None:
    of_thing = known(factor.thing, factor.number.unit)
    if of_thing is None or factor.number.value <= 0:
        # What is negative is found as such; a factor of zero may be the supplier's.
        return None
    value = interval(factor.number, of_thing.unit)
    if value.meets(of_thing.possible):
        return None
    middle = value.middle
    coefficient = next((each for each in coal_equivalents_of(factor.thing) if _is_coefficient(middle, of_thing.unit, each)), None)
    if coefficient:
        return _Wrong(factor, _Slip.COAL_EQUIVALENT, of_thing, coefficient)
    power = power_into(middle, of_thing.possible)
    # Grids differ tenfold among themselves: what is a little too much is not ten times too much.
    is_far = middle > of_thing.possible.high * _FAR or middle * _FAR < of_thing.possible.low
    if power is not None and (is_far or factor.thing != ELECTRICITY):
        return _Wrong(factor, _Slip.POWER, of_thing, power=power)
    if factor.thing not in (ELECTRICITY, HEAT) and any(of_thing.possible.meets(value.times(1 / part)) for part in (_CARBON, 1 / _CARBON)):
        return _Wrong(factor, _Slip.CARBON, of_thing)
    return _Wrong(factor, _Slip.OTHER, of_thing)


def _is_coefficient(value: Decimal, unit: Unit, coefficient: CoalEquivalent) -> bool:
    """Whether the numbers are the same once tonnes of CO2 are taken for tonnes of coal equivalent."""
    if coefficient.amount is None:
        return False
    try:
        wanted = parse_unit(unit.symbol.replace("tCO2", "tce"))
        same = coefficient.amount.value * parse_unit(coefficient.amount.unit).factor_to(wanted)
    except ValueError:
        return False
    return abs(value / same - 1) <= _CLOSE
