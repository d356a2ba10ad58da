"""A product's footprint against its metal and process, and the metal of one entity against what another one makes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import Interval, exactly
from ghgplan.checks.reconciliation.inventory_figures import Pair, pairs, per_tonne
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import pathways, targets
from ghgplan.checks.telling import places, significant, told, with_unit
from ghgplan.compute.numbers import INTENSITY, Number, difference, stated
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.plan.model.targets import Target

_LOWEST = Decimal("0.5")
_HIGHEST = Decimal("1.5")
_YIELD = Decimal("1.15")
"""Tonnes of metal per tonne of product, at most in common use."""
_FURTHER = 2
"""How many times the fall of both pathways a promised change may be."""
_DEARER = Decimal("1.3")
"""How much more carbon bought metal may hold than what the company casts itself, before one asks why it is bought."""
_CASTS, _SHAPES = ("casthouse", "primary smelting"), ("semi-fabrication", "material conversion")


def footprint_level(report: Report) -> Iterator[Finding]:
    """A product footprint that is far from metal and process together in the same year."""
    for name, _, pair, footprint in _footprints(report):
        finding = _level(name, pair, footprint, report.targets[name].target.boundary == "product footprint")
        if finding:
            yield finding


def footprint_change(report: Report) -> Iterator[Finding]:
    """A promised change of a product's footprint that is far more than both pathways give by that year."""
    for name, target, pair, footprint in _footprints(report):
        change = _change(report, name, target)
        year = target.year
        if change is None or year is None or _level(name, pair, footprint, target.boundary == "product footprint"):
            continue
        read, falls = per_tonne(change), _falls(pair, year)
        if read and falls and read.low > max(falls.high, Decimal(0)) * _FURTHER:
            both = with_unit(Decimal(significant(falls.middle)), INTENSITY)
            arguments = {"target": name, "year": str(year), "change": told(change), "falls": both}
            key = "change" if target.change else "value"
            yield Finding(("targets", name, key), arguments, places(pair.metal_base, pair.process_base))


def internal_transfer(report: Report) -> Iterator[Finding]:
    """An entity that shapes metal buys it with far more carbon than an entity of the same plan casts it with."""
    by_entity: dict[str, dict[str, tuple[str, PathwayReport]]] = {}
    for name, pathway in pathways(report):
        by_entity.setdefault(pathway.entity, {})[pathway.pathway.boundary] = (name, pathway)
    for buyer, own in by_entity.items():
        if report.plan.entities[buyer].activity not in _SHAPES or "scope 3 category 1" not in own:
            continue
        for maker, others in by_entity.items():
            if report.plan.entities[maker].activity in _CASTS and len(others) == 2:
                yield from _transfer(own["scope 3 category 1"], buyer, maker, [pathway for _, pathway in others.values()])


def _transfer(own: tuple[str, PathwayReport], buyer: str, maker: str, others: list[PathwayReport]) -> Iterator[Finding]:
    name, bought = own
    of_years = [_values(each) for each in (bought, *others)]
    year = min((year for year in of_years[0] if all(year in values for values in of_years)), default=None)
    if year is None:
        return
    numbers = [values[year] for values in of_years]
    read = [per_tonne(number) for number in numbers]
    if any(each is None for each in read):
        return
    metal, first, second = (each for each in read if each)
    if metal.low > (first + second).high * _DEARER:
        arguments = {
            "buyer": buyer, "maker": maker, "year": str(year), "bought": told(numbers[0]),
            "cast": with_unit(Decimal(significant((first + second).middle)), INTENSITY),
        }  # fmt: skip
        path = ("pathways", name, "values" if year in bought.pathway.values else "base")
        yield Finding((*path, str(year)) if path[-1] == "values" else path, arguments, places(*numbers[1:]))


def _values(pathway: PathwayReport) -> dict[int, Number]:
    base = {pathway.pathway.base_year: pathway.base} if pathway.base else {}
    return {**base, **pathway.values}


def _footprints(report: Report) -> Iterator[tuple[str, Target, Pair, Number]]:
    """Targets on a product's footprint in the base year of its entity's pathways; what names no boundary is one if it is too much for any."""
    by_entity = {pair.entity: pair for pair in pairs(report)}
    only = next(iter(by_entity)) if len(by_entity) == 1 else ""
    for name, each in targets(report):
        target = each.target
        pair = by_entity.get(target.entity or only)
        if pair is None or (target.pathway and target.boundary is None) or target.boundary not in (None, "product footprint"):
            continue
        key = "base" if target.base else "value"
        footprint = _of(report, name, target, key)
        if footprint is None or footprint.value < 0 or not footprint.unit.is_kind("intensity"):
            continue
        year = target.base_year if key == "base" else target.year
        if year == pair.year or (year is None and key == "base"):
            yield name, target, pair, footprint


def _level(name: str, pair: Pair, footprint: Number, is_named: bool) -> Finding | None:
    read, metal, process = per_tonne(footprint), per_tonne(pair.metal_base), per_tonne(pair.process_base)
    if read is None or metal is None or process is None:
        return None
    is_low = is_named and read.high < (metal + process).low * _LOWEST
    is_high = read.low > (process + metal * exactly(_YIELD)).high * _HIGHEST
    if not (is_low or is_high):
        return None
    together = with_unit(Decimal(significant((metal + process).middle)), INTENSITY)
    arguments = {
        "target": name, "footprint": told(footprint), "metal": told(pair.metal_base), "process": told(pair.process_base),
        "together": together, "year": str(pair.year),
    }  # fmt: skip
    return Finding(("targets", name, _key(footprint)), arguments, places(pair.metal_base, pair.process_base))


def _change(report: Report, name: str, target: Target) -> Number | None:
    """As stated, else base less value."""
    base, value = _of(report, name, target, "base"), _of(report, name, target, "value")
    own = _of(report, name, target, "change")
    try:
        return own or (difference(base, value) if base and value else None)
    except ValueError:
        return None


def _key(number: Number) -> str:
    return next(related.path[-1] for related in places(number))


def _falls(pair: Pair, year: int) -> Interval | None:
    found: list[Interval] = []
    for pathway, base in ((pair.process, pair.process_base), (pair.metal, pair.metal_base)):
        value = pathway.values.get(year)
        before, after = per_tonne(base), per_tonne(value) if value else None
        if before is None or after is None:
            return None
        found.append(before - after)
    return found[0] + found[1]


def _of(report: Report, name: str, target: Target, key: str) -> Number | None:
    quantity = {"base": target.base, "value": target.value, "change": target.change}[key]
    path = ("targets", name, key)
    return stated(quantity, path, report.file.source.span(path)) if quantity else None
