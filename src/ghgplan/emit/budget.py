"""How much a template may do while it is filled.

Loops inside loops over long lists blow up however harmless each word of them is. A child process with limits of the
system would stop them too, but Windows has no such limits, macOS does not keep them, and whatever depends on how
fast a machine is gives one plan two results. So turns and characters are counted where they arise: the same
template over the same plan is refused everywhere, at the same place, or nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2.exceptions import TemplateRuntimeError

MOST_TURNS = 100_000
"""Turns of all loops. The longest document of ours takes some hundreds: a row of a table is no turn."""

MOST_CHARACTERS = 64_000_000
"""Of all parts as they are printed, XML included: three times a table of 5,000 rows in two languages."""


class BudgetError(TemplateRuntimeError):
    """A template that does too much. ``limit`` is ``turns`` or ``characters``, ``most`` how many are allowed."""

    def __init__(self, limit: str, most: int) -> None:
        super().__init__(f"more than {most} {limit}")
        self.limit = limit
        self.most = most


class Budget:
    """What is left for one document."""

    def __init__(self, turns: int = MOST_TURNS, characters: int = MOST_CHARACTERS) -> None:
        self._most = (turns, characters)
        self._turns, self._characters = turns, characters

    def each(self, values: Iterable[Any]) -> Iterator[Any]:
        """The values, each of them a turn of a loop."""
        for value in values:
            self._turns -= 1
            if self._turns < 0:
                raise BudgetError("turns", self._most[0])
            yield value

    def joined(self, pieces: Iterable[str]) -> str:
        """The pieces in one, as they are printed."""
        return "".join(self._counted(pieces))

    def _counted(self, pieces: Iterable[str]) -> Iterator[str]:
        for piece in pieces:
            self._characters -= len(piece)
            if self._characters < 0:
                raise BudgetError("characters", self._most[1])
            yield piece
