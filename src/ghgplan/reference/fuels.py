"""Fuels: calorific value, carbon content and oxidation, or a direct emission factor, always of a named set.

Where all three are known, the factor is NCV x carbon content x oxidation x 44/12.
"""

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
class Fuel:
    """One fuel of one set; what the set does not give is None."""

    set: str
    id: str
    name: Name
    calorific_value: Amount | None
    """Net calorific value, GJ/t or GJ/万m3."""
    carbon_content: Amount | None
    """tC/TJ."""
    oxidation: Amount | None
    """Carbon oxidised, %."""
    factor: Amount | None
    """The set's direct factor, by energy (tCO2/TJ) or by quantity."""
    printed_factor: Amount | None
    """The factor by quantity that the source prints beside the parameters: a check, not an input."""
    provenance: Provenance

    def entry(self) -> Entry:
        """The fuel as lists show it."""
        amounts = (
            ("net calorific value", self.calorific_value),
            ("carbon content", self.carbon_content),
            ("oxidation", self.oxidation),
            ("emission factor", self.factor),
            ("printed emission factor", self.printed_factor),
        )
        given = tuple((label, amount) for label, amount in amounts if amount is not None)
        return Entry(f"{Kind.FUEL}/{self.set}/{self.id}", Kind.FUEL, self.set, self.name, given, self.provenance)


def fuels(set_name: str) -> Mapping[str, Fuel] | Unknown:
    """The fuels of a set, by id."""
    return find(Asked.FUEL_SET, set_name, _by_set())


def fuel(set_name: str, name: str) -> Fuel | Unknown:
    """A fuel of a set, by its id or a name of it in either language. Other sets are never looked into."""
    members = fuels(set_name)
    if isinstance(members, Unknown):
        return members
    aliases = {alias: fuel.id for fuel in members.values() for alias in (fuel.name.zh, fuel.name.en, *other_names().get(fuel.id, ()))}
    return find(Asked.FUEL, name, members, aliases)


def entries() -> tuple[Entry, ...]:
    """All fuels as lists show them."""
    return tuple(fuel.entry() for members in _by_set().values() for fuel in members.values())


@cache
def _by_set() -> Mapping[str, Mapping[str, Fuel]]:
    by_set: dict[str, dict[str, Fuel]] = {name: {} for name in named_sets(Kind.FUEL)}
    for row in rows("fuels"):
        by_set[row["set"]][row["id"]] = Fuel(
            set=row["set"],
            id=row["id"],
            name=name_of(row),
            calorific_value=amount_of(row["ncv"]),
            carbon_content=amount_of(row["carbon_content"]),
            oxidation=amount_of(row["oxidation"]),
            factor=amount_of(row["factor"]),
            printed_factor=amount_of(row["printed"]),
            provenance=provenance_of(row),
        )
    return MappingProxyType({name: MappingProxyType(members) for name, members in by_set.items()})
