"""The whole library as one list: every entry, one by its id, and a search over all."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ghgplan.reference import categories, coal_equivalent, criteria, curves, fuels, grid, gwp, parameters, standards
from ghgplan.reference.entries import Entry, Kind
from ghgplan.reference.lookup import Asked, Unknown, find
from ghgplan.reference.sets import named_sets
from ghgplan.reference.tables import other_names


@cache
def all_entries() -> Mapping[str, Entry]:
    """Every entry by its id, in the order of kinds and tables."""
    modules = (fuels, grid, gwp, coal_equivalent, parameters, curves, standards, criteria, categories)
    return MappingProxyType({entry.id: entry for module in modules for entry in module.entries()})


def entry(name: str) -> Entry | Unknown:
    """An entry by its id."""
    return find(Asked.ENTRY, name, all_entries())


def search(text: str, kind: Kind | None = None) -> tuple[Entry, ...]:
    """The entries that have every word of ``text`` somewhere: in ids, names, sets, values, years, sources or notes.

    Words are separated by spaces and found inside other words, so Chinese needs no spaces. No words find everything.
    """
    words = _plain(text).split()
    return tuple(found for found in all_entries().values() if (kind is None or found.kind is kind) and _has_all(found.id, words))


def _has_all(identity: str, words: list[str]) -> bool:
    haystack = _haystack(identity)
    return all(word in haystack for word in words)


@cache
def _haystack(identity: str) -> str:
    found = all_entries()[identity]
    origin = found.provenance
    parts = [identity, found.kind, found.name.zh, found.name.en, found.value_text, origin.edition, origin.verification, origin.place]
    parts += other_names().get(identity.rpartition("/")[2], ())
    parts += [origin.source.id, origin.source.number, origin.source.title.zh, origin.source.title.en]
    if origin.note:
        parts += [origin.note.zh, origin.note.en]
    if found.set in (sets := named_sets(found.kind)):
        parts += [sets[found.set].name.zh, sets[found.set].name.en]
    return _plain("\n".join(parts))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
