"""Criteria 5.1 and 5.2: emissions and energy by source, verified; the intensity of smelters."""

from __future__ import annotations

from decimal import Decimal

from ghgplan.checks.criteria.commitments import published
from ghgplan.checks.criteria.judgement import Judgement, Remark, Status, judged, remark
from ghgplan.checks.criteria.parts import Producer, held, producers
from ghgplan.checks.rule import place
from ghgplan.checks.telling import places, told
from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.numbers import Number, ratio, total
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Related
from ghgplan.plan.units import parse_unit
from ghgplan.reference.criteria import criteria

_INTENSITY = parse_unit("tCO2e/tAl")
_EMISSIONS = parse_unit("tCO2e")
_MINE_TO_METAL = ("scope 1+2", "scope 3 category 1", "scope 3 category 3", "scope 3 category 4")

HIGHEST, HIGHEST_FALLING = Decimal("11.0"), Decimal("13.0")
"""tCO2e/t aluminium from mine to metal: below the first, or below the second with a fall of ``LEAST_FALL`` over
``REPORTING_PERIODS`` (criterion 5.2; the thresholds are from memory)."""
LEAST_FALL = Decimal(10)
REPORTING_PERIODS = 3

_ENERGY_KINDS = {"stationary combustion", "mobile combustion", "purchased electricity", "purchased heat"}


def quantified(report: Report) -> Judgement:
    """5.1a: emissions and energy use by source, public every year."""
    all_of_them = producers(report)
    by_source = [each for each in all_of_them if _inventory(each) and _has_sources(each)]
    in_total = [each for each in all_of_them if each not in by_source and _has_totals(each)]
    nothing = [each for each in all_of_them if each not in by_source and each not in in_total]
    energy = [each for each in all_of_them if _has_energy(each)]
    no_energy = [each for each in all_of_them if each not in energy]
    public, not_public, seldom = published(report, "inventory", yearly=True)
    return judged(
        "5.1a",
        (
            remark("emissions by source", [(each.label, _inventory_place(each)) for each in by_source]),
            remark("emissions in total", [(each.label, _inventory_place(each)) for each in in_total]),
            remark("energy by source", [(each.label, _energy_place(each)) for each in energy]),
            remark("inventory public", public),
        ),
        (
            remark("no emissions", [(each.label, each.place) for each in nothing] or ([] if all_of_them else [("", None)]), ("inventory",)),
            remark("emissions not by source", [(each.label, each.place) for each in in_total], ("inventory",)),
            remark("no energy by source", [(each.label, each.place) for each in no_energy], ("energy",)),
            remark("inventory not public", not_public, ("governance", "disclosure")),
            remark("inventory not public every year", seldom, ("governance", "disclosure")),
        ),
    )


def verified(report: Report) -> Judgement:
    """5.1b: verified by an independent party."""
    there, lacking = held(report, _verification)
    at = ("accounting", "verification")
    return judged("5.1b", (remark("verification", there),), (remark("no verification", lacking, at),))


def smelters(report: Report) -> Judgement:
    """5.2: the intensity from mine to metal, of smelters only."""
    all_of_them = producers(report)
    of_smelters = [each for each in all_of_them if each.activity == "primary smelting"]
    if not of_smelters:
        unknown = [(each.label, each.place) for each in all_of_them if each.activity is None]
        said = (remark("no smelter", [("", None)]), remark("activity not stated", unknown))
        return Judgement(criteria()["5.2"], Status.NOT_APPLICABLE, tuple(each for each in said if each))
    remarks = [_of_smelter(each) for each in of_smelters]
    shown = [each for each in remarks if each.id in ("intensity below", "intensity falling")]
    return judged("5.2", shown, [each for each in remarks if each not in shown])


def _of_smelter(smelter: Producer) -> Remark:
    inventory = _inventory(smelter)
    at = ("inventory", smelter.name) if smelter.name == smelter.label else ("inventory",)
    years = sorted(set(inventory.production) & set(inventory.totals.get("scope 1+2", {}))) if inventory else []
    if inventory is None or not years:
        return Remark("no mine-to-metal intensity", (smelter.place,), (smelter.label,), at)
    last = years[-1]
    intensity = _intensity(inventory, last)
    if intensity is None:
        lacking = ", ".join(name for name in _MINE_TO_METAL if last not in inventory.totals.get(name, {}))
        return Remark("mine-to-metal incomplete", (smelter.place,), (f"{smelter.label} {last}: {lacking}",), at)
    names = (f"{smelter.label} {last}: {told(intensity)}",)
    if intensity.value < HIGHEST:
        return Remark("intensity below", places(intensity), names)
    first = _intensity(inventory, years[-REPORTING_PERIODS]) if len(years) >= REPORTING_PERIODS else None
    has_fallen = first is not None and first.value and (1 - intensity.value / first.value) * 100 >= LEAST_FALL
    if intensity.value < HIGHEST_FALLING and has_fallen:
        return Remark("intensity falling", places(intensity), names)
    return Remark("intensity too high", places(intensity), names, at)


def _intensity(inventory: InventoryReport, year: int) -> Number | None:
    """Mine to metal in tCO2e/t; None where a part of it is not known."""
    known = [inventory.totals.get(name, {}).get(year) for name in _MINE_TO_METAL]
    summed = [each for each in known if each]
    production = inventory.production.get(year)
    if len(summed) < len(_MINE_TO_METAL) or production is None:
        return None
    return ratio(total(summed, _EMISSIONS), production, _INTENSITY, 2)


def _inventory(producer: Producer) -> InventoryReport | None:
    return producer.report.entities[producer.name].inventory


def _has_sources(producer: Producer) -> bool:
    inventory = _inventory(producer)
    return inventory is not None and any(source.emissions for source in inventory.sources.values())


def _has_totals(producer: Producer) -> bool:
    inventory = _inventory(producer)
    return inventory is not None and any(name.startswith(("scope", "category", "total")) for name in inventory.totals)


def _has_energy(producer: Producer) -> bool:
    return _energy_place(producer) is not None


def _energy_place(producer: Producer) -> Related | None:
    file = producer.report.file
    if any(carrier.consumption for carrier in producer.report.entities[producer.name].energy.values()):
        return place(file, "energy", producer.name, at_key=True)
    inventory = _inventory(producer)
    sources = inventory.sources.items() if inventory else ()
    named = next((name for name, source in sources if source.source.kind in _ENERGY_KINDS and source.activity), None)
    return place(file, "inventory", producer.name, "sources", named, at_key=True) if named else None


def _inventory_place(producer: Producer) -> Related:
    return place(producer.report.file, "inventory", producer.name, at_key=True)


def _verification(part: Report) -> Related | None:
    accounting = part.plan.accounting
    return place(part.file, "accounting", "verification", at_key=True) if accounting and accounting.verification else None
