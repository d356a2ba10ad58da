"""Pathway curves of the Sectoral Decarbonization Approach, calibrated from published plans.

They are not the official ASI tool and not endorsed by ASI; every curve's note says so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from ghgplan.reference.entries import Amount, Entry, Kind, Name, Provenance
from ghgplan.reference.lookup import Asked, Unknown, find
from ghgplan.reference.tables import name_of, provenance_of, table_text
from ghgplan.values import frozen


@frozen
class PathwayCurve:
    """One sector's curve: CI(y) = X + (CI(base) - X) x R(y) / R(base), with X = ``converges_to`` and R = ``remaining``.

    Intensities are in tCO2e per tonne of aluminium; ``remaining`` has no unit.
    """

    id: str
    name: Name
    boundary: str
    """``scope 1+2`` or ``scope 3 category 1``."""
    converges_to: Amount
    feasible_converges_to: tuple[Amount, Amount]
    """Lowest and highest convergence value that the published tables allow."""
    remaining: tuple[tuple[int, Decimal], ...]
    """What is left of the distance to ``converges_to``, by year, in the order of the years."""
    provenance: Provenance

    @property
    def first_year(self) -> int:
        return self.remaining[0][0]

    @property
    def last_year(self) -> int:
        return self.remaining[-1][0]

    def remaining_in(self, year: int) -> Decimal | None:
        """R of a year; None outside the curve."""
        return dict(self.remaining).get(year)

    def entry(self) -> Entry:
        """The curve as lists show it."""
        return Entry(f"{Kind.CURVE}/{self.id}", Kind.CURVE, "", self.name, (("converges to", self.converges_to),), self.provenance)


def curves() -> Mapping[str, PathwayCurve]:
    """The curves, by id."""
    return _curves()


def curve(name: str) -> PathwayCurve | Unknown:
    """A curve by its id or its name in either language."""
    aliases = {alias: each.id for each in _curves().values() for alias in (each.name.zh, each.name.en)}
    return find(Asked.CURVE, name, _curves(), aliases)


def entries() -> tuple[Entry, ...]:
    """All curves as lists show them."""
    return tuple(each.entry() for each in _curves().values())


@cache
def _curves() -> Mapping[str, PathwayCurve]:
    found: dict[str, PathwayCurve] = {}
    for row in json.loads(table_text("pathway_curves.json")):
        low, high = (Amount(Decimal(bound), row["unit"]) for bound in row["feasible_converges_to"])
        found[row["id"]] = PathwayCurve(
            id=row["id"],
            name=name_of(row),
            boundary=row["boundary"],
            converges_to=Amount(Decimal(row["converges_to"]), row["unit"]),
            feasible_converges_to=(low, high),
            remaining=tuple(sorted((int(year), Decimal(value)) for year, value in row["remaining"].items())),
            provenance=provenance_of(row),
        )
    return MappingProxyType(found)
