"""A .docx as its parts, each parsed once."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ghgplan.emit.word.package import parts_of
from ghgplan.emit.word.trees import find, parse_strictly

DOCUMENT = "word/document.xml"
_STORY = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: another part by its name in the package, or an address."""

    id: str
    kind: str
    """The last word of its type: ``hyperlink``, ``image``, ``styles``, …"""
    target: str
    external: bool


class Package:
    """The parts of one file; ``trees`` are those that were parsed already."""

    def __init__(self, parts: Mapping[str, bytes], trees: Mapping[str, Any] | None = None) -> None:
        self.parts = parts
        self._trees: dict[str, Any] = dict(trees or {})
        self._relationships: dict[str, tuple[Relationship, ...]] = {}

    @classmethod
    def of(cls, file: bytes | Package) -> Package:
        """The file's package, unless it is one."""
        return file if isinstance(file, Package) else cls(parts_of(file))

    def tree(self, name: str) -> Any | None:
        """The root element of a part, None where there is no such part."""
        if name not in self._trees:
            self._trees[name] = parse_strictly(self.parts[name]) if name in self.parts else None
        return self._trees[name]

    def stories(self) -> Iterator[tuple[str, Any]]:
        """The parts that hold text of the document: its body, headers, footers, notes."""
        for name in self.parts:
            if _STORY.fullmatch(name):
                yield name, self.tree(name)

    def values(self, part: str, path: str) -> frozenset[str]:
        """What an XPath expression finds in a part; nothing where there is no such part."""
        tree = self.tree(part)
        return frozenset(str(found) for found in find(tree, path)) if tree is not None else frozenset()

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """What the part refers to; with an empty name, what the package does."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def _read_relationships(self, part: str) -> tuple[Relationship, ...]:
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        if tree is None:
            return ()
        return tuple(_relationship(element, folder) for element in tree)


def _relationship(element: Any, folder: str) -> Relationship:
    target = str(element.get("Target"))
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).removeprefix("/")
    return Relationship(str(element.get("Id")), str(element.get("Type")).rpartition("/")[2], target, external)
