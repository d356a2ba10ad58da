"""The arithmetic of what is avoided: amounts, factors, transport, power plants, payback."""

from __future__ import annotations

from decimal import Decimal, localcontext

from ghgplan.compute.numbers import PRECISION, TONNE_CO2E, Computed, Number, product
from ghgplan.plan.units import dimension, parse_unit

PER_TONNE = parse_unit("kgCO2e/t")
HOUR = parse_unit("h")
MEGAWATT = parse_unit("MW")
MEGAWATT_HOUR = parse_unit("MWh")
YEAR_IN_HOURS = 8784

_A_YEAR = parse_unit("tCO2e/a")


def is_yearly(number: Number) -> bool:
    """True for an amount a year, False for one per tonne of product."""
    return number.unit.is_kind("emissions")


def avoided(amount: Number, factor: Number) -> Number | None:
    """Amount times factor: tCO2e (a year) or kgCO2e/t, whichever the units give; None where they give neither."""
    for unit, decimals in ((TONNE_CO2E, 2), (_A_YEAR, 2), (PER_TONNE, 2)):
        try:
            found = product(amount, factor, unit, decimals, "avoided")
        except ValueError:
            continue
        return Number(found.value, TONNE_CO2E, found.origin, 2) if unit is _A_YEAR else found
    return None


def avoided_by_transport(distance: Number, load: Number | None, factor: Number) -> Number | None:
    """Per kilometre or per tonne-kilometre. Kilometres times a factor per tonne-kilometre would pass for an amount per tonne."""
    haulage = _haulage(distance, load) if load else None
    found = [reduction for amount in (distance, haulage) if amount and (reduction := avoided(amount, factor))]
    yearly = next((reduction for reduction in found if is_yearly(reduction)), None)
    is_length = dimension(distance.unit.definition) == dimension("metre")
    return yearly or (found[0] if found and not is_length else None)


def _haulage(distance: Number, load: Number) -> Number | None:
    try:
        return product(distance, load, parse_unit("tkm"), 0, "haulage")
    except ValueError:
        return None


def mass_of(amount: Number, density: Number) -> Number | None:
    """A volume as a mass: kg, a year or per tonne of product; None where it is no volume."""
    for symbol in ("kg", "kg/t", "kg/a"):
        try:
            return product(amount, density, parse_unit(symbol), amount.decimals + density.decimals, "mass by density")
        except ValueError:
            continue
    return None


def generation_of(power: Number, hours: Number) -> Number:
    """Capacity times full-load hours, in MWh."""
    # Power and energy are dimensions of their own in the vocabulary: MW times h is MWh, and nothing else is meant.
    with localcontext(prec=PRECISION):
        value = power.value_in(MEGAWATT) * hours.value_in(HOUR)
    return Number(value, MEGAWATT_HOUR, Computed("generation", (power, hours)), 2)


def full_load_hours(generation: Number, power: Number) -> Number | None:
    """Generation a year over capacity, in hours; None where there is no capacity."""
    if power.value == 0:
        return None
    with localcontext(prec=PRECISION):
        value = generation.value_in(MEGAWATT_HOUR) / power.value_in(MEGAWATT)
    return Number(value, HOUR, Computed("full-load hours", (generation, power)), 0)


def normal(reduction: Number) -> Number | None:
    """An amount a year or per tonne, as stated; None where it is neither."""
    if reduction.unit.is_kind("emissions") or reduction.unit.is_kind("intensity"):
        return reduction
    try:
        return Number(reduction.value_in(_A_YEAR), TONNE_CO2E, reduction.origin, reduction.decimals)
    except ValueError:
        return None


def payback(cost: Number, yearly_saving: Number) -> Number | None:
    """Years until the savings have paid for the investment; None where nothing is saved."""
    if yearly_saving.value <= 0:
        return None
    with localcontext(prec=PRECISION):
        years = cost.value_in(yearly_saving.unit) / yearly_saving.value
    return Number(Decimal(years), parse_unit("年"), Computed("payback", (cost, yearly_saving)), 1)
