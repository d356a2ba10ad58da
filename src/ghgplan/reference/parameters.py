"""Single values in groups: densities, purchased heat, carbonates, freight, water, electrolysis, sector averages, target setting."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ghgplan.reference.entries import Amount, Entry, Kind, Name, Provenance
from ghgplan.reference.lookup import Asked, Unknown, find
from ghgplan.reference.tables import name_of, provenance_of, rows, stated_amount
from ghgplan.values import frozen


@frozen
class Parameter:
    """One value of one set in a group."""

    group: str
    set: str
    id: str
    name: Name
    amount: Amount
    provenance: Provenance

    def entry(self) -> Entry:
        """The parameter as lists show it."""
        identity = f"{self.group}/{self.set}/{self.id}"
        return Entry(identity, Kind.PARAMETER, self.set, self.name, ((self.group, self.amount),), self.provenance)


def parameters(group: str) -> Mapping[str, Mapping[str, Parameter]] | Unknown:
    """The parameters of a group, by set and id."""
    return find(Asked.PARAMETER_GROUP, group, _by_group())


def parameter(group: str, set_name: str, name: str) -> Parameter | Unknown:
    """One parameter, by its id or its name in either language."""
    by_set = parameters(group)
    if isinstance(by_set, Unknown):
        return by_set
    members = find(Asked.PARAMETER_SET, set_name, by_set)
    if isinstance(members, Unknown):
        return members
    aliases = {alias: each.id for each in members.values() for alias in (each.name.zh, each.name.en)}
    return find(Asked.PARAMETER, name, members, aliases)


def entries() -> tuple[Entry, ...]:
    """All parameters as lists show them."""
    return tuple(each.entry() for by_set in _by_group().values() for members in by_set.values() for each in members.values())


@cache
def _by_group() -> Mapping[str, Mapping[str, Mapping[str, Parameter]]]:
    by_group: dict[str, dict[str, dict[str, Parameter]]] = {}
    for row in rows("parameters"):
        each = Parameter(row["group"], row["set"], row["id"], name_of(row), stated_amount(row["value"]), provenance_of(row))
        by_group.setdefault(each.group, {}).setdefault(each.set, {})[each.id] = each
    return MappingProxyType(
        {group: MappingProxyType({name: MappingProxyType(members) for name, members in sets.items()}) for group, sets in by_group.items()}
    )
