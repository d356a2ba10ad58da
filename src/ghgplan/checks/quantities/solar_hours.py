"""Renewable power plants: what a capacity can yield in a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import measures
from ghgplan.checks.telling import told, with_unit
from ghgplan.compute.avoidance import HOUR, MEGAWATT, MEGAWATT_HOUR, YEAR_IN_HOURS
from ghgplan.compute.numbers import Number, stated
from ghgplan.compute.report import MeasureReport, Report
from ghgplan.diagnostics import Path
from ghgplan.plan.model.measures import Capacity
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.text import Text

SOLAR = Interval(Decimal(600), Decimal(2200))
"""Full-load hours a year of solar panels: cloudy basins give 700, trackers on the plateau 2000."""
_OTHER = Interval(Decimal(600), Decimal(YEAR_IN_HOURS))
"""Of wind, water, biomass and waste heat."""
_IS_OTHER = re.compile(r"风电|风力|风能|水电|水力|生物质|余热|沼气|地热|wind|hydro|biomass|biogas|waste heat|geothermal", re.IGNORECASE)


def hours_out_of_reach(report: Report) -> Iterator[Finding]:
    """Full-load hours that no panel reaches, or that nobody would build one for: a slip of MW, kW, MWh or 万kWh."""
    for name, measure in measures(report):
        for position, plant in enumerate(measure.measure.capacity):
            path: Path = ("measures", name, "capacity", str(position))
            hours = report.numbers.get(f"measures.{name}.capacity.{position + 1}.full-load hours") or _given(report, path, plant)
            possible = _OTHER if _is_other(measure, plant) else SOLAR
            if hours is None or hours.value_in(HOUR) <= 0 or interval(hours, HOUR).meets(possible):
                continue
            at = (*path, "full-load hours" if plant.full_load_hours else "generation")
            arguments = {
                "name": name, "capacity": with_unit(plant.capacity.value, plant.capacity.unit),
                "generation": with_unit(plant.generation.value, plant.generation.unit) if plant.generation else "—",
                "hours": f"{hours.value_in(HOUR):.0f} h",
                "possible": f"{possible.low}–{possible.high} h",
            }  # fmt: skip
            yield Finding(at, arguments, (place(report.file, *path, "capacity"),))


def generation_against_hours(report: Report) -> Iterator[Finding]:
    """A generation that is not the capacity times the full-load hours stated beside it."""
    for name, measure in measures(report):
        for position, plant in enumerate(measure.measure.capacity):
            if plant.generation is None or plant.full_load_hours is None:
                continue
            path: Path = ("measures", name, "capacity", str(position))
            power, generation, hours = (
                _number(report, quantity, (*path, key))
                for key, quantity in (
                    ("capacity", plant.capacity),
                    ("generation", plant.generation),
                    ("full-load hours", plant.full_load_hours),
                )
            )
            # In this vocabulary power and energy are dimensions of their own; MW times h is MWh.
            yields = interval(power, MEGAWATT) * interval(hours, HOUR)
            if yields.meets(interval(generation, MEGAWATT_HOUR)):
                continue
            unit = generation.unit
            arguments = {
                "name": name, "generation": told(generation), "capacity": told(power), "hours": told(hours),
                "computed": f"{yields.middle * MEGAWATT_HOUR.factor_to(unit):.2f} {unit.symbol}",
            }  # fmt: skip
            yield Finding(
                (*path, "generation"), arguments, (place(report.file, *path, "full-load hours"), place(report.file, *path, "capacity"))
            )


def _given(report: Report, path: Path, plant: Capacity) -> Number | None:
    return _number(report, plant.full_load_hours, (*path, "full-load hours")) if plant.full_load_hours else None


def _number(report: Report, quantity: Quantity, path: Path) -> Number:
    return stated(quantity, path, report.file.source.span(path))


def _is_other(measure: MeasureReport, plant: Capacity) -> bool:
    texts: tuple[Text | None, ...] = (plant.name, measure.measure.name)
    return any(_IS_OTHER.search(words) for text in texts if text for words in (text.zh, text.en) if words)
