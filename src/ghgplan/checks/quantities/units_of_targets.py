"""Units of pathways and targets: CO2 for CO2e, and tonnes where tonnes per tonne are meant."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways, targets
from ghgplan.checks.telling import places, told, with_unit
from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.numbers import TONNE_CO2E, Number, total
from ghgplan.compute.report import Report
from ghgplan.plan.model.targets import Target
from ghgplan.plan.units import parse_unit

_INTENSITIES = ("asi-tool", "asi-curve")
"""Methods that give emissions per tonne of product, by definition."""
_LEAST = Decimal(100)
"""tCO2e: below it no absolute emissions of a plant lie, where the plan gives no inventory to say so."""
_LEAST_PART = Decimal("0.001")
"""Of the entity's emissions: less is a target of none, which a plan would write as 0."""
_ALIKE = (Decimal("0.05"), Decimal(20))
"""How far a target may lie from the entity's intensity and look like one."""


def gas_of_targets(report: Report) -> Iterator[Finding]:
    """A target in CO2 whose pathway is in CO2e, or the other way round."""
    for name, target in targets(report):
        for key in ("value", "base", "change"):
            quantity = getattr(target.target, key)
            symbol = quantity.unit.symbol if quantity else ""
            for pathway in target.target.pathway:
                own = report.plan.pathways[pathway].unit.symbol if pathway in report.plan.pathways else ""
                if own and symbol and _gas(symbol) and _gas(own) and _gas(symbol) != _gas(own):
                    arguments = {
                        "target": name,
                        "key": key,
                        "value": with_unit(quantity.value, quantity.unit),
                        "pathway": pathway,
                        "unit": own,
                    }
                    yield Finding(("targets", name, key), arguments, (place(report.file, "pathways", pathway, "unit"),))
                    break
            else:
                continue
            break


def pathways_in_tonnes(report: Report) -> Iterator[Finding]:
    """A pathway of intensities whose unit is one of emissions: it says that the whole plant emits a third of a tonne."""
    for name, pathway in pathways(report):
        own = pathway.pathway
        first = pathway.base or next(iter(pathway.values.values()), None)
        if first is None or not own.unit.is_kind("emissions"):
            continue
        emissions = _emissions(report, pathway.entity) if own.boundary == "scope 1+2" else None
        is_little = emissions is not None and first.value_in(TONNE_CO2E) < emissions.value * _LEAST_PART
        if own.method not in _INTENSITIES and not is_little:
            continue
        arguments = {"pathway": name, "unit": own.unit.symbol, "first": told(first), "intensity": f"{own.unit.symbol}/t"}
        yield Finding(("pathways", name, "unit"), arguments, places(first))


def targets_in_tonnes(report: Report) -> Iterator[Finding]:
    """A target of a few tonnes, or less, that looks like the intensity of its entity."""
    for name, target in targets(report):
        value = report.numbers.get(f"targets.{name}.value")
        if value is None or not value.unit.is_kind("emissions") or value.value <= 0:
            continue
        entity = _entity(report, target.target)
        in_tonnes = value.value_in(TONNE_CO2E)
        emissions = _emissions(report, entity)
        intensities = list(_intensities(report, entity))
        is_little = in_tonnes < emissions.value * _LEAST_PART if emissions else in_tonnes < _LEAST
        is_alike = any(_ALIKE[0] <= in_tonnes / each <= _ALIKE[1] for each in intensities)
        if is_little and (is_alike or (not intensities and emissions)):
            of_whole = told(emissions) if emissions else "—"
            arguments = {"target": name, "value": told(value), "emissions": of_whole, "intensity": f"{value.unit.symbol}/t"}
            yield Finding(("targets", name, "value"), arguments, places(emissions) if emissions else ())


def _gas(symbol: str) -> str:
    plain = symbol.replace("₂", "2")
    return "CO2e" if "CO2e" in plain or "当量" in plain else "CO2" if "CO2" in plain else ""


def _entity(report: Report, target: Target) -> str | None:
    if target.entity:
        return target.entity
    of_pathway = [report.plan.pathways[name].entity for name in target.pathway if name in report.plan.pathways]
    return next(iter(of_pathway), None) or (next(iter(report.plan.entities)) if len(report.plan.entities) == 1 else None)


def _emissions(report: Report, entity: str | None) -> Number | None:
    """Scope 1 and 2 of the first year that is known, by scopes or by categories of ISO 14064-1; of the entity, else of all."""
    names = [entity] if entity else list(report.plan.entities)
    inventories = [each.inventory for name in names if (each := report.entities.get(name)) and each.inventory]
    found = [number for inventory in inventories if (number := _of_inventory(inventory))]
    return (total(found, TONNE_CO2E) if len(found) > 1 else found[0]) if found else None


def _of_inventory(inventory: InventoryReport) -> Number | None:
    totals = inventory.totals
    for key in ("scope 1+2", "total"):
        if totals.get(key):
            return next(iter(totals[key].values()))
    for keys in (("category 1", "category 2"), ("scope 1", "scope 2")):
        years = [year for year in totals.get(keys[0], {}) if year in totals.get(keys[1], {})]
        if years:
            return total([totals[key][years[0]] for key in keys], TONNE_CO2E)
    return None


def _intensities(report: Report, entity: str | None) -> Iterator[Decimal]:
    """tCO2e per tonne; also of pathways whose unit lacks the tonne below the stroke."""
    per_tonne = parse_unit("tCO2e/t")
    for _, pathway in pathways(report):
        base = pathway.base or next(iter(pathway.values.values()), None)
        if base is None or base.value <= 0 or entity not in (None, pathway.entity):
            continue
        try:
            yield base.value_in(TONNE_CO2E if base.unit.is_kind("emissions") else per_tonne)
        except ValueError:
            continue
