"""One emission source by year: activity data, factors, emissions by gas, and what is kept apart from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from ghgplan.compute.choices import Choices
from ghgplan.compute.gases import NOT_SPLIT, GasesOfSource, GasPart
from ghgplan.compute.market_based import market_based
from ghgplan.compute.numbers import TONNE_CO2E, Number, total
from ghgplan.compute.plausibility import check_activity
from ghgplan.compute.series import ByYear, amounts, by_year, series
from ghgplan.diagnostics import Path
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.inventory import EmissionSource
from ghgplan.plan.model.plan import PlanFile
from ghgplan.reference.categories import EmissionCategory, emission_categories
from ghgplan.values import frozen

_KINDS = ("fuel", "electricity", "heat", "gas")
"""What a source may be, one at most: each brings a factor of its own."""


@frozen
class SourceReport:
    """One emission source by year: activity data, factor, emissions (tCO2e) and share of the total (%)."""

    source: EmissionSource
    activity: ByYear
    factor: Number | None
    """The factor of all years; None where they differ, see ``factors``."""
    emissions: ByYear
    """What counts in the totals."""
    shares: ByYear
    factors: ByYear = field(default_factory=Frozen[int, Number])
    gases: Mapping[str, ByYear] = field(default_factory=Frozen[str, ByYear])
    """The emissions by gas, as inventories group them; they add up to ``emissions``."""
    biogenic: ByYear = field(default_factory=Frozen[int, Number])
    """CO2 of biogenic origin, which does not count in the totals."""
    market_based: ByYear = field(default_factory=Frozen[int, Number])
    """Of a source in scope 2: its emissions by the market-based method."""
    category: EmissionCategory | None = None
    """Scope, or category of scope 3; None for scope 3 without a category."""

    def numbers(self) -> Iterator[tuple[str, Number]]:
        """The source's numbers by the end of their names."""
        if self.factor and self.source.factor:
            yield "factor", self.factor
        parts: dict[str, ByYear] = {
            "factor": Frozen() if self.source.factor else self.factors,
            "activity": self.activity,
            "emissions": self.emissions,
            "share": self.shares,
        }
        parts |= {"biogenic": self.biogenic, "market-based": self.market_based}
        parts |= {f"gases.{gas}": emissions for gas, emissions in self.gases.items()}
        for part, values in parts.items():
            for year, value in values.items():
                yield f"{part}.{year}", value


def compute_source(file: PlanFile, choices: Choices, source: EmissionSource, path: Path) -> SourceReport:
    """The source at ``path``. What is stated leads; the rest is activity data × factor × potential."""
    activity = amounts(file, source.activity, (*path, "activity"), choices.findings)
    check_activity(choices, activity)
    _check_keys(choices, source, path)
    stated = series(file, source.stated, (*path, "stated"))
    gases = GasesOfSource(choices, source, path)
    own = choices.stated(source.factor, (*path, "factor")) if source.factor else None
    parts: dict[int, Sequence[GasPart]] = {}
    for year in sorted({*activity, *stated}):
        if year in stated:
            parts[year] = (GasPart(gases.group_of_all(), stated[year], own),)
        else:
            parts[year] = gases.of_year(year, activity[year])
    apart = {year: [part for part in of_year if _is_apart(source, part)] for year, of_year in parts.items()}
    counted = {year: [part for part in of_year if not _is_apart(source, part)] for year, of_year in parts.items()}
    emissions = _sums(counted)
    factors = by_year({year: of_year[0].factor for year, of_year in parts.items() if of_year and of_year[0].factor})
    alike = {factor.value for factor in factors.values()}
    return SourceReport(
        source,
        activity,
        own or (next(iter(factors.values())) if len(alike) == 1 else None),
        emissions,
        Frozen(),
        factors,
        _by_gas(counted),
        _sums(apart),
        market_based(choices, source, path, activity, emissions, factors),
        _category(source),
    )


def _is_apart(source: EmissionSource, part: GasPart) -> bool:
    # Only the CO2 of biomass is apart: its methane and nitrous oxide are emissions like others.
    return source.biogenic and part.gas in ("CO2", NOT_SPLIT)


def _sums(parts: Mapping[int, Sequence[GasPart]]) -> ByYear:
    sums = {year: _sum([part.emissions for part in of_year]) for year, of_year in parts.items() if of_year}
    return by_year(sums)


def _sum(numbers: Sequence[Number]) -> Number:
    return numbers[0] if len(numbers) == 1 else total(numbers, TONNE_CO2E)


def _by_gas(parts: Mapping[int, Sequence[GasPart]]) -> Mapping[str, ByYear]:
    found: dict[str, dict[int, list[Number]]] = {}
    for year, of_year in parts.items():
        for part in of_year:
            found.setdefault(part.gas, {}).setdefault(year, []).append(part.emissions)
    return Frozen({gas: by_year({year: _sum(numbers) for year, numbers in years.items()}) for gas, years in found.items()})


def _check_keys(choices: Choices, source: EmissionSource, path: Path) -> None:
    given = [name for name in _KINDS if getattr(source, name)]
    if len(given) > 1:
        choices.find("GP-C31", (*path, given[1]), keys=", ".join(given))
    if source.category and source.scope != "scope 3":
        choices.find("GP-C28", (*path, "category"), scope=source.scope)


def _category(source: EmissionSource) -> EmissionCategory | None:
    name = source.scope if source.scope != "scope 3" else f"scope 3 category {source.category}"
    return emission_categories().get(name)
