"""Room shared out among columns so that the rows are least tall: exact, since each column's part can be weighed by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from operator import add

from ghgplan.values import frozen

_STEPS = 40
"""The free room is given in so many pieces."""
_BASE = _STEPS + 1

_RAGGED = 1.06
"""Lines end where a word ends: a text needs so much more room than its letters."""


@frozen
class Column:
    """For each row the widths of the cell's lines, as multiples of the type size; nothing where another cell covers it."""

    rows: tuple[tuple[float, ...], ...]

    @property
    def widest(self) -> float:
        return max((width for lines in self.rows for width in lines), default=0.0)

    def heights(self, room: float) -> list[int]:
        """The lines of each row's cell, where ``room`` is the width inside of it."""
        return [sum(_broken(width, room) for width in lines) for lines in self.rows]


def given_room(
    columns: Sequence[Column], least: Sequence[int], natural: Sequence[int], width: int, type_size: int, spare: int
) -> tuple[int, ...]:
    """Widths that sum to ``width``, none below its ``least``.

    ``natural`` is the width at which a column's lines need no breaking, ``spare`` what a cell's margins take. What is
    weighed is the third power of each cell's height: a tall cell next to low ones makes its whole row tall.
    """
    step = (width - sum(least)) / _STEPS
    # best[n]: the least weight that n pieces bring to the columns so far, and how many each of them gets: the digits of one number,
    # which is smaller where an earlier column gets less.
    best: list[tuple[float, int]] = [(0.0, 0)] * (_STEPS + 1)
    for number, (column, low, enough) in enumerate(zip(columns, least, natural, strict=True), 1):
        useful = max(0, min(_STEPS, ceil((enough - low) / step))) if step > 0 else 0
        weights = _weights(column, [(low + pieces * step - spare) / type_size for pieces in range(useful + 1)])
        before, given = [weight for weight, _ in best], [digits * _BASE for _, digits in best]
        if not useful:
            best = [(weight + weights[0], digits) for weight, digits in zip(before, given, strict=True)]
            continue
        # All pieces are given away once the last column has its own.
        asked = range(_STEPS + 1) if number < len(columns) else (_STEPS,)
        best = [_best(before, given, weights, pieces) for pieces in asked]
    widths = [low + own * step for low, own in zip(least, _digits(best[-1][1], len(columns)), strict=True)]
    left = width - sum(widths)
    # What brings nothing any more goes to all, the widest first of all.
    widths = [each + left * each / sum(widths) for each in widths]
    edges = [round(sum(widths[:column])) for column in range(len(widths))] + [width]
    return tuple(right - left for left, right in pairwise(edges))


def mean_height(columns: Sequence[Column], widths: Sequence[int], type_size: int, spare: int) -> float:
    """The mean height of the rows, in lines."""
    heights = [column.heights((width - spare) / type_size) for column, width in zip(columns, widths, strict=True)]
    rows = [max(row) for row in zip(*heights, strict=True)]
    return sum(rows) / len(rows) if rows else 0.0


def _best(before: Sequence[float], given: Sequence[int], weights: Sequence[float], pieces: int) -> tuple[float, int]:
    """The least weight of some columns and the next one, with so many pieces, and how many each gets.

    ``before`` and ``given`` say that of the columns before it; ``weights`` are its own, by the pieces that it gets.
    """
    sums = list(map(add, before[pieces::-1], weights))
    least = min(sums)
    if sums.count(least) == 1:
        own = sums.index(least)
        return least, given[pieces - own] + own
    return least, min([given[pieces - own] + own for own, weight in enumerate(sums) if weight == least])


def _digits(number: int, count: int) -> list[int]:
    """The last so many digits of a number in which each is a column's pieces."""
    digits: list[int] = []
    for _ in range(count):
        number, digit = divmod(number, _BASE)
        digits.append(digit)
    return digits[::-1]


def _weights(column: Column, rooms: Sequence[float]) -> list[float]:
    """The column's weight in each of the rooms, of which the first is the narrowest: what has room in that is never broken."""
    counted = Counter(column.rows)
    broken = [(lines, count) for lines, count in counted.items() if max(lines, default=0.0) > rooms[0]]
    whole = sum(count * len(lines) ** 3 for lines, count in counted.items() if max(lines, default=0.0) <= rooms[0])
    return [float(whole + sum([count * sum([_broken(width, room) for width in lines]) ** 3 for lines, count in broken])) for room in rooms]


def _broken(width: float, room: float) -> int:
    return 1 if width <= room else ceil(width * _RAGGED / room)
