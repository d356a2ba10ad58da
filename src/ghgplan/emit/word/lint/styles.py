"""Styles and numberings: what the text names must be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.lint.package import Package
from ghgplan.emit.word.xml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_NO_NUMBERING = "0"


def style_defects(part: str, tree: Any, package: Package) -> Iterator[Defect]:
    """Styles and numberings that are named in one part and defined nowhere."""
    known = package.values("word/styles.xml", "w:style/@w:styleId")
    named = dict.fromkeys(str(found.get(f"{_W}val")) for found in tree.iter(f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle"))
    yield from (Defect(part, "a style is not defined", name) for name in named if name not in known)
    numberings = package.values("word/numbering.xml", "w:num/@w:numId") | {_NO_NUMBERING}
    counted = dict.fromkeys(str(found.get(f"{_W}val")) for found in tree.iter(f"{_W}numId"))
    yield from (Defect(part, "a numbering is not defined", name) for name in counted if name not in numberings)
