"""Every quantity of a plan with its place."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.diagnostics import Path
from ghgplan.plan.model.plan import Plan
from ghgplan.plan.remembering import once_each
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.units import NO_UNIT
from ghgplan.plan.values import values


def quantities(plan: Plan) -> Iterator[tuple[Path, Quantity]]:
    """All of them, in the plan's order; a number without a unit has none."""
    return iter(_of_plan(plan))


@once_each
def _of_plan(plan: Plan) -> tuple[tuple[Path, Quantity], ...]:
    return tuple(_quantities(plan))


def _quantities(plan: Plan) -> Iterator[tuple[Path, Quantity]]:
    for path, value in values(plan):
        if isinstance(value, Quantity):
            yield path, value
        elif isinstance(value, Decimal):
            yield path, Quantity(value, NO_UNIT)
