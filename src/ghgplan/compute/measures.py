"""The figures that targets and measures state, under the names that texts quote them by."""

from __future__ import annotations

from collections.abc import Mapping

from ghgplan.compute.numbers import Number, stated
from ghgplan.diagnostics import Path
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.scalars import Quantity


def target_numbers(file: PlanFile, name: str) -> dict[str, Number]:
    """Of the target ``name``: base, value, reduction, yearly reduction, change, and its other figures."""
    target = file.plan.targets[name]
    path: Path = ("targets", name)
    given = {key: getattr(target, key.replace(" ", "_")) for key in ("base", "value", "reduction", "yearly reduction", "change")}
    return {**_stated(file, given, path), **_figures(file, target.figures, path)}


def measure_numbers(file: PlanFile, name: str) -> dict[str, Number]:
    """Of the measure ``name``: savings, capacities and substitutions by position from 1, and its other figures."""
    measure = file.plan.measures[name]
    path: Path = ("measures", name)
    numbers = _stated(file, {"reduction": measure.reduction, "cost": measure.cost}, path)
    for position, saving in enumerate(measure.saves):
        given = {"amount": saving.amount, "mass": saving.mass, "stated reduction": saving.stated_reduction}
        numbers |= _positioned(_stated(file, given, (*path, "saves", str(position))), "saves", position)
    for position, plant in enumerate(measure.capacity):
        given = {"capacity": plant.capacity, "generation": plant.generation}
        numbers |= _positioned(_stated(file, given, (*path, "capacity", str(position))), "capacity", position)
    for position, substitution in enumerate(measure.substitutes):
        shares = {str(year): share for year, share in substitution.share.items()}
        numbers |= _positioned(_stated(file, shares, (*path, "substitutes", str(position), "share")), "substitutes", position)
    return {**numbers, **_figures(file, measure.figures, path)}


def _stated(file: PlanFile, given: Mapping[str, Quantity | None], path: Path) -> dict[str, Number]:
    return {key: stated(value, (*path, key), file.source.span((*path, key))) for key, value in given.items() if value is not None}


def _figures(file: PlanFile, figures: Mapping[str, Quantity], path: Path) -> dict[str, Number]:
    return {f"figures.{key}": number for key, number in _stated(file, figures, (*path, "figures")).items()}


def _positioned(numbers: Mapping[str, Number], chapter: str, position: int) -> dict[str, Number]:
    return {f"{chapter}.{position + 1}.{key}": number for key, number in numbers.items()}
