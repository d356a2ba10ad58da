"""Pathways and progress: values by year, reductions against the base year, deviations from the target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ghgplan.compute.numbers import Number, difference, reduction, stated
from ghgplan.diagnostics import Path
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.pathways import Pathway
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.scalars import Quantity


@dataclass(frozen=True, slots=True)
class PathwayReport:
    """One pathway with its numbers; all in the pathway's unit, reductions in per cent."""

    pathway: Pathway
    entity: str
    """The entity's name in the report (behind its member's)."""
    base: Number | None
    values: Mapping[int, Number]
    """Targets by year, the base year's value among them where the plan states it there."""
    reductions: Mapping[int, Number]
    actual: Mapping[int, Number]
    deviations: Mapping[int, Number]
    """Actual minus target, for the years that have both."""

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted(self.values))

    def of_member(self, member: str) -> PathwayReport:
        """The same pathway as seen from the group."""
        return replace(self, entity=f"{member}.{self.entity}")

    def numbers(self) -> Iterator[tuple[str, Number]]:
        if self.base:
            yield "base", self.base
        for year, value in self.values.items():
            yield str(year), value
        for year, value in self.reductions.items():
            yield f"reduction.{year}", value

    def progress_numbers(self) -> Iterator[tuple[str, Number]]:
        for year, value in self.actual.items():
            yield str(year), value
        for year, value in self.deviations.items():
            yield f"deviation.{year}", value


def compute_pathway(file: PlanFile, name: str) -> PathwayReport:
    """The report of the pathway ``name``."""
    pathway = file.plan.pathways[name]

    def number(value: Decimal, path: Path) -> Number:
        return stated(Quantity(value, pathway.unit), path, file.source.span(path))

    values = {year: number(value, ("pathways", name, "values", str(year))) for year, value in sorted(pathway.values.items())}
    base = number(pathway.base, ("pathways", name, "base")) if pathway.base is not None else values.get(pathway.base_year)
    later = {year: value for year, value in values.items() if year > pathway.base_year}
    reductions = {year: part for year, value in later.items() if base and (part := reduction(base, value))}
    progress = file.plan.progress.get(name)
    achieved = sorted(progress.actual.items()) if progress else ()
    actual = {year: number(value, ("progress", name, "actual", str(year))) for year, value in achieved}
    deviations = {year: difference(value, values[year]) for year, value in actual.items() if year in values}
    return PathwayReport(pathway, pathway.entity, base, Frozen(values), Frozen(reductions), Frozen(actual), Frozen(deviations))
