"""A defect of a Word file."""

from __future__ import annotations

from ghgplan.values import frozen


@frozen
class Defect:
    """What is wrong, where; ``what`` names the thing concerned: a style, a bookmark, a relationship."""

    part: str
    problem: str
    what: str = ""

    def __str__(self) -> str:
        return f"{self.part}: {self.problem}" + (f" ({self.what})" if self.what else "")
