"""The whole company's figures beside those of its entities."""

from __future__ import annotations

from collections.abc import Sequence

from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.numbers import TONNE_CO2E, Number, total
from ghgplan.document.wording import Wording

Column = tuple[str, InventoryReport, int]
"""An entity and a year of its inventory."""


def company_years(wording: Wording, columns: Sequence[Column]) -> list[int]:
    """The years that can be summed over the company: every entity of the plan has them, and for the same months.

    None for a group: its members are not the plan's own entities, and it has sums of its own.
    """
    plan = wording.report.plan
    shown = {entity for entity, _, _ in columns}
    if plan.members or len(plan.entities) < 2 or shown != set(plan.entities):
        return []
    periods: dict[int, list[object]] = {}
    for _, inventory, year in columns:
        periods.setdefault(year, []).append(inventory.periods.get(year))
    return sorted(year for year, of_year in periods.items() if len(of_year) == len(shown) and all(each == of_year[0] for each in of_year))


def of_year(columns: Sequence[Column], numbers: Sequence[Number | None], year: int) -> list[Number]:
    """The numbers, one for each column, that are known for ``year``."""
    return [number for (_, _, of_column), number in zip(columns, numbers, strict=True) if number and of_column == year]


def together(columns: Sequence[Column], numbers: Sequence[Number | None], year: int) -> Number | None:
    """Their sum; None where none is known."""
    known = of_year(columns, numbers, year)
    return total(known, TONNE_CO2E) if known else None
