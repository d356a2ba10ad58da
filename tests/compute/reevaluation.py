"""The formulas once more, on quantities with units of pint's own: nothing here shares code with the compute room.

A new formula gets its line here, or ``tests/compute/test_derivation.py`` says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, localcontext
from functools import reduce
from operator import mul
from typing import Any

import pint

from ghgplan.compute.numbers import Computed, Number
from ghgplan.plan import pint_units

Quantity = Any
"""A quantity of pint, whose stubs know no Decimal."""


def quantity(number: Number) -> Quantity:
    """The number as pint has it."""
    return of(number.value * number.unit.multiple, number.unit.definition)


def of(value: Decimal | int, unit: str = "") -> Quantity:
    return pint_units.registry().Quantity(Decimal(value), unit or "dimensionless")


def plain(ratio: Quantity) -> Decimal:
    """A quantity without a dimension, as a number."""
    return ratio.to("dimensionless").magnitude


def years(span: Quantity) -> Decimal:
    return span.to("year").magnitude


def product(*parts: Quantity) -> Quantity:
    return reduce(mul, parts)


def quotient(one: Quantity, other: Quantity) -> Quantity:
    return one / other


def minus(one: Quantity, *others: Quantity) -> Quantity:
    return reduce(lambda left, other: left - other, others, one)


def at_least_nothing(value: Quantity) -> Quantity:
    return value if value.magnitude > 0 else value * 0


def compound(last: Quantity, first: Quantity, apart: Quantity) -> Quantity:
    share = plain(last / first)
    return of(1 - (share ** (1 / years(apart)) if share else share))


def weighted(*parts: Quantity) -> Quantity:
    above = reduce(lambda left, right: left + right, (one * weight for one, weight in zip(parts[::2], parts[1::2], strict=True)))
    return above / reduce(lambda left, right: left + right, parts[1::2])


with localcontext(prec=60):
    CARBON_DIOXIDE = Decimal(44) / Decimal(12)
    """In tonnes for each tonne of carbon."""

FORMULAS: Mapping[str, Callable[..., Quantity]] = {
    "sum": lambda *parts: reduce(lambda left, right: left + right, parts),
    "product": product,
    "ratio": quotient,
    "difference": minus,
    "share": quotient,
    "reduction": lambda base, value: (base - value) / base,
    "deviation": minus,
    "as printed": lambda value: value,  # rounded below
    "emissions": product,
    "intensity": quotient,
    "coal equivalent": product,
    "energy intensity": quotient,
    "conversion": lambda value: value,
    "emissions of a gas": product,
    "mass of gas": product,
    "market-based emissions": product,
    "electricity left": minus,
    "carbon factor": lambda *parts: product(*parts) * of(1, "tonne_co2e/tonne_carbon") * CARBON_DIOXIDE,
    "carbon factor by energy": lambda *parts: product(*parts) * of(1, "tonne_co2e/tonne_carbon") * CARBON_DIOXIDE,
    "factor by calorific value": product,
    "factor by energy": quotient,
    "factor by volume": product,
    "factor by mass": quotient,
    "blend potential": lambda *parts: reduce(
        lambda left, right: left + right, (share * potential for share, potential in zip(parts[::2], parts[1::2], strict=True))
    ),
    "years apart": minus,
    "curve": lambda limit, base, now, then: limit + (base - limit) * plain(now / then),
    "curve drawn on": lambda last, limit, passed, whole: last + (limit - last) * plain(passed / whole),
    "straight line": lambda first, last, passed, whole: first + (last - first) * plain(passed / whole),
    "company curve": product,
    "constant rate": lambda base, rate, apart: base * (1 - plain(rate)) ** years(apart),
    "absolute contraction": lambda base, rate, apart: at_least_nothing(base * (1 - plain(rate) * years(apart))),
    "yearly reduction": compound,
    "linear yearly reduction": lambda value, base, apart: (base - value) / base / years(apart),
    "deviation from curve": minus,
    "budget of a year": product,
    "budget at base-year production": product,
    "relative deviation": lambda actual, target: actual / target - 1,
    "needed reduction": lambda target, actual, apart: at_least_nothing(compound(target, actual, apart)),
    "needed cut": lambda actual, target, apart: at_least_nothing((actual - target) / years(apart)),
    "forecast": lambda now, begun, ahead, passed: at_least_nothing(now + (now - begun) * plain(ahead / passed)),
    "forecast deviation": minus,
    "avoided": product,
    "avoided a year": product,
    "avoided per tonne": quotient,
    "ramp": product,
    "substitution": product,
    # Power times time is of no dimension of the plan's energy units: MW times h is MWh by agreement.
    "generation": lambda power, hours: of(power.to("megawatt").magnitude * hours.to("hour").magnitude, "megawatt_hour"),
    "full-load hours": lambda energy, power: of(energy.to("megawatt_hour").magnitude / power.to("megawatt").magnitude, "hour"),
    "self use": product,
    "haulage": product,
    "mass by density": product,
    "fuel factor by energy": product,
    # The measures' carbon is a mass like any other.
    "fuel factor": lambda *parts: product(*parts) * of(1, "tonne_co2e/tonne") * CARBON_DIOXIDE,
    "payback": quotient,
    "emissions at intensity": product,
    "output at intensity": quotient,
    "needed": product,
    "added": minus,
    "overlap": product,
    "without overlap": minus,
    "missing": minus,
    "covered": quotient,
    "weighted intensity": weighted,
}

CONSTANTS = frozenset[str]()
"""Formulas that take nothing from other numbers: all of something."""


def reevaluate(number: Number) -> Decimal:
    """The value that the number's formula gives on its inputs, in the number's unit."""
    assert isinstance(number.origin, Computed)
    with localcontext(prec=60):
        result = FORMULAS[number.origin.formula](*(quantity(part) for part in number.origin.inputs))
        unit = number.unit.definition or "dimensionless"
        try:
            found = result.to(unit)
        except pint.DimensionalityError:
            found = (result * of(1, "year")).to(unit)  # what is avoided a year is shown as an amount
        value = Decimal(found.magnitude) / number.unit.multiple
        return round(value, number.decimals) if number.origin.formula == "as printed" else value


def is_close(one: Decimal, other: Decimal) -> bool:
    """Equal to more digits than any document shows, be it after a difference of long numbers."""
    return abs(one - other) <= max(abs(one), abs(other), Decimal(1)) * Decimal("1e-26")


def with_inputs(number: Number) -> Iterator[Number]:
    """The number, its inputs, theirs, and so on."""
    yield number
    if isinstance(number.origin, Computed):
        for part in number.origin.inputs:
            yield from with_inputs(part)
