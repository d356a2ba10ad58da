"""pint over ``units.txt``: the authority on what our units are, and slow to load.

``plan/unit_table.py`` answers from a table that is made here; the tests hold the two against each other.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pint

from ghgplan.package_files import package_text

Dimension = frozenset[tuple[str, int]]


@cache
def registry() -> Any:
    """The closed list of units."""
    lines = package_text("plan/units.txt").splitlines()
    make: Any = pint.UnitRegistry  # its stubs know neither definitions as lines nor Decimal
    return make(lines, non_int_type=Decimal, cache_folder=None)


def factor(one: str, other: str) -> Decimal:
    """How many of ``other`` one of ``one`` is. Raises ValueError where dimensions differ."""
    try:
        return Decimal(registry().Quantity(Decimal(1), one).to(other).magnitude)
    except pint.DimensionalityError as error:
        raise ValueError(str(error)) from error


def dimension(definition: str) -> Dimension:
    """The dimensions of a definition with their powers."""
    powers = registry().Quantity(Decimal(1), definition).dimensionality if definition else registry().dimensionless.dimensionality
    return frozenset((name.strip("[]"), int(power)) for name, power in powers.items())


def table_text() -> str:
    """The file ``unit_table.txt``: each unit of ``units.txt``, how many of its dimensions' base units it is, and these dimensions."""
    lines = package_text("plan/units.txt").splitlines()
    names = [line.partition(" = ")[0] for line in lines if " = " in line and not line.startswith("#") and "- = " not in line]
    return "".join(f"{name} {_size(name)} {_powers(name)}".rstrip() + "\n" for name in names)


def _size(name: str) -> Decimal:
    return Decimal(registry().Quantity(Decimal(1), name).to_root_units().magnitude)


def _powers(name: str) -> str:
    return " ".join(f"{what}:{power}" for what, power in sorted(dimension(name)))
