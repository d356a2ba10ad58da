"""Planting one defect in a plan: what people get wrong, as changes of the plan's tree of plain values."""

from __future__ import annotations

import copy
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

Raw: TypeAlias = dict[str, Any]
Plant: TypeAlias = Callable[[Raw], None]


def at(plan: Raw, path: str) -> tuple[Any, Any]:
    """The thing that holds the last step of ``path``, and that step."""
    *steps, last = path.split("/")
    here: Any = plan
    for step in steps:
        here = here[int(step)] if isinstance(here, list) else here[step]
    return here, int(last) if isinstance(here, list) else last


def set_to(path: str, value: Any) -> Plant:
    def plant(plan: Raw) -> None:
        holder, key = at(plan, path)
        if isinstance(holder, list) and key == len(holder):
            holder.append(value)
        else:
            holder[key] = value

    return plant


def times(path: str, factor: str) -> Plant:
    """The figure at ``path`` (with or without a unit), multiplied; it keeps its decimals."""

    def plant(plan: Raw) -> None:
        holder, key = at(plan, path)
        number, _, unit = str(holder[key]).partition(" ")
        value = Decimal(number)
        holder[key] = f"{(value * Decimal(factor)).quantize(value):f} {unit}".rstrip()

    return plant


def in_unit(path: str, unit: str) -> Plant:
    """The same digits with another unit."""

    def plant(plan: Raw) -> None:
        holder, key = at(plan, path)
        holder[key] = f"{str(holder[key]).partition(' ')[0]} {unit}"

    return plant


def copied(path: str, source: str) -> Plant:
    """What stands at ``source`` stands at ``path`` too: last year's value, the row of another table."""

    def plant(plan: Raw) -> None:
        holder, key = at(plan, path)
        other, other_key = at(plan, source)
        holder[key] = copy.deepcopy(other[other_key])

    return plant


def swapped(path: str, first: str, second: str) -> Plant:
    def plant(plan: Raw) -> None:
        holder, _ = at(plan, f"{path}/{first}")
        holder[first], holder[second] = holder[second], holder[first]

    return plant


def replaced(path: str, old: str, new: str) -> Plant:
    """Words of a text, typed otherwise."""

    def plant(plan: Raw) -> None:
        holder, key = at(plan, path)
        assert old in holder[key]
        holder[key] = holder[key].replace(old, new)

    return plant


def without(path: str) -> Plant:
    def plant(plan: Raw) -> None:
        holder, key = at(plan, path)
        del holder[key]

    return plant


def both(*plants: Plant) -> Plant:
    def plant(plan: Raw) -> None:
        for each in plants:
            each(plan)

    return plant
