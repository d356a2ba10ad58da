"""Pictures: each has an extent, and says in words what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.trees import find

_LONGEST_EMU = 20_116_800
"""22 inches, the longest side of a page that Word knows."""


def picture_defects(part: str, tree: Any) -> Iterator[Defect]:
    """Pictures that nobody can see, or that nobody is told of."""
    for extent in find(tree, "//wp:extent"):
        sides = [int(extent.get(name) or 0) for name in ("cx", "cy")]
        if min(sides) <= 0:
            yield Defect(part, "a picture has no extent")
        elif max(sides) > _LONGEST_EMU:
            yield Defect(part, "a picture is larger than any page")
    for properties in find(tree, "//wp:docPr[not(@descr) or normalize-space(@descr)='']"):
        yield Defect(part, "a picture has no alternative text", properties.get("name") or "")
