"""Relationships: what a part refers to is there, and nothing is there that no part refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.lint.package import Package
from ghgplan.emit.word.package import CONTENT_TYPES

_BY_ID = {"hyperlink", "image", "header", "footer", "chart"}
"""What a part refers to by the id of the relationship; the others are there for the part as a whole."""
_RELATIONSHIPS = re.compile(r"(?:(?P<folder>.*)/)?_rels/(?P<name>[^/]*)\.rels")


def relationship_defects(package: Package) -> Iterator[Defect]:
    """Of every part."""
    reached: set[str] = {CONTENT_TYPES}
    for name in package.parts:
        matched = _RELATIONSHIPS.fullmatch(name)
        if matched:
            owner = "/".join(filter(None, (matched["folder"], matched["name"])))
            reached.add(name)
            for relationship in package.relationships(owner):
                reached.add(relationship.target)
                if not relationship.external and relationship.target not in package.parts:
                    yield Defect(owner, "a relationship leads to a part that is not there", relationship.target)
        elif name.endswith(".xml") and name != CONTENT_TYPES:
            yield from _use(package, name)
    yield from (Defect(name, "no part refers to this part") for name in package.parts if name not in reached)


def _use(package: Package, part: str) -> Iterator[Defect]:
    used = package.used_ids(part)
    known = package.relationships(part)
    for missing in sorted(used - {relationship.id for relationship in known}):
        yield Defect(part, "a relationship is not defined", missing)
    for relationship in known:
        if relationship.kind in _BY_ID and relationship.id not in used:
            yield Defect(part, "nothing uses a relationship", f"{relationship.id} {relationship.kind}")
