"""Values that nothing can have: negative amounts, more than the whole, ends before beginnings, power over time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.quantities.every_quantity import quantities
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.telling import told, with_unit
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.units import dimension

_NEVER_NEGATIVE = tuple(
    re.compile(pattern)
    for pattern in (
        r"accounting/(supply coal rate|overrides/.*/(amount|calorific value|carbon content|oxidation))",
        r"inventory/[^/]+/stated/(scope 1|scope 2|scope 2 market-based|scope 1\+2|intensity)/.*",
        r"inventory/[^/]+/sources/[^/]+/(factor|density|gwp|market factor|green power/.*|stated shares/.*|factors/.*)",
        r"energy/[^/]+/carriers/[^/]+/(coefficient|stated .*|uses/.*)",
        r"pathways/[^/]+/(base|values/.*|to/.*|remaining/.*)",
        r"progress/[^/]+/actual/.*",
        r"targets/[^/]+/(base|value)",
        r"measures/[^/]+/(lifetime|cost|green power|mileage/.*|capacity/[0-9]+/(capacity|generation|full-load hours|factor))",
        r"measures/[^/]+/(saves/[0-9]+/(before|after|density|factor)|substitutes/[0-9]+/(from/intensity|to intensity|amount))",
    )
)
"""Found while computing: activity data, production, certificates and shares of measures. Removals may make ISO categories negative."""
_FEWER = re.compile(
    r"targets/[^/]+/(reduction|yearly reduction|change)|measures/[^/]+/(reduction|(saves/[0-9]+|mileage|capacity/[0-9]+)/stated reduction)"
)
_SAVED = re.compile(r"measures/(?P<measure>[^/]+)/saves/[0-9]+/(amount|mass)")
_PART = re.compile(
    r"accounting/overrides/.*/oxidation|targets/[^/]+/(reduction|yearly reduction)|pathways/[^/]+/rate|inventory/[^/]+/sources/[^/]+/stated shares/.*"
)
_SHARES = ("electricity", "energy", "metal")
_NATURALLY_NEGATIVE = ("%", "°C", "℃")


def negative_values(report: Report) -> Iterator[Finding]:
    """Less than nothing of what cannot be less than nothing."""
    for path, quantity in _below_nothing(report):
        # Names hold anything but the stroke that keeps the steps apart here.
        written = "/".join(path)
        is_emission = re.fullmatch(r"inventory/[^/]+/sources/[^/]+/stated/.*", written) and _scope(report, path) in ("scope 1", "scope 2")
        if is_emission or any(pattern.fullmatch(written) for pattern in _NEVER_NEGATIVE):
            yield Finding(
                path, {"key": path[-1] if not path[-1].isdigit() else path[-2], "value": with_unit(quantity.value, quantity.unit)}
            )


def negative_reductions(report: Report) -> Iterator[Finding]:
    """A reduction with a minus sign: read as it stands, an increase."""
    for path, quantity in _below_nothing(report):
        written = "/".join(path)
        saved = _SAVED.fullmatch(written)
        # What replaces something may need more of another thing: furnaces on electricity.
        is_alone = saved and not any(each.amount and each.amount.value > 0 for each in report.plan.measures[saved["measure"]].saves)
        if is_alone or _FEWER.fullmatch(written):
            yield Finding(path, {"key": path[-1], "value": with_unit(quantity.value, quantity.unit)})
    for name, measure in report.plan.measures.items():
        for position, saving in enumerate(measure.saves):
            amount = report.numbers.get(f"measures.{name}.saves.{position + 1}.amount")
            if amount and amount.value < 0 and saving.amount is None and len(measure.saves) == 1:
                yield Finding(("measures", name, "saves", str(position), "after"), {"key": "before − after", "value": told(amount)})


def more_than_the_whole(report: Report) -> Iterator[Finding]:
    """More than 100 % of what a share or a reduction is a part of."""
    for path, quantity in quantities(report.plan):
        if quantity.value <= 100:
            continue
        is_share = _PART.fullmatch("/".join(path)) or (
            path[0] == "targets"
            and path[-1] == "value"
            and quantity.unit.symbol == "%"
            and report.plan.targets[path[1]].boundary in _SHARES
        )
        if is_share and quantity.unit.is_kind("share"):
            yield Finding(path, {"key": path[-1], "value": with_unit(quantity.value, quantity.unit)})


def ends_before_beginnings(report: Report) -> Iterator[Finding]:
    """A measure or a target that ends before it begins; periods of the inventory are looked at with its dates."""
    plan = report.plan
    for name, measure in plan.measures.items():
        if measure.from_ and measure.to and measure.to < measure.from_:
            yield _reversed(report, ("measures", name), "to", "from", str(measure.to), str(measure.from_))
    for name, target in plan.targets.items():
        for key, first in (("first year", target.first_year), ("base year", target.base_year)):
            # What falls below a base year falls after it.
            is_same = key == "base year" and target.year == first and (target.reduction or target.change)
            if first and target.year and (target.year < first or is_same):
                yield _reversed(report, ("targets", name), "year", key, str(target.year), str(first))
                break


def power_over_time(report: Report) -> Iterator[Finding]:
    """Power divided by time, which nothing in a plan is: kW/h for kW or kWh."""
    over_time = dimension("watt/second")
    for path, quantity in quantities(report.plan):
        symbol = quantity.unit.symbol
        if quantity.unit.definition and dimension(quantity.unit.definition) == over_time:
            power, _, time = symbol.partition("/")
            yield Finding(path, {"value": with_unit(quantity.value, quantity.unit), "power": power, "energy": f"{power}{time}"})


def _below_nothing(report: Report) -> Iterator[tuple[Path, Quantity]]:
    return ((path, quantity) for path, quantity in quantities(report.plan) if quantity.value < 0)


def _scope(report: Report, path: Path) -> str:
    return report.plan.inventory[path[1]].sources[path[3]].scope


def _reversed(report: Report, path: Path, end: str, begin: str, last: str, first: str) -> Finding:
    arguments = {"end": end, "begin": begin, "last": last, "first": first}
    return Finding((*path, end), arguments, (place(report.file, *path, begin),))
