"""Intensities of the pathways and of the progress on them, held against the inventory of the same entity and year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.quantities.powers import power_within
from ghgplan.checks.reconciliation.inventory_figures import base_path, beyond, divided, per_tonne, process_emissions
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import pathways
from ghgplan.checks.telling import places, significant, told, with_unit
from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.numbers import INTENSITY, TONNE_CO2E, Number, total
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.plan.model.inventory import EmissionSource
from ghgplan.plan.units import parse_unit

TONNE = parse_unit("t")
_ROUNDING = Decimal("0.005")
"""Of a quotient: what rounding on the way may add."""
_METAL_TOLERANCE = Decimal("0.1")
"""Purchased metal may be counted with alloying elements, stock changes or scrap on one side only."""


def actual_and_inventory(report: Report) -> Iterator[Finding]:
    """An actual value of scopes 1 and 2 that the inventory of the same year, by neither method of scope 2, gives."""
    for name, pathway in pathways(report):
        inventory = _inventory(report, pathway)
        if inventory is None or pathway.pathway.boundary != "scope 1+2":
            continue
        for year, actual in pathway.actual.items():
            read, measured = per_tonne(actual), _measured(inventory, year)
            if read is None or read.low < 0 or not measured:
                continue
            tolerance = Decimal(0) if _is_stated_otherwise(inventory, year, actual) else _ROUNDING
            if any(not beyond(read, each, tolerance) for each in measured.values()):
                continue
            first, computed = next(iter(measured.items()))
            times = divided(read, computed)
            if times and power_within(times) is not None:
                # A slip of the unit, which is told by itself.
                continue
            arguments = {
                "pathway": name, "year": str(year), "actual": told(actual), "emissions": told(first[0]), "production": told(first[1]),
                "computed": with_unit(Decimal(significant(computed.middle, 4)), INTENSITY),
            }  # fmt: skip
            yield Finding(("progress", name, "actual", str(year)), arguments, places(*first))


def _is_stated_otherwise(inventory: InventoryReport, year: int, actual: Number) -> bool:
    """Whether the inventory states an intensity for the year that prints otherwise: then rounding on the way is no excuse."""
    own = inventory.totals.get("intensity", {}).get(year)
    if own is None or not own.is_stated or not own.unit.is_kind("intensity") or not actual.unit.is_kind("intensity"):
        return False
    return own.decimals == actual.decimals and own.unit.symbol == actual.unit.symbol and own.value != actual.value


def metal_and_purchases(report: Report) -> Iterator[Finding]:
    """A value of purchased metal, of the base year or an actual one, that the purchases in the inventory do not give.

    It may be meant per tonne of metal or per tonne of product; a tenth of tolerance. One finding a pathway, with the first year.
    """
    for name, pathway in pathways(report):
        inventory = _inventory(report, pathway)
        if inventory is None or pathway.pathway.boundary != "scope 3 category 1":
            continue
        given = {pathway.pathway.base_year: pathway.base, **pathway.actual}
        for year, value in sorted(given.items()):
            read = per_tonne(value) if value else None
            bought = _purchases(inventory, year)
            if value is None or read is None or read.low < 0 or bought is None:
                continue
            emissions, mass = bought
            production = inventory.production.get(year)
            of_metal = divided(interval(emissions, TONNE_CO2E), interval(mass, TONNE))
            of_product = divided(interval(emissions, TONNE_CO2E), interval(production, TONNE)) if production else None
            # Where all the other years follow from the purchases, so does this one, in the same way.
            ways = _followed(inventory, {y: v for y, v in given.items() if v and y != year})
            quotients = {"metal": of_metal, "product": of_product}
            tolerance = _ROUNDING if ways else _METAL_TOLERANCE
            if of_metal is None or not all(
                beyond(read, each, tolerance) for way, each in quotients.items() if each and way in (ways or quotients)
            ):
                continue
            arguments = {
                "pathway": name, "year": str(year), "value": told(value), "emissions": told(emissions), "mass": told(mass),
                "computed": with_unit(Decimal(significant(of_metal.middle, 4)), INTENSITY),
            }  # fmt: skip
            path = ("progress", name, "actual", str(year)) if year in pathway.actual else base_path(name, pathway)
            yield Finding(path, arguments, places(emissions, mass))
            break


def _followed(inventory: InventoryReport, values: Mapping[int, Number]) -> list[str]:
    """Whether the values of two years or more are those of the purchases per tonne of metal, or of product."""
    found: list[str] = []
    for way in ("metal", "product"):
        agree: list[bool] = []
        for year, value in values.items():
            read, bought = per_tonne(value), _purchases(inventory, year)
            below = bought[1] if bought and way == "metal" else inventory.production.get(year)
            quotient = divided(interval(bought[0], TONNE_CO2E), interval(below, TONNE)) if bought and below else None
            agree.append(bool(read and quotient and not beyond(read, quotient, _ROUNDING)))
        if len(agree) > 1 and all(agree):
            found.append(way)
    return found


def _inventory(report: Report, pathway: PathwayReport) -> InventoryReport | None:
    entity = report.entities.get(pathway.entity)
    return entity.inventory if entity else None


def _measured(inventory: InventoryReport, year: int) -> dict[tuple[Number, Number], Interval]:
    """Emissions and production with their quotient, by the location-based and the market-based method."""
    production = inventory.production.get(year)
    location = process_emissions(inventory, year)
    market = inventory.totals.get("scope 1+2 market-based", {}).get(year)
    found: dict[tuple[Number, Number], Interval] = {}
    for emissions in (location, market):
        quotient = divided(interval(emissions, TONNE_CO2E), interval(production, TONNE)) if emissions and production else None
        if emissions and production and quotient:
            found[emissions, production] = quotient
    return found


def _purchases(inventory: InventoryReport, year: int) -> tuple[Number, Number] | None:
    """Emissions and mass of the purchased goods of scope 3 that are counted by mass; None where there are none."""
    goods = [
        source for source in inventory.sources.values()
        if _is_purchased(source.source) and year in source.activity and year in source.emissions
        and source.activity[year].unit.is_kind("mass")
    ]  # fmt: skip
    if not goods:
        return None
    emissions = total([source.emissions[year] for source in goods], TONNE_CO2E)
    mass = total([source.activity[year] for source in goods], TONNE)
    return (emissions, mass) if interval(mass).low > 0 else None


def _is_purchased(source: EmissionSource) -> bool:
    return source.scope == "scope 3" and (source.category or ("1" if source.kind == "purchased goods" else None)) == "1"
