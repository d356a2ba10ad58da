"""The size and dimension of units from a table, for products and quotients of the units of ``units.txt``.

Loading pint takes longer than checking a plan. So what it says about each unit of the closed list is kept in ``unit_table.txt``
(written by ``tools/generate_docs.py``), and what is no product or quotient of those units is pint's to answer.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache, lru_cache

from ghgplan.package_files import package_text
from ghgplan.values import frozen

Dimension = frozenset[tuple[str, int]]
"""Base dimensions with their powers; empty for a plain number."""

_TOKEN = re.compile(r"\s*(\w+|\*\*|[*/()])")


class NotInTableError(ValueError):
    """A definition that is more than products and quotients of units in the table."""


@frozen
class Size:
    """A unit in base units: ``above`` over ``below``, kept apart so that a conversion divides, and rounds, once."""

    above: Decimal
    below: Decimal
    dimension: Dimension

    def over(self, other: Size) -> Decimal:
        """How many of ``other`` one of this is, where both have the same dimension."""
        return (self.above * other.below) / (self.below * other.above)


@lru_cache(maxsize=4096)
def size(definition: str) -> Size:
    """The size of what ``definition`` says. Raises NotInTableError."""
    reader = _Reader(definition)
    return reader.whole()


class _Reader:
    """Reads ``(tonne_co2e)/(metre**3)*(1)``: powers bind closest, products and quotients go from left to right."""

    def __init__(self, definition: str) -> None:
        self.tokens = _TOKEN.findall(definition)
        if "".join(self.tokens) != "".join(definition.split()):
            raise NotInTableError(definition)
        self.definition = definition
        self.position = 0
        self.above = self.below = Decimal(1)
        self.powers = Counter[str]()

    def whole(self) -> Size:
        if self.tokens:
            self._product(1)
        if self.position < len(self.tokens):
            raise NotInTableError(self.definition)
        return Size(self.above, self.below, frozenset((name, power) for name, power in self.powers.items() if power))

    def _next(self) -> str:
        self.position += 1
        return self.tokens[self.position - 1] if self.position <= len(self.tokens) else ""

    def _peek(self) -> str:
        return self.tokens[self.position] if self.position < len(self.tokens) else ""

    def _product(self, power: int) -> None:
        self._part(power)
        while self._peek() in ("*", "/"):
            self._part(-power if self._next() == "/" else power)

    def _part(self, power: int) -> None:
        if self._peek() == "(":
            self._next()
            self._product(power)
            if self._next() != ")" or self._peek() == "**":
                raise NotInTableError(self.definition)
            return
        name = self._next()
        if self._peek() == "**":
            self._next()
            raised = self._next()
            if not raised.isdecimal():
                raise NotInTableError(self.definition)
            power *= int(raised)
        if name not in ("1", "dimensionless"):
            self._times(name, power)

    def _times(self, name: str, power: int) -> None:
        if name not in _table():
            raise NotInTableError(self.definition)
        factor, dimension = _table()[name]
        if power > 0:
            self.above *= factor**power
        else:
            self.below *= factor**-power
        for each, of_each in dimension:
            self.powers[each] += of_each * power


@cache
def _table() -> dict[str, tuple[Decimal, Dimension]]:
    lines = package_text("plan/unit_table.txt").splitlines()
    table: dict[str, tuple[Decimal, Dimension]] = {}
    for name, factor, *powers in map(str.split, lines):
        pairs = (each.split(":") for each in powers)
        table[name] = (Decimal(factor), frozenset((what, int(power)) for what, power in pairs))
    return table
