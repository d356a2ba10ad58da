"""An entity's totals by year: scopes, categories, gases, and emissions per tonne of product.

What the plan states leads; what it leaves out is the sum of its sources. In years without any scope the scopes are the
sums of the stated categories of ISO 14064-1 that they consist of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from ghgplan.compute.gases import GASES
from ghgplan.compute.numbers import INTENSITY, TONNE_CO2E, Number, ratio, total
from ghgplan.compute.series import ByYear, series
from ghgplan.compute.sources import SourceReport
from ghgplan.diagnostics import Path
from ghgplan.plan.model.inventory import Stated
from ghgplan.plan.model.plan import PlanFile

SCOPES = ("scope 1", "scope 2", "scope 3")
CATEGORIES = tuple(f"category {number}" for number in range(1, 7))
_CATEGORIES_OF = {"scope 1": CATEGORIES[:1], "scope 2": CATEGORIES[1:2], "scope 3": CATEGORIES[2:]}
"""What each scope is in ISO 14064-1: direct emissions, imported energy, and all other indirect emissions."""
SCOPE_3_CATEGORIES = tuple(f"scope 3 category {number}" for number in range(1, 16))
MARKET_BASED = "scope 2 market-based"
TOTAL_MARKET_BASED = "total market-based"
BIOGENIC = "biogenic"
PER_TONNE = ("scope 3", "total", TOTAL_MARKET_BASED)
"""What is also given per tonne of product, as ``intensity.<total>``; scopes 1 and 2 together are ``intensity`` itself."""

Totals: TypeAlias = dict[str, dict[int, Number]]


def compute_totals(file: PlanFile, given: Stated | None, path: Path, sources: Mapping[str, SourceReport]) -> Totals:
    """The totals of ``sources``, and those that the plan states under ``path``."""
    totals: Totals = {}
    for name in (*SCOPES, *CATEGORIES, "scope 1+2", "total", "intensity", MARKET_BASED):
        field = name.replace(" ", "_").replace("+", "_").replace("-", "_")
        totals[name] = dict(series(file, getattr(given, field) if given else None, (*path, name)))
    stated_categories = {year for category in CATEGORIES for year in totals[category]}
    everything = list(sources.values())
    for scope in SCOPES:
        _add(totals, scope, everything, lambda source, scope=scope: source.emissions if source.source.scope == scope else {})
    for number, category in enumerate(CATEGORIES, start=1):
        _add(totals, category, everything, lambda source, number=number: source.emissions if _iso_category(source) == number else {})
    for category in SCOPE_3_CATEGORIES:
        of_category = [source for source in everything if source.category and source.category.id == category]
        _add(totals, category, of_category, lambda source: source.emissions)
    _add(totals, MARKET_BASED, everything, lambda source: source.market_based)
    _add(totals, BIOGENIC, everything, lambda source: source.biogenic)
    for gas in GASES:
        _add(totals, f"gases.{gas}", everything, lambda source, gas=gas: source.gases.get(gas, {}))
    # Where a plan gives both, its scopes are what it means by scopes.
    without_scopes = stated_categories - {year for scope in (*SCOPES, "scope 1+2") for year in totals[scope]}
    for scope, categories in _CATEGORIES_OF.items():
        _sum_into(totals, scope, categories, only=without_scopes)
    _sum_into(totals, "scope 1+2", SCOPES[:2], all_of_them=True)
    _sum_into(totals, "scope 1+2 market-based", ("scope 1", MARKET_BASED), all_of_them=True)
    # Stated categories 1 to 6 cover all that was quantified; scopes may lack the third.
    _sum_into(totals, "total", CATEGORIES, only=stated_categories)
    _sum_into(totals, "total", SCOPES)
    _sum_into(totals, TOTAL_MARKET_BASED, ("scope 1", MARKET_BASED, "scope 3"), only=totals[MARKET_BASED])
    return totals


def add_intensities(totals: Totals, production: ByYear) -> None:
    """Emissions per tonne of product, by year, for the years whose production is known and not zero."""
    for name in ("scope 1+2", *PER_TONNE):
        of_name = totals.setdefault("intensity" if name == "scope 1+2" else f"intensity.{name}", {})
        for year, emissions in totals[name].items():
            direct = totals["scope 1+2"].get(year)
            is_new = name == "scope 1+2" or direct is None or emissions.value != direct.value
            per_tonne = ratio(emissions, production[year], INTENSITY, 3, "intensity") if year in production and is_new else None
            if per_tonne:
                of_name.setdefault(year, per_tonne)


def _iso_category(source: SourceReport) -> int | None:
    return source.category.iso_category.number if source.category else None


def _add(totals: Totals, name: str, sources: Iterable[SourceReport], part: Callable[[SourceReport], ByYear]) -> None:
    """The sum of a part of each source, for the years that the plan does not state."""
    parts = [part(source) for source in sources]
    of_name = totals.setdefault(name, {})
    for year in sorted({year for each in parts for year in each}):
        of_name.setdefault(year, total([each[year] for each in parts if year in each], TONNE_CO2E))


def _sum_into(totals: Totals, name: str, parts: tuple[str, ...], *, all_of_them: bool = False, only: Iterable[int] | None = None) -> None:
    of_name = totals.setdefault(name, {})
    years = {year for part in parts for year in totals[part]}
    for year in sorted(years if only is None else years & set(only)):
        known = [totals[part][year] for part in parts if year in totals[part]]
        if not all_of_them or len(known) == len(parts):
            of_name.setdefault(year, total(known, TONNE_CO2E))
