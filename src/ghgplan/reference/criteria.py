"""Criteria 5.1 to 5.4 of the ASI Performance Standard, in words of ours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ghgplan.reference.entries import Entry, Kind, Name, Provenance
from ghgplan.reference.lookup import Asked, Unknown, find
from ghgplan.reference.tables import name_of, provenance_of, rows
from ghgplan.values import frozen


@frozen
class Criterion:
    """One criterion, paraphrased: to be read beside the standard, not instead of it."""

    id: str
    """Number and letter, like ``5.3b-i``."""
    text: Name
    applies_to: str
    """``all`` or ``smelters``."""
    provenance: Provenance

    def entry(self) -> Entry:
        """The criterion as lists show it."""
        return Entry(f"{Kind.CRITERION}/{self.id}", Kind.CRITERION, "", self.text, (), self.provenance)


def criteria() -> Mapping[str, Criterion]:
    """The criteria, by id, in the standard's order."""
    return _criteria()


def criterion(name: str) -> Criterion | Unknown:
    """A criterion by its id."""
    return find(Asked.CRITERION, name, _criteria())


def entries() -> tuple[Entry, ...]:
    """All criteria as lists show them."""
    return tuple(each.entry() for each in _criteria().values())


@cache
def _criteria() -> Mapping[str, Criterion]:
    found = {row["id"]: Criterion(row["id"], name_of(row), row["applies_to"], provenance_of(row)) for row in rows("asi_criteria")}
    return MappingProxyType(found)
