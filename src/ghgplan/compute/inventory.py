"""An entity's emissions: by source, by scope, by category, in total and per tonne of product.

What the plan states leads; what it leaves out is computed: activity data times emission
factor (GB/T 32150-2015, 5.3; ISO 14064-1:2018, 6.2.3), sums, and emissions over production.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ghgplan.compute.numbers import INTENSITY, PERCENT, TONNE_CO2E, Number, product, ratio, stated, total
from ghgplan.diagnostics import Diagnostic, Outcome, Path
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.inventory import EmissionSource, Period, Stated
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.scalars import Quantity

ByYear = Mapping[int, Number]

SCOPES = ("scope 1", "scope 2", "scope 3")
CATEGORIES = tuple(f"category {number}" for number in range(1, 7))


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One emission source by year: activity data, factor, emissions (tCO2e) and share of the total (%)."""

    source: EmissionSource
    activity: ByYear
    factor: Number | None
    emissions: ByYear
    shares: ByYear


@dataclass(frozen=True, slots=True)
class InventoryReport:
    """One entity's inventory. ``totals`` has scopes, categories, ``scope 1+2``, ``total`` and ``intensity``, by year."""

    production: ByYear
    totals: Mapping[str, ByYear]
    sources: Mapping[str, SourceReport]
    periods: Mapping[int, Period]

    def years(self, *names: str) -> tuple[int, ...]:
        """The years for which any of the totals ``names`` is known."""
        return tuple(sorted({year for name in names for year in self.totals.get(name, {})}))

    def numbers(self) -> Iterator[tuple[str, Number]]:
        for year, value in self.production.items():
            yield f"production.{year}", value
        for name, series in self.totals.items():
            for year, value in series.items():
                yield f"{name}.{year}", value
        for name, source in self.sources.items():
            if source.factor:
                yield f"sources.{name}.factor", source.factor
            for part, series in (("activity", source.activity), ("emissions", source.emissions), ("share", source.shares)):
                for year, value in series.items():
                    yield f"sources.{name}.{part}.{year}", value


def compute_inventory(file: PlanFile, entity: str) -> Outcome[InventoryReport]:
    """The inventory of ``entity``; findings are factors that do not fit their activity data."""
    inventory = file.plan.inventory[entity]
    path: Path = ("inventory", entity)
    findings: list[Diagnostic] = []
    production = series(file, inventory.production, (*path, "production"))
    sources = {name: _source(file, source, (*path, "sources", name), findings) for name, source in inventory.sources.items()}
    totals = _totals(file, inventory.stated, (*path, "stated"), sources)
    _intensity(totals, production)
    sources = {name: _with_shares(file, source, totals, (*path, "sources", name)) for name, source in sources.items()}
    frozen = Frozen({name: Frozen(by_year) for name, by_year in totals.items() if by_year})
    return Outcome(InventoryReport(production, frozen, Frozen(sources), inventory.periods or Frozen()), tuple(findings))


def series(file: PlanFile, quantities: Mapping[int, Quantity] | None, path: Path) -> ByYear:
    """The stated numbers under ``path``, by year."""
    numbers = {
        year: stated(quantity, (*path, str(year)), file.source.span((*path, str(year)))) for year, quantity in (quantities or {}).items()
    }
    return Frozen(dict(sorted(numbers.items())))


def _source(file: PlanFile, source: EmissionSource, path: Path, findings: list[Diagnostic]) -> SourceReport:
    activity = series(file, source.activity, (*path, "activity"))
    factor = stated(source.factor, (*path, "factor"), file.source.span((*path, "factor"))) if source.factor else None
    emissions = dict(series(file, source.stated, (*path, "stated")))
    if factor:
        for year, amount in activity.items():
            if year in emissions:
                continue
            try:
                emissions[year] = product(amount, factor, TONNE_CO2E, 2)
            except ValueError:
                arguments = {"activity": amount.unit.symbol, "factor": factor.unit.symbol}
                findings.append(Diagnostic("GP-C01", file.source.span((*path, "factor")), (*path, "factor"), arguments))
                break
    return SourceReport(source, activity, factor, Frozen(dict(sorted(emissions.items()))), Frozen())


def _totals(file: PlanFile, given: Stated | None, path: Path, sources: Mapping[str, SourceReport]) -> dict[str, dict[int, Number]]:
    totals: dict[str, dict[int, Number]] = {}
    for name in (*SCOPES, *CATEGORIES, "scope 1+2", "total", "intensity"):
        field = name.replace(" ", "_").replace("+", "_")
        totals[name] = dict(series(file, getattr(given, field) if given else None, (*path, name)))
    for scope in SCOPES:
        of_scope = [source for source in sources.values() if source.source.scope == scope]
        for year in sorted({year for source in of_scope for year in source.emissions}):
            parts = [source.emissions[year] for source in of_scope if year in source.emissions]
            totals[scope].setdefault(year, total(parts, TONNE_CO2E))
    _sum_into(totals, "scope 1+2", SCOPES[:2], all_of_them=True)
    # Categories 1 to 6 cover all that was quantified; scopes may lack the third.
    _sum_into(totals, "total", CATEGORIES)
    _sum_into(totals, "total", SCOPES)
    return totals


def _sum_into(totals: dict[str, dict[int, Number]], name: str, parts: tuple[str, ...], *, all_of_them: bool = False) -> None:
    for year in sorted({year for part in parts for year in totals[part]}):
        known = [totals[part][year] for part in parts if year in totals[part]]
        if not all_of_them or len(known) == len(parts):
            totals[name].setdefault(year, total(known, TONNE_CO2E))


def _intensity(totals: dict[str, dict[int, Number]], production: ByYear) -> None:
    for year, emissions in totals["scope 1+2"].items():
        if year in production and year not in totals["intensity"]:
            per_tonne = ratio(emissions, production[year], INTENSITY, 3)
            if per_tonne:
                totals["intensity"][year] = per_tonne


def _with_shares(file: PlanFile, source: SourceReport, totals: Mapping[str, ByYear], path: Path) -> SourceReport:
    shares = dict(series(file, source.source.stated_shares, (*path, "stated shares")))
    for year, emissions in source.emissions.items():
        if year in shares or year not in totals["total"]:
            continue
        share = ratio(emissions, totals["total"][year], PERCENT, 2, "share")
        if share:
            shares[year] = share
    return SourceReport(source.source, source.activity, source.factor, source.emissions, Frozen(dict(sorted(shares.items()))))
