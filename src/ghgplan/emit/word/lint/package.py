"""A .docx as its parts, each parsed once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from ghgplan.emit.word.lint.text import paragraph_text
from ghgplan.emit.word.package import parts_of, relationships_part
from ghgplan.emit.word.relationships import Reference, references
from ghgplan.emit.word.trees import find, parse_strictly
from ghgplan.emit.word.xml import NAMESPACES

_PARAGRAPH = f"{{{NAMESPACES['w']}}}p"
DOCUMENT = "word/document.xml"
_STORY = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")

_USED = "descendant-or-self::*/@r:*"


@lru_cache(maxsize=32)  # most parts are the template's, and in each of its documents
def _references(xml: bytes) -> frozenset[str]:
    return frozenset(map(str, find(parse_strictly(xml), _USED)))


class Package:
    """The parts of one file; ``trees`` are those that were parsed already."""

    def __init__(self, parts: Mapping[str, bytes], trees: Mapping[str, Any] | None = None) -> None:
        self.parts = parts
        self._trees: dict[str, Any] = dict(trees or {})
        self._relationships: dict[str, tuple[Reference, ...]] = {}
        self._values: dict[tuple[str, str], frozenset[str]] = {}
        self._paragraphs: dict[str, list[tuple[Any, str]]] = {}

    @classmethod
    def of(cls, file: bytes | Package) -> Package:
        """The file's package, unless it is one."""
        return file if isinstance(file, Package) else cls(parts_of(file))

    def tree(self, name: str) -> Any | None:
        """The root element of a part, None where there is no such part."""
        if name not in self._trees:
            self._trees[name] = parse_strictly(self.parts[name]) if name in self.parts else None
        return self._trees[name]

    def used_ids(self, name: str) -> frozenset[str]:
        """The ids of relationships that a part uses."""
        return frozenset(map(str, find(self._trees[name], _USED))) if name in self._trees else _references(self.parts[name])

    def stories(self) -> Iterator[tuple[str, Any]]:
        """The parts that hold text of the document: its body, headers, footers, notes."""
        for name in self.parts:
            if _STORY.fullmatch(name):
                yield name, self.tree(name)

    def paragraphs(self, name: str) -> list[tuple[Any, str]]:
        """The paragraphs of a part, each with its text; those in a picture's box come after the one that it stands in."""
        if name not in self._paragraphs:
            tree = self.tree(name)
            found = () if tree is None else tree.iter(_PARAGRAPH)
            self._paragraphs[name] = [(paragraph, paragraph_text(paragraph)) for paragraph in found]
        return self._paragraphs[name]

    def values(self, part: str, path: str) -> frozenset[str]:
        """What an XPath expression finds in a part; nothing where there is no such part."""
        if (part, path) not in self._values:
            tree = self.tree(part)
            self._values[part, path] = frozenset(str(found) for found in find(tree, path)) if tree is not None else frozenset()
        return self._values[part, path]

    def relationships(self, part: str) -> tuple[Reference, ...]:
        """What the part refers to; with an empty name, what the package does."""
        if part not in self._relationships:
            tree = self.tree(relationships_part(part))
            self._relationships[part] = () if tree is None else references(part, tree)
        return self._relationships[part]
