"""The named sets that facts come in: a plan picks one by name, and sets are never mixed silently."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ghgplan.reference.entries import Kind, Name
from ghgplan.reference.tables import name_of, rows
from ghgplan.values import frozen


@frozen
class NamedSet:
    """A set of fuels or parameters, a series of grid factors, an edition of coal equivalents, an assessment report."""

    kind: Kind
    id: str
    name: Name
    note: Name | None


@cache
def named_sets(kind: Kind) -> Mapping[str, NamedSet]:
    """The sets of one kind, by id, in the order of the table."""
    found = {
        row["id"]: NamedSet(kind, row["id"], name_of(row), Name(row["note_zh"], row["note_en"]) if row["note_zh"] else None)
        for row in rows("sets")
        if row["kind"] == kind.value
    }
    return MappingProxyType(found)
