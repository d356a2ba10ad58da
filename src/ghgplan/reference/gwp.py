"""Global warming potentials over 100 years, by IPCC assessment report, and those of refrigerant blends.

A potential without its report has no meaning, so there is no lookup without one.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from ghgplan.reference.entries import Amount, Entry, Kind, Name, Provenance
from ghgplan.reference.lookup import Asked, Unknown, find
from ghgplan.reference.sets import named_sets
from ghgplan.reference.tables import name_of, provenance_of, rows, stated_amount
from ghgplan.values import frozen


@frozen
class Gas:
    """A greenhouse gas; ``CH4`` is methane of no stated origin, its two variants have entries of their own."""

    id: str
    name: Name
    aliases: tuple[str, ...]
    group: str
    """Its group as inventories report it (``HFCs``); empty for a gas that the Kyoto Protocol does not know."""


@frozen
class WarmingPotential:
    """A gas in one report: tonnes of CO2 equivalent per tonne of gas."""

    report: str
    gas: Gas
    amount: Amount
    provenance: Provenance

    def entry(self) -> Entry:
        """The potential as lists show it."""
        identity = f"{Kind.GWP}/{self.report}/{self.gas.id}"
        return Entry(identity, Kind.GWP, self.report, self.gas.name, ((Kind.GWP.value, self.amount),), self.provenance)


@frozen
class Blend:
    """A refrigerant blend by its composition: gas ids and their shares by mass, in %."""

    id: str
    name: Name
    composition: tuple[tuple[str, Amount], ...]
    provenance: Provenance

    def entry(self) -> Entry:
        """The blend as lists show it."""
        return Entry(f"{Kind.BLEND}/{self.id}", Kind.BLEND, "", self.name, self.composition, self.provenance)


@frozen
class BlendPotential:
    """A blend in one report, exact: the sum of share times potential over its parts (share in %, potential)."""

    report: str
    blend: Blend
    amount: Amount
    parts: tuple[tuple[Amount, WarmingPotential], ...]


@cache
def gases() -> Mapping[str, Gas]:
    """The gases, by id."""
    return {row["id"]: Gas(row["id"], name_of(row), tuple(filter(None, row["aliases"].split(";"))), row["group"]) for row in rows("gases")}


@cache
def blends() -> Mapping[str, Blend]:
    """The refrigerant blends, by id."""
    return MappingProxyType(
        {row["id"]: Blend(row["id"], name_of(row), _composition(row["composition"]), provenance_of(row)) for row in rows("blends")}
    )


def gwp(report: str, gas: str) -> WarmingPotential | Unknown:
    """The potential of a gas in a report (``AR5``); gases also go by the names that trade uses (``R134a``)."""
    members = find(Asked.ASSESSMENT_REPORT, report, _by_report())
    if isinstance(members, Unknown):
        return members
    aliases = {alias: each.gas.id for each in members.values() for alias in (each.gas.name.zh, each.gas.name.en, *each.gas.aliases)}
    return find(Asked.GAS, gas, members, aliases)


def blend_gwp(report: str, blend: str) -> BlendPotential | Unknown:
    """The potential of a blend in a report, computed from its composition and not rounded."""
    found = find(Asked.BLEND, blend, blends(), {each.name.zh: each.id for each in blends().values()})
    if isinstance(found, Unknown):
        return found
    parts: list[tuple[Amount, WarmingPotential]] = []
    for gas, share in found.composition:
        potential = gwp(report, gas)
        if isinstance(potential, Unknown):
            return potential
        parts.append((share, potential))
    value = sum((share.value * potential.amount.value for share, potential in parts), Decimal(0)) / 100
    return BlendPotential(parts[0][1].report, found, Amount(value, parts[0][1].amount.unit), tuple(parts))


def entries() -> tuple[Entry, ...]:
    """All potentials and blends as lists show them."""
    potentials = tuple(each.entry() for members in _by_report().values() for each in members.values())
    return potentials + tuple(blend.entry() for blend in blends().values())


@cache
def _by_report() -> Mapping[str, Mapping[str, WarmingPotential]]:
    by_report: dict[str, dict[str, WarmingPotential]] = {name: {} for name in named_sets(Kind.GWP)}
    for row in rows("gwp"):
        potential = WarmingPotential(row["report"], gases()[row["gas"]], stated_amount(row["value"]), provenance_of(row, row["report"]))
        by_report[potential.report][potential.gas.id] = potential
    return MappingProxyType({name: MappingProxyType(members) for name, members in by_report.items()})


def _composition(text: str) -> tuple[tuple[str, Amount], ...]:
    """``50 % HFC-32; 50 % HFC-125``."""
    parts = (part.split() for part in text.split(";"))
    return tuple((gas, Amount(Decimal(share), unit)) for share, unit, gas in parts)
