"""Every single value of a plan with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from ghgplan.diagnostics import Path
from ghgplan.plan.model.plan import Plan
from ghgplan.plan.quantities import Quantity
from ghgplan.plan.remembering import once_each
from ghgplan.plan.text import Text


def values(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """The texts, quantities, numbers, dates and names below ``value`` (a plan or a part of one), in the plan's order."""
    return iter(_of_plan(value) if isinstance(value, Plan) and not path else _below(value, path))


@once_each
def _of_plan(plan: Plan) -> tuple[tuple[Path, object], ...]:
    # Most rules on wording and on quantities ask for all of them.
    return tuple(_below(plan, ()))


def _below(value: object, path: Path) -> list[tuple[Path, object]]:
    found: list[tuple[Path, object]] = []
    _add(value, path, found)
    return found


def _add(value: object, path: Path, found: list[tuple[Path, object]]) -> None:
    match value:
        case None:
            return
        case Text() | Quantity() | str():
            found.append((path, value))
        case tuple():
            for position, below in enumerate(value):  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
                _add(below, (*path, str(position)), found)  # pyright: ignore[reportUnknownArgumentType]
        case Mapping():
            for key, below in value.items():  # pyright: ignore[reportUnknownVariableType]
                _add(below, (*path, str(key)), found)  # pyright: ignore[reportUnknownArgumentType]
        case BaseModel():
            for name, key in _keys(type(value)):
                _add(getattr(value, name), (*path, key), found)
        case _:
            found.append((path, value))


@cache
def _keys(chapter: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a chapter, each with its key in a plan."""
    return tuple((name, field.alias or name) for name, field in chapter.model_fields.items())
