"""An entity's emissions: by source, gas, scope and category, in total and per tonne of product.

What the plan states leads; what it leaves out is computed: activity data times emission
factor and global warming potential (GB/T 32150-2015, 5.3; ISO 14064-1:2018, 6.2.3), sums,
and emissions over production.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ghgplan.compute.choices import Choices
from ghgplan.compute.numbers import PERCENT, Number, ratio
from ghgplan.compute.overrides import check_overrides
from ghgplan.compute.plausibility import check_intensity
from ghgplan.compute.series import ByYear, amounts, by_year, series
from ghgplan.compute.sources import SourceReport, compute_source
from ghgplan.compute.totals import CATEGORIES, SCOPES, Totals, add_intensities, compute_totals
from ghgplan.diagnostics import Diagnostic, Outcome, Path, Severity
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.inventory import EntityInventory, Period
from ghgplan.plan.model.plan import PlanFile
from ghgplan.values import frozen

__all__ = ["CATEGORIES", "SCOPES", "ByYear", "InventoryReport", "SourceReport", "compute_inventory", "series"]


@frozen
class InventoryReport:
    """One entity's inventory.

    ``totals`` has, by year, scopes, ``scope 2 market-based``, categories (``category 1`` of
    ISO 14064-1, ``scope 3 category 1`` of the GHG Protocol), ``gases.<gas>``, ``scope 1+2``,
    ``total``, ``total market-based``, ``biogenic`` (in no other total), ``intensity`` and
    ``intensity.<total>``.
    """

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
        for name, of_name in self.totals.items():
            for year, value in of_name.items():
                yield f"{name}.{year}", value
        for name, source in self.sources.items():
            for part, value in source.numbers():
                yield f"sources.{name}.{part}", value


def compute_inventory(file: PlanFile, entity: str) -> Outcome[InventoryReport]:
    """The inventory of ``entity``; findings are what is missing, does not fit, or is known from memory only."""
    inventory = file.plan.inventory[entity]
    path: Path = ("inventory", entity)
    findings: list[Diagnostic] = []
    choices = Choices(file, findings)
    check_overrides(choices)
    production = amounts(file, inventory.production, (*path, "production"), findings)
    sources = {name: compute_source(file, choices, source, (*path, "sources", name)) for name, source in inventory.sources.items()}
    totals = compute_totals(file, inventory.stated, (*path, "stated"), sources)
    _check_production(choices, totals, production, path)
    _check_categories(choices, inventory, sources, path)
    add_intensities(totals, production)
    check_intensity(choices, totals["intensity"], (*path, "production"))
    sources = {name: _with_shares(file, source, totals, (*path, "sources", name)) for name, source in sources.items()}
    frozen = Frozen({name: Frozen(of_name) for name, of_name in totals.items() if of_name})
    return Outcome(InventoryReport(production, frozen, Frozen(sources), inventory.periods or Frozen()), tuple(findings))


def _check_production(choices: Choices, totals: Totals, production: ByYear, path: Path) -> None:
    for year, emissions in totals["scope 1+2"].items():
        if year in production and production[year].value == 0 and emissions.value != 0 and year not in totals["intensity"]:
            choices.find("GP-C37", (*path, "production", str(year)), year=str(year))


def _check_categories(choices: Choices, inventory: EntityInventory, sources: Mapping[str, SourceReport], path: Path) -> None:
    """A warning at sources of scope 3 that no category of ISO 14064-1 counts, as the plan neither names theirs nor states totals."""
    given = inventory.stated
    indirect = (given.category_3, given.category_4, given.category_5, given.category_6) if given else ()
    counted = {year for by_year in indirect for year in by_year or ()}
    for name, source in sources.items():
        if source.source.scope == "scope 3" and source.source.category is None and source.emissions.keys() - counted:
            choices.find("GP-C54", (*path, "sources", name), severity=Severity.WARNING, name=name)


def _with_shares(file: PlanFile, source: SourceReport, totals: Mapping[str, ByYear], path: Path) -> SourceReport:
    shares = dict(series(file, source.source.stated_shares, (*path, "stated shares")))
    for year, emissions in source.emissions.items():
        if year in shares or year not in totals["total"]:
            continue
        share = ratio(emissions, totals["total"][year], PERCENT, 2, "share")
        if share:
            shares[year] = share
    return replace(source, shares=by_year(shares))
