"""What a template is given, described: the check of templates reads it, and the page about them is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum

from ghgplan.values import frozen


class Kind(StrEnum):
    """What a name stands for."""

    TEXT = "text"
    NUMBER = "number"
    """Only of loops: it can be compared, not printed."""
    LIST = "list"
    RECORD = "record"
    READY = "ready"
    """Ready paragraphs and tables, for a paragraph of their own: ``{{p entry }}``."""


@frozen
class Name:
    """What a name stands for, said in both languages. ``fields`` are a record's, ``each`` is what a list holds."""

    zh: str
    en: str
    kind: Kind = Kind.TEXT
    fields: Mapping[str, Name] = field(default_factory=dict[str, "Name"])
    each: Name | None = None


def many(zh: str, en: str, each: Name) -> Name:
    """A list."""
    return Name(zh, en, Kind.LIST, each=each)


def record(zh: str, en: str, fields: Mapping[str, Name]) -> Name:
    """A thing with parts, which are printed one by one: ``line.label``."""
    return Name(zh, en, Kind.RECORD, fields)


def loop(item: Name) -> Name:
    """What ``loop`` is inside ``{% for %}`` over a list of ``item``."""
    count = Name("序号", "A count", Kind.NUMBER)
    counts = dict.fromkeys(("first", "index", "index0", "last", "length"), count)
    return record("循环", "The loop", {**counts, "nextitem": item, "previtem": item})


def mismatches(name: Name, value: object, path: str) -> Iterator[str]:
    """Where ``value`` is not what the description says."""
    match name.kind:
        case Kind.TEXT:
            if type(value) is not str:
                yield f"{path} is no text"
        case Kind.READY:
            if not hasattr(value, "__html__"):
                yield f"{path} is not ready"
        case Kind.LIST:
            if not isinstance(value, list):
                yield f"{path} is no list"
            elif name.each:
                yield from _all(mismatches(name.each, item, f"{path}[]") for item in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        case Kind.RECORD:
            if not isinstance(value, dict):
                yield f"{path} is no record"
                return
            if value.keys() != name.fields.keys():
                yield f"{path}: {sorted(value.keys() ^ name.fields.keys())}"  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType, reportUnknownMemberType]
                return
            yield from _all(mismatches(below, value[key], f"{path}.{key}") for key, below in name.fields.items())  # pyright: ignore[reportUnknownArgumentType]
        case Kind.NUMBER:
            yield f"{path} is a number"


def _all(found: Iterable[Iterator[str]]) -> Iterator[str]:
    for each in found:
        yield from each
