"""What a template's package says of its parts."""

from __future__ import annotations

from hashlib import sha1
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from ghgplan.emit.word.relationships import Relationship


def relationships_of(part: Any) -> tuple[Relationship, ...]:
    """The relationships of a part in their order."""
    return tuple(Relationship(each.rId, each.reltype, each.target_ref, each.is_external) for each in part.rels.values())


def images_of(package: Any) -> dict[str, str]:
    """The names of the parts that are pictures, by the SHA-1 of their content."""
    found = (each.target_part for each in package.iter_rels() if not each.is_external and each.reltype == RELATIONSHIP_TYPE.IMAGE)
    names: dict[str, str] = {}
    for part in found:
        names.setdefault(sha1(part.blob, usedforsecurity=False).hexdigest(), part.partname.membername)
    return names
