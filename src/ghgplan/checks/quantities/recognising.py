"""Which fuel or energy of the library a thing of the plan is: by the library's key, or by exactly its name in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from ghgplan.plan.model.energy import EnergyCarrier
from ghgplan.plan.model.inventory import EmissionSource
from ghgplan.plan.text import Text
from ghgplan.reference import coal_equivalent
from ghgplan.reference.entries import Kind
from ghgplan.reference.fuels import fuels
from ghgplan.reference.lookup import Unknown, folded
from ghgplan.reference.sets import named_sets

ELECTRICITY, HEAT, WATER = "electricity", "heat", "water"

_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "gasoline": ("petrol", "车用汽油", "汽油（车用）"),
    "diesel": ("diesel oil", "车用柴油", "轻柴油", "0号柴油"),
    "natural-gas": ("管道天然气", "pipeline gas", "piped natural gas"),
    "lpg": ("液化气", "LPG"),
    "lng": ("LNG",),
    ELECTRICITY: (
        "电", "电力", "电能", "外购电力", "外购电", "购入电力", "网购电力", "power", "electric power", "purchased electricity",
        "purchased power", "grid electricity",
    ),
    HEAT: ("热力", "外购热力", "purchased heat"),
    WATER: ("水", "自来水", "新鲜水", "tap water", "fresh water"),
}  # fmt: skip
"""What people call the library's things beside its own names."""

_OF_COAL_EQUIVALENT: Mapping[str, tuple[str, ...]] = {
    "natural-gas": ("natural-gas-oilfield", "natural-gas-gasfield"),
    "coke-oven-gas": ("coke-oven-gas-lower", "coke-oven-gas-upper"),
}
"""One fuel that GB/T 2589 gives several coefficients."""
_AS: Mapping[str, str] = dict.fromkeys(("bituminous-coal", "anthracite"), "raw-coal")
"""Coals that GB/T 2589 has no line for."""


def of_source(source: EmissionSource) -> str | None:
    """What the source burns or buys: a fuel's id, ``electricity`` or ``heat``; None where the library has no such thing."""
    if source.electricity or source.kind == "purchased electricity":
        return ELECTRICITY
    if source.heat or source.kind == "purchased heat":
        return HEAT
    return named(source.fuel) or of_text(source.carrier)


def of_carrier(carrier: EnergyCarrier) -> str | None:
    """The same of an energy carrier."""
    return named(carrier.library) or of_text(carrier.name)


def of_text(text: Text) -> str | None:
    """What a text names, if it is nothing but the name; what stands in brackets behind it is left aside."""
    return next((found for each in (text.zh, text.en) if (found := named(each))), None)


@lru_cache(maxsize=1024)  # many rules ask of the same sources
def named(name: str | None) -> str | None:
    """The id of what is called ``name``."""
    if not name:
        return None
    return _names().get(folded(name)) or _names().get(folded(re.sub(r"[（(][^（()）]*[)）]\s*$", "", name)))


def names_of(*texts: Text | None) -> frozenset[str]:
    """The texts in every language, folded, to be compared."""
    return frozenset(folded(each) for text in texts if text for each in (text.zh, text.en) if each)


def coal_equivalents_of(thing: str) -> tuple[coal_equivalent.CoalEquivalent, ...]:
    """What GB/T 2589 gives for it, in all editions."""
    found: list[coal_equivalent.CoalEquivalent] = []
    ids = _OF_COAL_EQUIVALENT.get(thing, (_AS.get(thing, thing),))
    for edition in named_sets(Kind.COAL_EQUIVALENT):
        members = coal_equivalent.coal_equivalents(edition)
        if not isinstance(members, Unknown):
            found += [members[each] for each in ids if each in members]
    return tuple(found)


@cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}

    def add(thing: str, names: Iterable[str]) -> None:
        for name in (thing, *names):
            found.setdefault(folded(name), thing)

    for set_name in named_sets(Kind.FUEL):
        members = fuels(set_name)
        if not isinstance(members, Unknown):
            for fuel in members.values():
                add(fuel.id, (fuel.name.zh, fuel.name.en))
    for thing, names in _OTHER_NAMES.items():
        add(thing, names)
    split = {each: thing for thing, several in _OF_COAL_EQUIVALENT.items() for each in several}
    for each in coal_equivalent.entries():
        identity = each.id.rpartition("/")[2]
        add(split.get(identity, identity), (identity, each.name.zh, each.name.en))
    return found
