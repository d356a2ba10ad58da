"""The plan's figures by year, as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ghgplan.compute.numbers import Number, Stated, stated
from ghgplan.diagnostics import Diagnostic, Path
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.scalars import Quantity

ByYear: TypeAlias = Mapping[int, Number]


def series(file: PlanFile, quantities: Mapping[int, Quantity] | None, path: Path) -> ByYear:
    """The stated numbers under ``path``, by year."""
    numbers = {
        year: stated(quantity, (*path, str(year)), file.source.span((*path, str(year)))) for year, quantity in (quantities or {}).items()
    }
    return by_year(numbers)


def amounts(file: PlanFile, quantities: Mapping[int, Quantity] | None, path: Path, findings: list[Diagnostic]) -> ByYear:
    """The same for what cannot be less than nothing: a negative amount is a finding, and left out."""
    numbers = series(file, quantities, path)
    findings.extend(
        Diagnostic("GP-C36", number.origin.span, number.origin.path, {"amount": f"{number.value} {number.unit.symbol}"})
        for number in numbers.values()
        if number.value < 0 and isinstance(number.origin, Stated)
    )
    return by_year({year: number for year, number in numbers.items() if number.value >= 0})


def by_year(numbers: Mapping[int, Number]) -> ByYear:
    """The numbers in the order of years, frozen."""
    return Frozen(dict(sorted(numbers.items())))
