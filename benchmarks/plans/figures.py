"""The figures of a made-up casthouse: drawn by seed, and in agreement with one another as a real plan's are."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

YEARS = (2023, 2024, 2025)
BASE_YEAR, AIM = 2023, 2028

# The sector's curves: what remains of the distance to where they converge (tCO2e/t), so that the checker finds the
# pathways in order.
PROCESS_CURVE = {2024: "0.97293", 2025: "0.95567", 2026: "0.93044", 2027: "0.91320", 2028: "0.88652", 2029: "0.85959", 2030: "0.84972"}
METAL_CURVE = {2024: "0.96413", 2025: "0.93219", 2026: "0.87943", 2027: "0.87323", 2028: "0.83062", 2029: "0.78400", 2030: "0.73164"}
PROCESS_END, METAL_END = Decimal("0.0765"), Decimal("0.1")

# tCO2e per unit of the activity data below; only the pathways start from them, the plan names its factors itself.
EMISSION_FACTORS = {"furnaces": "21.62188809", "fork-lifts": "3.09590964", "refrigerant": "1.9235", "electricity": "0.6191"}
PRIMARY, RECYCLED = Decimal("11.6"), Decimal("0.6")


@dataclass(frozen=True, slots=True)
class Figures:
    """What one plan says in numbers."""

    production: Mapping[int, int]
    activity: Mapping[str, Mapping[int, Decimal]]
    """By source and year, in the units of ``ACTIVITY_UNITS``."""
    process: Mapping[int, Decimal]
    """tCO2e/t, the base year first."""
    metal: Mapping[int, Decimal]
    actual: Mapping[str, Mapping[int, Decimal]]


ACTIVITY_UNITS = {
    "furnaces": "万m3",
    "fork-lifts": "t",
    "refrigerant": "kg",
    "electricity": "MWh",
    "primary metal": "t",
    "recycled metal": "t",
    "inbound transport": "tkm",
}


def rounded(number: Decimal, places: int) -> Decimal:
    """``number`` with so many decimals, half to even (GB/T 8170)."""
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)


def draw(chance: random.Random) -> Figures:
    """Figures that fall a little faster than the pathways ask, so that progress is on track."""
    first = chance.randrange(30_000, 90_000, 10)
    production = {year: first + step * chance.randrange(300, 900, 10) for step, year in enumerate(YEARS)}
    activity = {source: dict(_yearly(source, production, chance)) for source in ACTIVITY_UNITS}
    process = {year: _process_intensity(activity, production, year) for year in YEARS}
    metal = {year: _metal_intensity(activity, production, year) for year in YEARS}
    return Figures(
        production,
        activity,
        _pathway(process[BASE_YEAR], PROCESS_END, PROCESS_CURVE, 3),
        _pathway(metal[BASE_YEAR], METAL_END, METAL_CURVE, 2),
        {"process": {year: process[year] for year in YEARS[1:]}, "metal": {year: metal[year] for year in YEARS[1:]}},
    )


def _yearly(source: str, production: Mapping[int, int], chance: random.Random) -> Mapping[int, Decimal]:
    least, most, falls, places = {
        "furnaces": (78, 84, "0.028", 2),
        "fork-lifts": (9, 11, "0.040", 2),
        "refrigerant": (2, 4, "0.050", 1),
        "electricity": (1180, 1220, "0.030", 1),
        "primary metal": (7960, 8000, "0.055", 0),
        "recycled metal": (2200, 2240, "-0.180", 0),
        "inbound transport": (4_000_000, 4_200_000, "0.001", 0),
    }[source]
    a_tonne = Decimal(chance.randrange(least * 100, most * 100)) / 1_000_000
    return {year: rounded(a_tonne * production[year] * (1 - Decimal(falls)) ** step, places) for step, year in enumerate(YEARS)}


def _process_intensity(activity: Mapping[str, Mapping[int, Decimal]], production: Mapping[int, int], year: int) -> Decimal:
    emissions = sum((activity[source][year] * Decimal(factor) for source, factor in EMISSION_FACTORS.items()), Decimal(0))
    return rounded(emissions / production[year], 3)


def _metal_intensity(activity: Mapping[str, Mapping[int, Decimal]], production: Mapping[int, int], year: int) -> Decimal:
    emissions = activity["primary metal"][year] * PRIMARY + activity["recycled metal"][year] * RECYCLED
    return rounded(emissions / production[year], 2)


def _pathway(base: Decimal, end: Decimal, curve: Mapping[int, str], places: int) -> Mapping[int, Decimal]:
    return {BASE_YEAR: base} | {year: rounded(end + (base - end) * Decimal(left), places) for year, left in curve.items()}
