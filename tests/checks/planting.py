"""Planting one defect in a plan: what people get wrong, as changes of the plan's tree of plain values.

``planted/`` has a file for each plan of ``sound/``; ``planted_in_typical.yaml`` is for the plan that is made. A defect is its
changes, by the path of what is changed, and what is to be found, and where::

    set      {path: value}        another value, or one more at the end of a list
    times    {path: factor}       the figure, with or without a unit, multiplied; it keeps its decimals
    unit     {path: unit}         the same digits with another unit
    copy     {path: source}       what stands at the source stands here too: last year's value, the row of another table
    swap     {path: [key, key]}   two values in each other's place
    replace  {path: [old, new]}   words of a text, typed otherwise
    remove   [path, ...]          left out
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from ruamel.yaml import YAML

Raw: TypeAlias = dict[str, Any]
Plant: TypeAlias = Callable[[Raw], None]


def at(plan: Raw, path: str) -> tuple[Any, Any]:
    """The thing that holds the last step of ``path``, and that step."""
    *steps, last = path.split("/")
    here: Any = plan
    for step in steps:
        here = here[int(step)] if isinstance(here, list) else here[step]
    return here, int(last) if isinstance(here, list) else last


def _set(plan: Raw, path: str, value: Any) -> None:
    holder, key = at(plan, path)
    if isinstance(holder, list) and key == len(holder):
        holder.append(value)
    else:
        holder[key] = value


def _times(plan: Raw, path: str, factor: str) -> None:
    holder, key = at(plan, path)
    number, _, unit = str(holder[key]).partition(" ")
    value = Decimal(number)
    holder[key] = f"{(value * Decimal(factor)).quantize(value):f} {unit}".rstrip()


def _unit(plan: Raw, path: str, unit: str) -> None:
    holder, key = at(plan, path)
    holder[key] = f"{str(holder[key]).partition(' ')[0]} {unit}"


def _copy(plan: Raw, path: str, source: str) -> None:
    holder, key = at(plan, path)
    other, other_key = at(plan, source)
    holder[key] = copy.deepcopy(other[other_key])


def _swap(plan: Raw, path: str, keys: list[str]) -> None:
    first, second = keys
    holder, _ = at(plan, f"{path}/{first}")
    holder[first], holder[second] = holder[second], holder[first]


def _replace(plan: Raw, path: str, words: list[str]) -> None:
    old, new = words
    holder, key = at(plan, path)
    assert old in holder[key]
    holder[key] = holder[key].replace(old, new)


def _remove(plan: Raw, path: str, _: None) -> None:
    holder, key = at(plan, path)
    del holder[key]


CHANGES: dict[str, Callable[[Raw, str, Any], None]] = {
    "set": _set,
    "times": _times,
    "unit": _unit,
    "copy": _copy,
    "swap": _swap,
    "replace": _replace,
    "remove": _remove,
}


@dataclass(frozen=True, slots=True)
class Defect:
    file: str
    """The plan that it is planted in."""
    name: str
    changes: Mapping[str, Mapping[str, Any]]
    finding: tuple[str, str]
    """Its code and its place."""

    def plant(self, plan: Raw) -> None:
        for verb, paths in self.changes.items():
            for path, value in paths.items():
                CHANGES[verb](plan, path, copy.deepcopy(value))


def _read(path: Path, file: str) -> list[Defect]:
    rows: list[Raw] = YAML(typ="base", pure=True).load(path.read_text(encoding="utf-8"))
    return [_defect(file, **row) for row in rows]


def _defect(file: str, *, defect: str, finding: str, at: str, remove: tuple[str, ...] = (), **changes: Mapping[str, Any]) -> Defect:
    return Defect(file, defect, {"remove": dict.fromkeys(remove), **changes}, (finding, at))


HERE = Path(__file__).parent
_FILES = {path.relative_to(HERE / "planted").with_suffix("").as_posix(): path for path in sorted((HERE / "planted").rglob("*.yaml"))}
DEFECTS = [defect for file, path in _FILES.items() for defect in _read(path, file)]
IN_TYPICAL = _read(HERE / "planted_in_typical.yaml", "typical")
