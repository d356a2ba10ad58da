"""The emission factors that a plan states itself, of things that the library knows."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.quantities.recognising import ELECTRICITY, HEAT, named, of_source, of_text
from ghgplan.checks.subjects import inventories
from ghgplan.compute.numbers import Number, stated
from ghgplan.compute.report import Report
from ghgplan.compute.sources import SourceReport
from ghgplan.diagnostics import Path
from ghgplan.plan.model.accounting import Accounting
from ghgplan.plan.scalars import Quantity
from ghgplan.values import frozen


@frozen
class StatedFactor:
    """A factor and what it is of."""

    path: Path
    number: Number
    thing: str
    """A fuel's id in the library, ``electricity`` or ``heat``."""
    name: str
    """What the plan calls it."""
    source: SourceReport | None = None
    """Of an emission source: that one."""
    source_path: Path = ()


def stated_factors(report: Report) -> Iterator[StatedFactor]:
    """Of sources in scope 1 and 2, of what measures save, and in place of the library's."""
    yield from _of_sources(report)
    yield from _of_measures(report)
    yield from _of_overrides(report)


def _of_sources(report: Report) -> Iterator[StatedFactor]:
    for entity, inventory in inventories(report):
        for name, source in inventory.sources.items():
            own, thing = source.source.factor, of_source(source.source)
            # Further up the chain factors cover more than burning; biomass is not in the sets.
            is_combustion = source.source.scope in ("scope 1", "scope 2") and not source.source.biogenic
            if own is None or thing is None or not is_combustion or "CO2" not in source.source.gases:
                continue
            path: Path = ("inventory", entity, "sources", name)
            yield StatedFactor((*path, "factor"), _number(report, own, (*path, "factor")), thing, name, source, path)


def _of_measures(report: Report) -> Iterator[StatedFactor]:
    for name, measure in report.plan.measures.items():
        for position, saving in enumerate(measure.saves):
            path: Path = ("measures", name, "saves", str(position), "factor")
            thing = ELECTRICITY if saving.electricity else named(saving.fuel) or of_text(saving.of)
            if saving.factor and thing:
                yield StatedFactor(path, _number(report, saving.factor, path), thing, name)
        for position, plant in enumerate(measure.capacity):
            path = ("measures", name, "capacity", str(position), "factor")
            if plant.factor:
                yield StatedFactor(path, _number(report, plant.factor, path), ELECTRICITY, name)


def _of_overrides(report: Report) -> Iterator[StatedFactor]:
    for entry, override in (report.plan.accounting or Accounting()).overrides.items():
        kind, *_, last = entry.split("/")
        thing = {"fuel": named(last), "grid factor": ELECTRICITY, "purchased heat": HEAT}.get(kind)
        path: Path = ("accounting", "overrides", entry, "amount")
        if override.amount and thing:
            yield StatedFactor(path, _number(report, override.amount, path), thing, entry)


def _number(report: Report, quantity: Quantity, path: Path) -> Number:
    return stated(quantity, path, report.file.source.span(path))
