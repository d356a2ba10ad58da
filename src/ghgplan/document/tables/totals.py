"""What stands under a sum: the note that says why its parts, as printed, do not add up to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ghgplan.compute.numbers import Number, total
from ghgplan.document.blocks import Words
from ghgplan.document.wording import Wording

Sum = tuple[Sequence[Number], Number]
"""The parts of a sum as they stand in a table, and the sum."""


def rounding_note(wording: Wording, sums: Iterable[Sum]) -> Words | None:
    """Totals are computed before rounding: said only where a reader who adds up the printed parts finds something else."""
    return wording.label("note.rounded parts") if any(differs_by_rounding(parts, whole) for parts, whole in sums) else None


def differs_by_rounding(parts: Sequence[Number], whole: Number) -> bool:
    """Whether the parts add up to the whole before rounding but not as printed.

    A stated whole is the author's: whatever lies between it and its parts is not our rounding.
    """
    if whole.is_stated or not parts or any(part.unit.symbol != whole.unit.symbol for part in parts):
        return False
    return agree(total(parts, whole.unit), whole) and sum((part.rounded for part in parts), Decimal(0)) != whole.rounded


def agree(first: Number, second: Number) -> bool:
    """Whether both print alike, with as many decimals as the less precise of them has."""
    decimals = min(first.decimals, second.decimals)
    return replace(first, decimals=decimals).rounded == replace(second, decimals=decimals).rounded
