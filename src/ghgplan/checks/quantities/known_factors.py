"""What factors the library's sets leave possible for a fuel, for electricity and for heat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache

from ghgplan.checks.precision import Interval
from ghgplan.checks.quantities.recognising import ELECTRICITY, HEAT
from ghgplan.compute.fuel_factors import CARBON_TO_CO2
from ghgplan.plan.units import Unit, parse_unit
from ghgplan.reference import grid, parameters
from ghgplan.reference.entries import Amount, Kind
from ghgplan.reference.fuels import Fuel, fuels
from ghgplan.reference.lookup import Unknown
from ghgplan.reference.sets import named_sets
from ghgplan.values import frozen

PER_MASS, PER_VOLUME, PER_ENERGY = parse_unit("tCO2/t"), parse_unit("tCO2/万m3"), parse_unit("tCO2/GJ")
PER_POWER = parse_unit("tCO2/MWh")
_CALORIFIC = {PER_MASS: parse_unit("GJ/t"), PER_VOLUME: parse_unit("GJ/万m3")}
_CARBON = parse_unit("tC/GJ")

_DEFAULT_DOUBT = (Decimal("0.90"), Decimal("1.10"))
"""Liquid fuels differ little; the sets themselves lie within 5 % of one another."""
_DOUBTS: Mapping[str, tuple[Decimal, Decimal]] = {
    # Gas of the gas fields has 9 % less energy than that of the oil fields (GB/T 2589), some less again.
    "natural-gas": (Decimal("0.80"), Decimal("1.15")),
    **dict.fromkeys(
        ("raw-coal", "anthracite", "bituminous-coal", "lignite", "cleaned-coal", "coke", "petroleum-coke",
         "coke-oven-gas", "blast-furnace-gas", "converter-gas", "refinery-gas"), (Decimal("0.55"), Decimal("1.50")),
    ),
    # Of a mix: the least of the library is hydropower's, the largest a coal province's of 2010.
    ELECTRICITY: (Decimal("0.50"), Decimal("1.15")),
    HEAT: (Decimal("0.60"), Decimal("1.50")),
}  # fmt: skip
"""How far below the least and above the largest entry a measured value may lie: solid fuels and process gases differ by origin."""


@frozen
class Known:
    """What the library has for a thing in one unit, from the least to the largest, and what measured values may be besides."""

    entries: Interval
    possible: Interval
    unit: Unit


def known(thing: str, unit: Unit) -> Known | None:
    """The factors of ``thing`` per mass, volume or energy, whichever ``unit`` is; None where the library has none."""
    for usual in (PER_POWER,) if thing == ELECTRICITY else (PER_MASS, PER_VOLUME, PER_ENERGY):
        if _fits(unit, usual):
            values = tuple(_values(thing, usual))
            if not values:
                return None
            least, largest = _DOUBTS.get(thing, _DEFAULT_DOUBT)
            entries = Interval(min(values), max(values))
            return Known(entries, Interval(entries.low * least, entries.high * largest), usual)
    return None


@cache
def _values(thing: str, unit: Unit) -> tuple[Decimal, ...]:
    if thing == ELECTRICITY:
        return tuple(_in(f.amount, unit) for f in averages())
    if thing == HEAT:
        heat = parameters.parameters("purchased heat")
        members = () if isinstance(heat, Unknown) else heat.values()
        amounts = [each.amount for of_set in members for each in of_set.values()]
        return tuple(_in(amount, unit) for amount in amounts if _fits(parse_unit(amount.unit), unit))
    return tuple(value for fuel in _everywhere(thing) for value in _of_fuel(fuel, unit))


def averages() -> tuple[grid.GridFactor, ...]:
    """Every average factor of a grid."""
    return tuple(f for f in _grid() if f.kind is grid.GridKind.AVERAGE)


def no_averages() -> tuple[grid.GridFactor, ...]:
    """Every factor of a grid that is none: margins, residual mixes, life cycle."""
    return tuple(f for f in _grid() if f.kind is not grid.GridKind.AVERAGE)


@cache
def _grid() -> tuple[grid.GridFactor, ...]:
    found: list[grid.GridFactor] = []
    for series in named_sets(Kind.GRID_FACTOR):
        members = grid.grid_factors(series)
        found += [] if isinstance(members, Unknown) else members
    return tuple(found)


def _everywhere(fuel: str) -> Iterator[Fuel]:
    for name in named_sets(Kind.FUEL):
        members = fuels(name)
        if not isinstance(members, Unknown) and fuel in members:
            yield members[fuel]


def _of_fuel(fuel: Fuel, unit: Unit) -> Iterator[Decimal]:
    """All that one entry says in ``unit``: as printed, or by its calorific value and carbon content."""
    for amount in (fuel.factor, fuel.printed_factor):
        if amount and _fits(parse_unit(amount.unit), unit):
            yield _in(amount, unit)
    by_energy = _by_energy(fuel)
    if by_energy is None:
        return
    if unit is PER_ENERGY:
        yield by_energy
    elif fuel.calorific_value and _fits(parse_unit(fuel.calorific_value.unit), _CALORIFIC[unit]):
        yield by_energy * _in(fuel.calorific_value, _CALORIFIC[unit])


def _by_energy(fuel: Fuel) -> Decimal | None:
    """tCO2/GJ."""
    if fuel.factor and _fits(parse_unit(fuel.factor.unit), PER_ENERGY):
        return _in(fuel.factor, PER_ENERGY)
    if fuel.carbon_content and fuel.oxidation:
        ratio: Fraction = CARBON_TO_CO2.value
        return _in(fuel.carbon_content, _CARBON) * fuel.oxidation.value / 100 * ratio.numerator / ratio.denominator
    return None


def _in(amount: Amount, unit: Unit) -> Decimal:
    return amount.value * parse_unit(amount.unit).factor_to(unit)


def _fits(unit: Unit, other: Unit) -> bool:
    try:
        unit.factor_to(other)
    except ValueError:
        return False
    return True
