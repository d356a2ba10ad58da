"""What computing could not make: a quote of it is no mistake of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from ghgplan.compute.inventory import CATEGORIES, SCOPES
from ghgplan.diagnostics import Diagnostic, Path

_COMPUTED = frozenset({
    *SCOPES, *CATEGORIES, "scope 1+2", "total", "intensity", "base", "factor", "coefficient", "emissions", "share", "coal equivalent",
    "reduction", "yearly reduction", "change", "deviation", "avoided", "avoided per tonne", "payback", "full-load hours", "needed",
    "given", "missing", "covered", "group", "intermediate", "intermediate year", "intermediate reduction", "needed per tonne",
    "given per tonne",
})  # fmt: skip
_TOGETHER = {"gap", "group"}
"""Chapters that bring others together: what they lack cannot be told from their names."""


def is_lost(name: Path, known: Iterable[str], failures: Collection[Diagnostic]) -> bool:
    """True where ``name`` is spelt like names of the report, and belongs to what one of compute's ``failures`` is about."""
    about = [failure.path[:2] for failure in failures if _is_about(failure.path, name)]
    if not about:
        return False
    spelt = {step for key in known for step in key.split(".")} | {step for failure in failures for step in failure.path} | _COMPUTED
    return all(step in spelt or re.fullmatch("[0-9]{1,4}", step) for step in name)


def _is_about(path: Path, name: Path) -> bool:
    if path[:1] == ("accounting",) or not _TOGETHER.isdisjoint(name[:2]):
        return True
    # A member's name may stand before those of its plan.
    return any(name[position : position + 2] == path[:2] for position in range(len(name)))
