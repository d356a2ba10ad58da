"""Standards, guidelines and tools that plans cite, with their titles in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ghgplan.reference.entries import Entry, Kind, Name, Provenance, Verification
from ghgplan.reference.lookup import Asked, Unknown, find
from ghgplan.reference.tables import provenance_of, rows
from ghgplan.values import frozen


@frozen
class Standard:
    """One edition of a standard."""

    number: str
    """Number with its year (``GB/T 2589-2020``), or the name it goes by."""
    title: Name
    title_en_verification: Verification
    supersedes: str | None
    """The edition before it, where that is known to the library."""
    superseded_by: str | None
    provenance: Provenance

    def entry(self) -> Entry:
        """The standard as lists show it."""
        return Entry(f"{Kind.STANDARD}/{self.number}", Kind.STANDARD, "", self.title, (), self.provenance)


def standards() -> Mapping[str, Standard]:
    """All standards, by number."""
    return _standards()


def standard(number: str) -> Standard | Unknown:
    """A standard by its number; without a year or version, the newest edition that the library knows."""
    return find(Asked.STANDARD, number, _standards(), _undated())


def entries() -> tuple[Entry, ...]:
    """All standards as lists show them."""
    return tuple(each.entry() for each in _standards().values())


@cache
def _standards() -> Mapping[str, Standard]:
    table = rows("standards")
    successors = {row["supersedes"]: row["number"] for row in table if row["supersedes"]}
    found = {
        row["number"]: Standard(
            number=row["number"],
            title=Name(row["title_zh"], row["title_en"]),
            title_en_verification=Verification(row["title_en_verification"]),
            supersedes=row["supersedes"] or None,
            superseded_by=successors.get(row["number"]),
            provenance=provenance_of(row),
        )
        for row in table
    }
    return MappingProxyType(found)


@cache
def _undated() -> dict[str, str]:
    """``GB/T 2589`` for ``GB/T 2589-2020``, ``ISO 14067`` for ``ISO 14067:2018``, ``ASI Performance Standard`` for its newest version."""
    names: dict[str, str] = {}
    for number, each in _standards().items():
        stem = number.replace(":", "-").rpartition("-")[0] if number.startswith(("GB", "ISO", "JS")) else number.rpartition(" V")[0]
        if stem and each.superseded_by is None:
            names[stem] = number
    return names
