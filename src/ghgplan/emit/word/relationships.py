"""What a part refers to, other parts of the package and addresses; and what kinds of files the parts are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count
from posixpath import dirname, join, normpath
from typing import Any

from ghgplan.values import frozen

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HYPERLINK, IMAGE, CHART, PACKAGE, NUMBERING = (f"{_TYPES}{kind}" for kind in ("hyperlink", "image", "chart", "package", "numbering"))

_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"},
)


@frozen
class Relationship:
    """``kind`` is a whole type, ``target`` an address or the way to a part from the folder of the part that refers to it."""

    id: str
    kind: str
    target: str
    external: bool = False


@frozen
class Reference:
    """A relationship as it is to be understood. ``kind`` is the last word of its type: ``hyperlink``, ``image``, ``styles``, …"""

    source: str
    """The part that refers to something; empty for the package."""
    id: str
    kind: str
    target: str
    """A part by its name in the package, or an address."""
    external: bool


@frozen
class ContentTypes:
    """What kinds of files the parts are: by the ends of their names, and by whole names."""

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]


class Relationships:
    """The relationships of one part, to which a document adds its own."""

    def __init__(self, known: Iterable[Relationship] = ()) -> None:
        self._all = list(known)
        self._ids = {each.id for each in self._all}
        self._by_target = {(each.kind, each.target, each.external): each.id for each in reversed(self._all)}
        self._free = (name for name in (f"rId{number}" for number in count(1)) if name not in self._ids)

    def to(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship to ``target``, which is there once."""
        key = (kind, target, external)
        if key not in self._by_target:
            name = next(self._free)
            self._all.append(Relationship(name, kind, target, external))
            self._by_target[key] = name
        return self._by_target[key]

    def xml(self) -> bytes:
        """The part that holds them."""
        return relationships_xml(self._all)


def relationships_of(tree: Any) -> tuple[Relationship, ...]:
    """The relationships in the part ``tree``, in their order."""
    return tuple(
        Relationship(each.get("Id", ""), each.get("Type", ""), each.get("Target", ""), each.get("TargetMode") == "External")
        for each in tree
        if isinstance(each.tag, str)
    )


def references(source: str, tree: Any) -> tuple[Reference, ...]:
    """What the part ``source`` refers to, whose relationships are ``tree``."""
    return tuple(_reference(source, each) for each in relationships_of(tree))


def _reference(source: str, each: Relationship) -> Reference:
    target = each.target if each.external else normpath(join("/", dirname(source), each.target)).lstrip("/")
    return Reference(source, each.id, each.kind.rstrip("/").rpartition("/")[2], target, each.external)


def relationships_xml(relationships: Iterable[Relationship]) -> bytes:
    """The part that holds them, in their order."""
    written = "".join(
        f'<Relationship Id="{attribute(each.id)}" Type="{attribute(each.kind)}" Target="{attribute(each.target)}"'
        + (' TargetMode="External"/>' if each.external else "/>")
        for each in relationships
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{written}</Relationships>'.encode()


def content_types_of(tree: Any) -> ContentTypes:
    """What the part ``tree`` says of all others."""
    listed = {kind: [each for each in tree if str(each.tag).endswith(f"}}{kind}")] for kind in ("Default", "Override")}
    return ContentTypes(
        {each.get("Extension", ""): each.get("ContentType", "") for each in listed["Default"]},
        {each.get("PartName", ""): each.get("ContentType", "") for each in listed["Override"]},
    )


def content_types_xml(types: ContentTypes) -> bytes:
    """The part that says what all others are."""
    by_end = "".join(
        f'<Default Extension="{attribute(end)}" ContentType="{attribute(kind)}"/>' for end, kind in sorted(types.defaults.items())
    )
    by_name = "".join(
        f'<Override PartName="{attribute(name)}" ContentType="{attribute(kind)}"/>' for name, kind in sorted(types.overrides.items())
    )
    return f'{_HEAD}<Types xmlns="{_CONTENT_TYPES}">{by_end}{by_name}</Types>'.encode()


def attribute(text: str) -> str:
    """``text`` for inside an attribute."""
    return text.translate(_ESCAPES)
