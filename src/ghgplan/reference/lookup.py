"""Asking the library for something by name: the thing, or what it is called instead.

A name that the library does not know is a user's mistake and therefore a value, not an exception.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from ghgplan.diagnostics import nearest
from ghgplan.values import frozen

T = TypeVar("T")

SUGGESTIONS = 3


class Asked(StrEnum):
    """What was asked for by a name."""

    FUEL_SET = "fuel set"
    FUEL = "fuel"
    GRID_SERIES = "grid series"
    GRID_KIND = "grid factor kind"
    GRID_REGION = "grid region"
    GRID_YEAR = "grid year"
    ASSESSMENT_REPORT = "assessment report"
    GAS = "gas"
    BLEND = "refrigerant blend"
    COAL_EQUIVALENT_EDITION = "coal equivalent edition"
    ENERGY_CARRIER = "energy carrier"
    PARAMETER_GROUP = "parameter group"
    PARAMETER_SET = "parameter set"
    PARAMETER = "parameter"
    CURVE = "pathway curve"
    STANDARD = "standard"
    CRITERION = "asi criterion"
    ENTRY = "entry"


@frozen
class Unknown:
    """There is no such name: what was asked, the names nearest to it, and all that are known there."""

    asked: Asked
    name: str
    nearest: tuple[str, ...]
    known: tuple[str, ...]


_NO_HYPHENS = str.maketrans(dict.fromkeys("-_‐‑–—", ""))


@lru_cache(maxsize=8192)  # the library's names, and those of one plan, which are asked for again and again
def folded(name: str) -> str:
    """A name without what people write differently: width, case, spaces, hyphens (``GB/T2589－2020``, ``R134a``)."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split()).translate(_NO_HYPHENS)


def find(asked: Asked, name: str, known: Mapping[str, T], aliases: Mapping[str, str] | None = None) -> T | Unknown:
    """What ``name`` stands for among ``known``; ``aliases`` are other names of its keys."""
    if name in known:
        return known[name]
    others = aliases or {}
    by_folded = {folded(alias): key for alias, key in others.items()} | {folded(key): key for key in known}
    key = by_folded.get(folded(name))
    if key is not None:
        return known[key]
    return Unknown(asked, name, nearest_names(name, (*known, *others)), tuple(known))


def find_year(asked: Asked, year: int, known: Mapping[int, T]) -> T | Unknown:
    """What stands for ``year``; the nearest names of a missing year are the years next to it."""
    if year in known:
        return known[year]
    years = sorted(known, key=lambda other: (abs(other - year), -other))[:2]
    return Unknown(asked, str(year), tuple(str(y) for y in years), tuple(str(y) for y in sorted(known)))


def nearest_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three names that ``name`` may have been meant to be, best first; of names that fold alike, the first."""
    left = list({folded(other): other for other in reversed(list(known))}.values())
    found: list[str] = []
    while len(found) < SUGGESTIONS and (candidate := nearest(name, left)) is not None:
        found.append(candidate)
        left.remove(candidate)
    return tuple(found)
