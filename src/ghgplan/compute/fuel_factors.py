"""The CO2 factor of a fuel for activity data in mass, volume or energy.

By the fuel's net calorific value, carbon content and oxidation, EF = NCV × CC × OF × 44/12,
or by its set's direct factor. Litres of what is known by mass need a density.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ghgplan.compute.choices import Choices
from ghgplan.compute.combining import ONE, Constant, combined
from ghgplan.compute.numbers import TONNE_CO2E, Number
from ghgplan.diagnostics import Path
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.units import Unit, parse_unit
from ghgplan.reference import fuels, parameters
from ghgplan.reference.entries import Amount, Kind
from ghgplan.reference.lookup import Unknown
from ghgplan.reference.sets import named_sets
from ghgplan.values import frozen

CARBON_TO_CO2 = Constant(Fraction(44, 12), parse_unit("tCO2/tC"))
"""Mass of CO2 per mass of carbon, by their molar masses as the guidelines round them."""

_BY_KIND = {"mass": parse_unit("tCO2/t"), "volume": parse_unit("tCO2/万m3"), "energy": parse_unit("tCO2/TJ")}
_LITRES = parse_unit("kgCO2/L")
_DECIMALS = 4


@frozen
class FuelNumbers:
    """A fuel of the chosen set, as numbers; what the set does not give is None."""

    id: str
    calorific_value: Number | None
    carbon_content: Number | None
    oxidation: Number | None
    factor: Number | None


def fuel_numbers(choices: Choices, name: str, path: Path) -> FuelNumbers | None:
    """The fuel ``name`` (written at ``path``) of the set that the plan chose."""
    chosen = choices.accounting.fuels
    if chosen is None:
        choices.not_chosen("fuels", name, path, named_sets(Kind.FUEL))
        return None
    fuel = fuels.fuel(chosen, name)
    if isinstance(fuel, Unknown):
        choices.unknown(fuel, path, chosen)
        return None
    entry, at = fuel.entry().id, ("accounting", "fuels")

    def number(part: str, amount: Amount | None) -> Number | None:
        return choices.number(entry, amount, fuel.provenance, at, part) if amount else choices.overriding(entry, part)

    override = choices.override(entry)
    own_carbon = override and not override.amount and (override.carbon_content or override.oxidation)
    factor = None if own_carbon else number("amount", fuel.factor)
    if factor and override and override.amount:
        # The plan's own factor stands for all that the set has.
        return FuelNumbers(fuel.id, choices.overriding(entry, "calorific value"), None, None, factor)
    return FuelNumbers(
        fuel.id,
        number("calorific value", fuel.calorific_value),
        number("carbon content", fuel.carbon_content),
        number("oxidation", fuel.oxidation),
        factor,
    )


def density(choices: Choices, fuel: str, own: Quantity | None, path: Path) -> Number | None:
    """The density that a source states at ``path``, else that of the set that the plan chose; None where there is none."""
    if own:
        return choices.stated(own, path)
    chosen = choices.accounting.densities
    found = parameters.parameter("density", chosen, fuel) if chosen else None
    if found is None or isinstance(found, Unknown):
        return None
    return choices.number(found.entry().id, found.amount, found.provenance, ("accounting", "densities"))


def fuel_factor(fuel: FuelNumbers, activity: Unit, of_density: Number | None) -> Number | None:
    """The factor that ``activity`` can be multiplied by; None where the fuel's numbers and density do not give one."""
    factor = _factor_for(fuel, activity)
    if factor or of_density is None or not (activity.is_kind("mass") or activity.is_kind("volume")):
        return factor
    by_other = _factor_for(fuel, parse_unit("m3" if activity.is_kind("mass") else "t"))
    return per_other_quantity(by_other, activity, of_density) if by_other else None


def _factor_for(fuel: FuelNumbers, activity: Unit) -> Number | None:
    unit = factor_unit(activity)
    if unit is None:
        return None
    if fuel.factor and fits(fuel.factor, activity):
        return fuel.factor
    for inputs, divided_by, formula, constant in _products(fuel):
        found = combined(inputs, unit, _DECIMALS, formula, divided_by=divided_by, constant=constant)
        if found:
            return found
    return None


def per_other_quantity(factor: Number, activity: Unit, of_density: Number) -> Number | None:
    """A factor by mass as one by volume, or the other way round."""
    unit = factor_unit(activity)
    if unit is None:
        return None
    by_volume = combined((factor, of_density), unit, _DECIMALS, "factor by volume")
    return by_volume or combined((factor,), unit, _DECIMALS, "factor by mass", divided_by=(of_density,))


def fits(factor: Number, activity: Unit) -> bool:
    """True where the factor times the activity gives emissions."""
    return combined((factor, Number(factor.value, activity, factor.origin, 0)), TONNE_CO2E, 0, "emissions") is not None


def factor_unit(activity: Unit) -> Unit | None:
    """The unit that a fuel's factor is usually given in, for activity data of this kind."""
    kind = next((kind for kind in _BY_KIND if activity.is_kind(kind)), None)
    if kind is None:
        return None
    return _LITRES if kind == "volume" and activity.symbol in {"L", "l", "升"} else _BY_KIND[kind]


def _products(fuel: FuelNumbers) -> Iterator[tuple[tuple[Number, ...], tuple[Number, ...], str, Constant]]:
    """What a factor may follow from: inputs, what they are divided by, the formula's name and its constant."""
    calorific_value, carbon, oxidation, direct = fuel.calorific_value, fuel.carbon_content, fuel.oxidation, fuel.factor
    if direct and calorific_value:
        yield (direct, calorific_value), (), "factor by calorific value", ONE
        yield (direct,), (calorific_value,), "factor by energy", ONE
    if carbon and oxidation:
        if calorific_value:
            yield (calorific_value, carbon, oxidation), (), "carbon factor", CARBON_TO_CO2
        yield (carbon, oxidation), (), "carbon factor by energy", CARBON_TO_CO2
