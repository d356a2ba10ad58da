"""Gases that a source lists and does not count."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import inventories
from ghgplan.compute.report import Report
from ghgplan.compute.sources import SourceReport
from ghgplan.diagnostics import Path
from ghgplan.plan.units import parse_unit


def gases_without_factor(report: Report) -> Iterator[Finding]:
    """Several gases, and one factor in tonnes of CO2 alone: the others are nought. One finding for all sources of the plan."""
    found: dict[Path, tuple[str, str]] = {}
    for entity, inventory in inventories(report):
        for name, source in inventory.sources.items():
            factor = _factor_of_co2(source)
            others = [gas for gas in source.source.gases if gas != "CO2" and gas not in source.source.factors]
            if factor and others and "CO2" in source.source.gases and not _counts_more(source):
                found["inventory", entity, "sources", name, "gases"] = (", ".join(others), factor)
    if found:
        (first, (gases, factor)), *_ = found.items()
        arguments = {"sources": ", ".join(path[3] for path in found), "gases": gases, "factor": factor}
        yield Finding(first, arguments, tuple(place(report.file, *path) for path in [*found][1:]))


def _factor_of_co2(source: SourceReport) -> str | None:
    """The one factor of the source where it is of CO2 alone, as it is written."""
    own = source.source
    if own.factor:
        symbol = own.factor.unit.symbol.replace("₂", "2")
        is_alone = "CO2" in symbol and "CO2e" not in symbol and not (own.gwp and own.gwp != 1)
        return f"{own.factor.value} {own.factor.unit.symbol}" if is_alone else None
    return own.fuel if own.fuel and source.activity else None


def _counts_more(source: SourceReport) -> bool:
    """Whether the stated emissions are above activity data times factor, as the other gases make them."""
    for year, emissions in source.emissions.items():
        activity, factor = source.activity.get(year), source.factor
        if activity is None or not emissions.is_stated:
            continue
        if factor is None:
            return True
        try:
            product = interval(activity) * interval(factor, parse_unit(f"tCO2e/{activity.unit.symbol}"))
        except ValueError:
            return True
        if interval(emissions).low > product.high:
            return True
    return False
