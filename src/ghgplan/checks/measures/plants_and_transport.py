"""What power plants and transport are stated to avoid, against their own figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import measures
from ghgplan.checks.telling import beside, places, told
from ghgplan.compute.numbers import Number, stated
from ghgplan.compute.report import Report
from ghgplan.compute.savings import savings_of
from ghgplan.diagnostics import Path
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.measures import Measure
from ghgplan.plan.scalars import Quantity

ANOTHER_YEAR = Interval(Decimal("0.6"), Decimal("1.6"))
"""How far a factor of the grid may lie from that of another year, or from the country's."""


def stated_against_parts(report: Report) -> Iterator[Finding]:
    """A stated reduction that is not generation times self use times factor, or distance times factor."""
    for name, each in measures(report):
        of_stated = [*_stated(each.measure)]
        computed = computed_alone(report, name, each.measure) if of_stated else Frozen[str, Number]()
        for steps, quantity, has_factor in of_stated:
            path: Path = ("measures", name, *steps, "stated reduction")
            key = "mileage" if steps == ("mileage",) else f"capacity.{int(steps[1]) + 1}"
            follows, reduction = computed.get(f"{key}.reduction"), stated(quantity, path, report.file.source.span(path))
            factor = computed.get(f"{key}.factor")
            if follows is None or factor is None or follows.value <= 0 or _agree(reduction, follows, exact=has_factor):
                continue
            amount = [computed[f"{key}.{part}"] for part in ("distance", "load", "generation", "self use") if f"{key}.{part}" in computed]
            arguments = {
                "measure": name, "reduction": told(reduction), "amount": " × ".join(told(number) for number in amount),
                "factor": told(factor), "computed": beside(follows, reduction),
            }  # fmt: skip
            yield Finding(path, arguments, places(*amount, factor))


def _stated(measure: Measure) -> Iterator[tuple[Path, Quantity, bool]]:
    """Where it stands, and whether the factor is the measure's own."""
    if measure.mileage and measure.mileage.stated_reduction:
        yield ("mileage",), measure.mileage.stated_reduction, True
    for position, plant in enumerate(measure.capacity):
        if plant.stated_reduction:
            yield ("capacity", str(position)), plant.stated_reduction, plant.factor is not None


def computed_alone(report: Report, name: str, measure: Measure) -> Frozen[str, Number]:
    """The measure's numbers as they would be if no reduction were stated."""
    plants = tuple(plant.model_copy(update={"stated_reduction": None}) for plant in measure.capacity)
    transport = measure.mileage.model_copy(update={"stated_reduction": None}) if measure.mileage else None
    saves = tuple(saving.model_copy(update={"stated_reduction": None}) for saving in measure.saves)
    bare = measure.model_copy(update={"capacity": plants, "mileage": transport, "saves": saves})
    plan = report.plan.model_copy(update={"measures": Frozen({**report.plan.measures, name: bare})})
    return Frozen(savings_of(replace(report.file, plan=plan), name).numbers)


def _agree(reduction: Number, follows: Number, *, exact: bool) -> bool:
    try:
        known = interval(follows, reduction.unit)
    except ValueError:
        return True
    return interval(reduction).meets(known if exact else known * ANOTHER_YEAR)
