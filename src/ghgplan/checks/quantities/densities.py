"""Densities of fuels."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.quantities.every_quantity import quantities
from ghgplan.checks.rule import Finding
from ghgplan.checks.telling import with_unit
from ghgplan.compute.numbers import stated
from ghgplan.compute.report import Report
from ghgplan.plan.units import parse_unit

_KILOGRAM_PER_LITRE = parse_unit("kg/L")
_LIQUID = Interval(Decimal("0.40"), Decimal("1.10"))
"""kg/L, from liquefied natural gas to heavy fuel oil."""
_GAS = Interval(Decimal("0.0004"), Decimal("0.0030"))
"""kg/L at standard conditions, from coke oven gas to butane."""


def densities_out_of_range(report: Report) -> Iterator[Finding]:
    """A density that neither a liquid nor a gaseous fuel has."""
    for path, quantity in quantities(report.plan):
        is_density = path[-1] == "density" or (path[:2] == ("accounting", "overrides") and len(path) > 3 and path[2].startswith("density/"))
        if not is_density or quantity.value <= 0:
            continue
        try:
            density = interval(stated(quantity, path, report.file.source.span(path)), _KILOGRAM_PER_LITRE)
        except ValueError:
            continue
        if not density.meets(_LIQUID) and not density.meets(_GAS):
            yield Finding(path, {"density": with_unit(quantity.value, quantity.unit)})
