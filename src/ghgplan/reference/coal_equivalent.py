"""Coal-equivalent coefficients of GB/T 2589, by edition."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ghgplan.reference.entries import Amount, Entry, Kind, Name, Provenance
from ghgplan.reference.lookup import Asked, Unknown, find
from ghgplan.reference.sets import named_sets
from ghgplan.reference.tables import amount_of, name_of, other_names, provenance_of, rows
from ghgplan.values import frozen


@frozen
class CoalEquivalent:
    """What a carrier is worth in standard coal (29.3076 MJ/kgce): kgce per kWh, kg, t, m3 or MJ."""

    edition: str
    id: str
    name: Name
    amount: Amount | None
    """None for electricity by its equivalent value (等价值): the coal rate of power supply of the year, which a plan states."""
    provenance: Provenance

    def entry(self) -> Entry:
        """The coefficient as lists show it."""
        amounts = (("coal equivalent", self.amount),) if self.amount else ()
        identity = f"{Kind.COAL_EQUIVALENT}/{self.edition}/{self.id}"
        return Entry(identity, Kind.COAL_EQUIVALENT, self.edition, self.name, amounts, self.provenance)


def coal_equivalents(edition: str) -> Mapping[str, CoalEquivalent] | Unknown:
    """The coefficients of an edition, by carrier."""
    return find(Asked.COAL_EQUIVALENT_EDITION, edition, _by_edition())


def coal_equivalent(edition: str, carrier: str) -> CoalEquivalent | Unknown:
    """The coefficient of a carrier, by its id or its name in either language."""
    members = coal_equivalents(edition)
    if isinstance(members, Unknown):
        return members
    aliases = {alias: each.id for each in members.values() for alias in (each.name.zh, each.name.en, *other_names().get(each.id, ()))}
    return find(Asked.ENERGY_CARRIER, carrier, members, aliases)


def entries() -> tuple[Entry, ...]:
    """All coefficients as lists show them."""
    return tuple(each.entry() for members in _by_edition().values() for each in members.values())


@cache
def _by_edition() -> Mapping[str, Mapping[str, CoalEquivalent]]:
    by_edition: dict[str, dict[str, CoalEquivalent]] = {name: {} for name in named_sets(Kind.COAL_EQUIVALENT)}
    for row in rows("coal_equivalents"):
        year = row["edition"].rpartition("-")[2]
        provenance = provenance_of({**row, "edition": year})
        coefficient = CoalEquivalent(row["edition"], row["id"], name_of(row), amount_of(row["value"]), provenance)
        by_edition[coefficient.edition][coefficient.id] = coefficient
    return MappingProxyType({name: MappingProxyType(members) for name, members in by_edition.items()})
