"""Inventories that equal another one to the last digit: of another entity, of a member, or of another year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TypeAlias

from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import inventories
from ghgplan.checks.telling import places, told
from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.numbers import Number
from ghgplan.compute.report import Report

_LEAST_FIGURES = 2
_LEAST_DIGITS = 3
"""Significant digits of a figure below which two may be equal by chance."""

_Key: TypeAlias = tuple[str, str, int]
"""Member (empty for the plan's own), entity and year."""


def copied_inventories(report: Report) -> Iterator[Finding]:
    """Two entities, members' among them, or two years of one entity, all of whose stated figures are the same."""
    figures = {key: stated for key, stated in _all(report).items() if len(stated) >= _LEAST_FIGURES}
    told_of: set[_Key] = set()
    pairs: set[tuple[tuple[str, str], tuple[str, str]]] = set()
    for first, second in combinations(figures, 2):
        # Two entities of one member are the member's own matter.
        is_own = first[0] != second[0] or not first[0]
        is_pair = first[2] == second[2] if first[:2] != second[:2] else True
        # All years of one entity that are another's are one copy.
        is_told = second in told_of or (first[:2] != second[:2] and (first[:2], second[:2]) in pairs)
        if is_own and is_pair and not is_told and _values(figures[first]) == _values(figures[second]):
            told_of.add(second)
            pairs.add((first[:2], second[:2]))
            name, number = next(iter(figures[second].items()))
            arguments = {
                "entity": _called(second), "year": str(second[2]), "other": _called(first), "other_year": str(first[2]),
                "count": str(len(figures[second])), "example": f"{name} {told(number)}",
            }  # fmt: skip
            path = ("members", second[0]) if second[0] else ("inventory", second[1])
            yield Finding(path, arguments, places(number, figures[first][name]), at_key=True)


def _all(report: Report) -> dict[_Key, Mapping[str, Number]]:
    found: dict[_Key, Mapping[str, Number]] = {
        ("", entity, year): stated for entity, inventory in inventories(report) for year, stated in _stated(inventory).items()
    }
    for member, below in report.members.items():
        for entity, inventory in inventories(below):
            found |= {(member, entity, year): stated for year, stated in _stated(inventory).items()}
    return found


def _stated(inventory: InventoryReport) -> dict[int, dict[str, Number]]:
    """The stated totals, emissions and activity data by year, as far as their digits say something."""
    series = {name: by_year for name, by_year in inventory.totals.items() if name != "intensity"}
    for name, source in inventory.sources.items():
        series |= {f"{name} activity": source.activity, f"{name} emissions": source.emissions}
    found: dict[int, dict[str, Number]] = {}
    for name, by_year in series.items():
        for year, number in by_year.items():
            if number.is_stated and len(number.value.normalize().as_tuple().digits) >= _LEAST_DIGITS:
                found.setdefault(year, {})[name] = number
    return found


def _values(figures: Mapping[str, Number]) -> dict[str, str]:
    return {name: told(number) for name, number in figures.items()}


def _called(key: _Key) -> str:
    return f"{key[0]}.{key[1]}" if key[0] else key[1]
