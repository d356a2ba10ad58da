"""Factors of electricity against what they are said to be: the grid and year, and an average at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ghgplan.checks.precision import interval
from ghgplan.checks.quantities.factors import is_implausible
from ghgplan.checks.quantities.known_factors import PER_POWER, averages, no_averages
from ghgplan.checks.quantities.recognising import ELECTRICITY
from ghgplan.checks.quantities.stated_factors import StatedFactor, stated_factors
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import inventories
from ghgplan.checks.telling import told
from ghgplan.compute.report import Report
from ghgplan.plan.units import parse_unit
from ghgplan.reference import grid
from ghgplan.reference.lookup import Unknown, folded

LONGEST_AGE = 5
"""Years: the national factor of 2015 stood until that of 2021 came."""

LONGEST_DELAY = 3
"""Years from the data to the publication of their factor."""

_LEAST_DIGITS = 3
"""Shorter factors equal several of the library's by chance."""

_YEAR = re.compile(r"(?<![0-9\-–—〔\[第号.])(20[0-4][0-9])(?![0-9])")
_MARGIN = re.compile(r"边际|(?<![A-Za-z])(OM|BM)(?![A-Za-z])|margin", re.IGNORECASE)
_LIFE_CYCLE = re.compile(r"足迹|全生命周期|生命周期|life[ -]?cycle|footprint|ecoinvent|simapro|gabi", re.IGNORECASE)
_REGIONAL, _NATIONAL = re.compile(r"区域|region", re.IGNORECASE), re.compile(r"全国|国家电网平均|national", re.IGNORECASE)


def factors_of_other_kinds(report: Report) -> Iterator[Finding]:
    """A margin or a residual mix where a grid's average is asked for: by its value, or by what its source says."""
    for factor in _electricity(report):
        found = next((each for each in _of_other_kind(factor) if each.kind is not grid.GridKind.LIFE_CYCLE), None)
        if _is_average(factor) and not _MARGIN.search(_origin(factor)):
            continue
        if found or _MARGIN.search(_origin(factor)):
            entry = found.entry().id if found else _origin(factor)
            yield Finding(factor.path, {"name": factor.name, "factor": told(factor.number), "entry": entry})


def life_cycle_factors(report: Report) -> Iterator[Finding]:
    """A life-cycle factor in scope 2, where only what the power plants emit belongs."""
    for factor in _electricity(report):
        if factor.source is None or factor.source.source.scope != "scope 2" or _MARGIN.search(_origin(factor)):
            continue
        found = next((each for each in _of_other_kind(factor) if each.kind is grid.GridKind.LIFE_CYCLE), None)
        if _LIFE_CYCLE.search(_origin(factor)) or (found and not _is_average(factor)):
            entry = found.entry().id if found else _origin(factor)
            yield Finding(factor.path, {"name": factor.name, "factor": told(factor.number), "entry": entry})


def factors_beside_the_choice(report: Report) -> Iterator[Finding]:
    """A source's own factor of electricity that is not the one of the grid that the plan names."""
    accounting = report.plan.accounting
    chosen = accounting.grid if accounting else None
    if accounting is None or chosen is None:
        return
    for factor in _of_sources(report):
        assert factor.source is not None  # noqa: S101 - of sources
        if is_implausible(factor) or (any(True for _ in _of_other_kind(factor)) and not _is_average(factor)):
            continue
        region = factor.source.source.region or chosen.region
        years = [chosen.year] if chosen.year else sorted({*factor.source.activity, *factor.source.emissions})
        of_years = [each for year in years if not isinstance(each := grid.grid_factor(chosen.series, region, year), Unknown)]
        own = {f"grid factor/{each.series}/{each.region.id}/{each.year}" for each in of_years} & set(accounting.overrides)
        if not of_years or own or any(True for _ in _equal(factor, of_years)):
            continue
        nearest = of_years[-1]
        arguments = {"name": factor.name, "factor": told(factor.number), "chosen": str(nearest.amount), "entry": nearest.entry().id}
        yield Finding(factor.path, arguments, (place(report.file, "accounting", "grid"),))


def factors_beside_their_source(report: Report) -> Iterator[Finding]:
    """A factor of electricity that nothing in the library equals of the grid and year that its source names."""
    for factor in _of_sources(report):
        named = tuple(_named_by(report, factor, 0))
        # A year in the source may be the one in which the factor came out.
        if (
            named
            and not any(True for _ in _equal(factor, _named_by(report, factor, LONGEST_DELAY)))
            and not is_implausible(factor)
            and not _is_told_otherwise(report, factor)
        ):
            of_year = ", ".join(f"{each.region.id} {each.amount.value}" for each in named)
            arguments = {
                "name": factor.name, "factor": told(factor.number), "origin": _origin(factor), "year": str(named[0].year),
                "of_year": f"{of_year} {named[0].amount.unit}",
            }  # fmt: skip
            yield Finding(factor.path, arguments, (place(report.file, *factor.source_path, "factor source"),))


def factors_out_of_date(report: Report) -> Iterator[Finding]:
    """A factor of electricity much older than the data that it is multiplied with."""
    for factor in _of_sources(report):
        assert factor.source is not None  # noqa: S101 - of sources
        years, of_factor = {*factor.source.activity, *factor.source.emissions}, _year_of(report, factor)
        if years and of_factor and max(years) - of_factor > LONGEST_AGE:
            arguments = {"name": factor.name, "factor": told(factor.number), "year": str(of_factor), "latest": str(max(years))}
            yield Finding(factor.path, arguments)
    yield from _pinned_out_of_date(report)


def _pinned_out_of_date(report: Report) -> Iterator[Finding]:
    """The same of the library's factor, where the plan pins its year."""
    chosen = report.plan.accounting.grid if report.plan.accounting else None
    if chosen is None or chosen.year is None:
        return
    for _, inventory in inventories(report):
        for name, source in inventory.sources.items():
            years = {*source.activity, *source.emissions}
            if source.source.electricity and source.source.factor is None and years and max(years) - chosen.year > LONGEST_AGE:
                factor = source.factors.get(max(source.factors)) if source.factors else None
                arguments = {
                    "name": name, "factor": told(factor) if factor else chosen.series, "year": str(chosen.year), "latest": str(max(years)),
                }  # fmt: skip
                yield Finding(("accounting", "grid", "year"), arguments)
                return


def _electricity(report: Report) -> Iterator[StatedFactor]:
    return (each for each in stated_factors(report) if each.thing == ELECTRICITY and not is_implausible(each) and _is_by_power(each))


def _of_sources(report: Report) -> Iterator[StatedFactor]:
    return (each for each in stated_factors(report) if each.thing == ELECTRICITY and each.source and _is_by_power(each))


def _is_by_power(factor: StatedFactor) -> bool:
    try:
        factor.number.unit.factor_to(PER_POWER)
    except ValueError:
        return False
    return True


def _is_average(factor: StatedFactor) -> bool:
    return any(True for _ in _equal(factor, averages()))


def _equal(factor: StatedFactor, among: Iterable[grid.GridFactor]) -> Iterator[grid.GridFactor]:
    """Those that the factor, as exactly as it is written, may have been copied from."""
    value = interval(factor.number, PER_POWER)
    for each in among:
        if value.low <= each.amount.value * parse_unit(each.amount.unit).factor_to(PER_POWER) <= value.high:
            yield each


def _of_other_kind(factor: StatedFactor) -> Iterator[grid.GridFactor]:
    return _equal(factor, no_averages()) if len(factor.number.value.as_tuple().digits) >= _LEAST_DIGITS else iter(())


def _origin(factor: StatedFactor) -> str:
    text = factor.source.source.factor_source if factor.source else None
    return "；".join(each for each in (text.zh, text.en) if each) if text else ""


def _named_by(report: Report, factor: StatedFactor, delay: int) -> Iterator[grid.GridFactor]:
    """The averages of the year that the factor's source names: of the region where it names one, else of all grids of that kind."""
    origin, year = _origin(factor), _year_of(report, factor)
    of_year = [each for each in averages() if year and year - delay <= each.year <= year]
    text = folded(origin)
    regions = {each.id for each in grid.regions().values() if each.level != "national" and folded(each.name.zh) in text}
    if regions:
        yield from (each for each in of_year if each.region.id in regions)
    elif _REGIONAL.search(origin):
        yield from (each for each in of_year if each.region.level == "grid")
    elif _NATIONAL.search(origin):
        yield from (each for each in of_year if each.region.level == "national")


def _year_of(report: Report, factor: StatedFactor) -> int | None:
    """The year that the factor's source names, the last one where it names several; else the one that the plan pins."""
    years = [int(year) for year in _YEAR.findall(_origin(factor))]
    accounting = report.plan.accounting
    pinned = accounting.grid.year if accounting and accounting.grid else None
    return max(years, default=pinned)


def _is_told_otherwise(report: Report, factor: StatedFactor) -> bool:
    """Whether a more certain rule speaks of the factor."""
    others = (factors_of_other_kinds, life_cycle_factors, factors_beside_the_choice)
    return any(found.path == factor.path for rule in others for found in rule(report))
