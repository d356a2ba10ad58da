"""Emission factors of electricity, by series, region and year.

A series is never filled from another one, and what is not an average (margins, life cycle) is only
found by who asks for it by kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Literal

from ghgplan.reference.entries import Amount, Entry, Kind, Name, Provenance, Verification
from ghgplan.reference.lookup import Asked, Unknown, find, find_year, nearest_names
from ghgplan.reference.sets import named_sets
from ghgplan.reference.tables import name_of, provenance_of, rows, stated_amount
from ghgplan.values import frozen

NATIONAL = "national"

Level = Literal["national", "grid", "province"]


class GridKind(StrEnum):
    """What a factor is a factor of; the first alone serves the location-based figure of scope 2."""

    AVERAGE = "average"
    RESIDUAL_AVERAGE = "residual average"
    """Without non-fossil electricity that was traded on the market."""
    FOSSIL_AVERAGE = "fossil average"
    OPERATING_MARGIN = "operating margin"
    BUILD_MARGIN = "build margin"
    LIFE_CYCLE = "life cycle"
    """For product footprints and scope 3 category 3, not for scope 2."""

    @property
    def label_id(self) -> str:
        """The message that says it to a reader."""
        return f"grid factor kind.{self.value}"


@frozen
class Region:
    """The country, a regional grid or a province."""

    id: str
    name: Name
    full_name: str
    """The official name in Chinese, like 山西省."""
    level: Level
    grid: str
    """The regional grid that a province belongs to since the data of 2021; empty for what is no province."""
    grid_before_2021: str
    """The same in the regional averages of 2010 to 2012, which know no southwest grid."""
    verification: Verification
    """How far the grids are verified."""
    note: Name | None


@frozen
class GridFactor:
    """One factor: kgCO2/kWh, or kgCO2e/kWh over the life cycle."""

    series: str
    region: Region
    year: int
    """Year of the data, of the reports it was meant for, or of the issue: the series and the note say which."""
    kind: GridKind
    amount: Amount
    provenance: Provenance

    def entry(self) -> Entry:
        """The factor as lists show it."""
        place = f"{Kind.GRID_FACTOR}/{self.series}/{self.region.id}/{self.year}"
        identity = place if self.kind is GridKind.AVERAGE else f"{place}/{self.kind}"
        return Entry(identity, Kind.GRID_FACTOR, self.series, self.region.name, ((self.kind.value, self.amount),), self.provenance)


@cache
def regions() -> Mapping[str, Region]:
    """The country, its grids and its provinces, by id."""
    found: dict[str, Region] = {}
    for row in rows("grid_regions"):
        level = row["level"]
        if level not in {"national", "grid", "province"}:
            raise ValueError(f"no level of a grid: {level}")
        found[row["id"]] = Region(
            id=row["id"],
            name=name_of(row),
            full_name=row["full_zh"],
            level=level,  # pyright: ignore[reportArgumentType]
            grid=row["grid"],
            grid_before_2021=row["grid_before_2021"],
            verification=Verification(row["verification"]),
            note=Name(row["note_zh"], row["note_en"]) if row["note_zh"] else None,
        )
    return MappingProxyType(found)


def region(name: str) -> Region | Unknown:
    """A region by its id or a name of it: ``shanxi``, ``山西``, ``山西省``, ``Shanxi``."""
    return find(Asked.GRID_REGION, name, regions(), _region_aliases())


def grid_factors(series: str) -> tuple[GridFactor, ...] | Unknown:
    """All factors of a series, of whatever kind."""
    return find(Asked.GRID_SERIES, series, _by_series())


def grid_factor(series: str, region_name: str, year: int, kind: GridKind = GridKind.AVERAGE) -> GridFactor | Unknown:
    """The factor of a series for a region and a year.

    What is missing is named: the series, the kind in it, the region in that, or the year of that
    region. For a province without a factor the grid that it belongs to is suggested.
    """
    members = grid_factors(series)
    if isinstance(members, Unknown):
        return members
    of_kind = [factor for factor in members if factor.kind is kind]
    if not of_kind:
        kinds = tuple(dict.fromkeys(factor.kind.value for factor in members))
        return Unknown(Asked.GRID_KIND, kind.value, nearest_names(kind.value, kinds), kinds)
    wanted = region(region_name)
    if isinstance(wanted, Unknown):
        return wanted
    by_year = {factor.year: factor for factor in of_kind if factor.region.id == wanted.id}
    if not by_year:
        known = tuple(dict.fromkeys(factor.region.id for factor in of_kind))
        instead = tuple(name for name in dict.fromkeys((wanted.grid, wanted.grid_before_2021, NATIONAL)) if name in known)
        return Unknown(Asked.GRID_REGION, region_name, instead, known)
    return find_year(Asked.GRID_YEAR, year, by_year)


def entries() -> tuple[Entry, ...]:
    """All grid factors as lists show them."""
    return tuple(factor.entry() for members in _by_series().values() for factor in members)


@cache
def _region_aliases() -> dict[str, str]:
    return {alias: each.id for each in regions().values() for alias in (each.name.zh, each.name.en, each.full_name)}


@cache
def _by_series() -> Mapping[str, tuple[GridFactor, ...]]:
    by_series: dict[str, list[GridFactor]] = {name: [] for name in named_sets(Kind.GRID_FACTOR)}
    for row in rows("grid_factors"):
        factor = GridFactor(
            series=row["series"],
            region=regions()[row["region"]],
            year=int(row["year"]),
            kind=GridKind(row["kind"]),
            amount=stated_amount(row["value"]),
            provenance=provenance_of(row, edition=row["year"]),
        )
        by_series[factor.series].append(factor)
    return MappingProxyType({series: tuple(factors) for series, factors in by_series.items()})
