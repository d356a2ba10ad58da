"""A group's target that its members reach only together with a single one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import pathways, targets
from ghgplan.checks.targets.levels import base_year, emissions, figures
from ghgplan.checks.telling import places, rounded, told, with_unit
from ghgplan.compute.numbers import PERCENT, Number
from ghgplan.compute.report import Report

_SMALL = Decimal("0.25")
"""A member that emits more than this part of the group may rightly carry it."""


def through_one_member(report: Report) -> Iterator[Finding]:
    """A group's reduction that its members' pathways give only through one small member.

    Each member counts with its emissions of the base year: the group's output is taken as constant.
    """
    for name, found in targets(report):
        target, stated = found.target, figures(report, name).get("reduction")
        first = base_year(report, target)
        if target.pathway or stated is None or target.year is None or first is None or target.boundary not in (None, "scope 1+2"):
            continue
        parts = _parts(report, first, target.year)
        if len(parts) < 3 or len({part[0] for part in parts}) < len(report.plan.members):
            continue
        promised = interval(stated, PERCENT)
        whole = sum((part[1].value for part in parts), Decimal(0))
        member, weight, value, _ = max(parts, key=lambda part: part[3])
        together, without = _fall(parts), _fall([part for part in parts if part[0] != member])
        if without < promised.low and together >= promised.low and weight.value < whole * _SMALL:
            arguments = {
                "target": name, "stated": told(stated), "year": str(target.year), "member": member,
                "together": with_unit(rounded(together, 1), PERCENT), "without": with_unit(rounded(without, 1), PERCENT),
                "weight": with_unit(rounded(weight.value / whole * 100, 1), PERCENT),
            }  # fmt: skip
            yield Finding(("targets", name, "reduction"), arguments, places(value))


def _parts(report: Report, first: int, year: int) -> list[tuple[str, Number, Number, Decimal]]:
    """Of each member: its name, its emissions in tCO2e, its pathway's value of the year, and what it gives (tCO2e).

    As printed: what is asked is how the group's claim reads, not whether some values behind it hold.
    """
    found: list[tuple[str, Number, Number, Decimal]] = []
    for member, below in report.members.items():
        for _, pathway in pathways(below):
            weight = emissions(below.entities[pathway.entity], "scope 1+2", first) if pathway.entity in below.entities else None
            value, base = pathway.values.get(year), pathway.base
            is_its = pathway.pathway.boundary == "scope 1+2" and pathway.pathway.base_year == first
            if is_its and weight and value and base and base.value > 0:
                found.append((member, weight, value, weight.value * (1 - value.value / base.value)))
    return found


def _fall(parts: list[tuple[str, Number, Number, Decimal]]) -> Decimal:
    """In per cent of the parts' emissions."""
    whole = sum((part[1].value for part in parts), Decimal(0))
    return sum((part[3] for part in parts), Decimal(0)) * 100 / whole if whole else Decimal(0)
