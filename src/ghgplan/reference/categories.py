"""The categories that emissions are reported by: scopes of the GHG Protocol and categories of ISO 14064-1:2018."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ghgplan.reference.entries import Entry, Kind, Name, Provenance
from ghgplan.reference.tables import name_of, provenance_of, rows
from ghgplan.values import frozen


@frozen
class IsoCategory:
    """A category of ISO 14064-1:2018."""

    number: int
    name: Name
    provenance: Provenance

    def entry(self) -> Entry:
        """The category as lists show it."""
        identity = f"{Kind.EMISSION_CATEGORY}/iso 14064-1/{self.number}"
        return Entry(identity, Kind.EMISSION_CATEGORY, "iso 14064-1", self.name, (), self.provenance)


@frozen
class EmissionCategory:
    """A scope of the GHG Protocol, or a category of its scope 3, and the ISO category that it is reported in."""

    id: str
    """``scope 1``, ``scope 2``, ``scope 3 category 1`` and so on."""
    scope: int
    category: int | None
    name: Name
    iso_category: IsoCategory
    provenance: Provenance

    def entry(self) -> Entry:
        """The category as lists show it."""
        identity = f"{Kind.EMISSION_CATEGORY}/ghg protocol/{self.id}"
        return Entry(identity, Kind.EMISSION_CATEGORY, "ghg protocol", self.name, (), self.provenance)


@cache
def iso_categories() -> Mapping[int, IsoCategory]:
    """The six categories of ISO 14064-1:2018, by number."""
    found = {int(row["id"]): IsoCategory(int(row["id"]), name_of(row), provenance_of(row)) for row in rows("iso_categories")}
    return MappingProxyType(found)


@cache
def emission_categories() -> Mapping[str, EmissionCategory]:
    """Scopes 1 and 2 and the fifteen categories of scope 3, by id."""
    found = {
        row["id"]: EmissionCategory(
            id=row["id"],
            scope=int(row["scope"]),
            category=int(row["category"]) if row["category"] else None,
            name=name_of(row),
            iso_category=iso_categories()[int(row["iso_category"])],
            provenance=provenance_of(row),
        )
        for row in rows("emission_categories")
    }
    return MappingProxyType(found)


def entries() -> tuple[Entry, ...]:
    """All categories as lists show them."""
    return tuple(each.entry() for each in (*iso_categories().values(), *emission_categories().values()))
