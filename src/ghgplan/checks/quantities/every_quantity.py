"""Every quantity of a plan with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pydantic import BaseModel

from ghgplan.diagnostics import Path
from ghgplan.plan.model.plan import Plan
from ghgplan.plan.remembering import once_each
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.units import NO_UNIT


def quantities(plan: Plan) -> Iterator[tuple[Path, Quantity]]:
    """All of them, in the plan's order; a number without a unit has none."""
    return iter(_of_plan(plan))


@once_each
def _of_plan(plan: Plan) -> tuple[tuple[Path, Quantity], ...]:
    return tuple(_below(plan, ()))


def _below(value: object, path: Path) -> Iterator[tuple[Path, Quantity]]:
    if isinstance(value, Quantity):
        yield path, value
    elif isinstance(value, Decimal):
        yield path, Quantity(value, NO_UNIT)
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _below(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, Mapping):
        for key, each in value.items():  # pyright: ignore[reportUnknownVariableType]
            yield from _below(each, (*path, str(key)))  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, tuple):
        for position, each in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            yield from _below(each, (*path, str(position)))  # pyright: ignore[reportUnknownArgumentType]
