"""A target's figures among each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ghgplan.checks.precision import Interval, exactly, interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import targets
from ghgplan.checks.targets.levels import Level, base_on, comparable, figures, levels, pathways_of, remaining, years_of
from ghgplan.checks.telling import places, rounded, told, with_unit
from ghgplan.compute.numbers import PERCENT, Number, reduction
from ghgplan.compute.pathway_methods import compound_reduction, percent
from ghgplan.compute.report import Report

_WRONG_FIRST = ("reduction", "yearly reduction", "change", "value", "base")
"""Which of two figures to show where nothing tells which one is wrong: those that were computed from others."""


def totals_as_rates(report: Report) -> Iterator[Finding]:
    """A reduction a year that is what falls in all the years together: from the base value to the pathway's, or the target's own."""
    for name, _ in targets(report):
        found = total_as_rate(report, name)
        if found:
            yield found


def total_as_rate(report: Report, name: str) -> Finding | None:
    """The finding on the target ``name``; None where its yearly rate is one."""
    target, own = report.plan.targets[name], figures(report, name)
    rate, years = own.get("yearly reduction"), years_of(report, target)
    if rate is None or years is None or years < 2 or target.year is None:
        return None
    for first, last in _ends(report, name, target.year):
        whole = reduction(first, last)
        yearly = compound_reduction(first.value, last.value_in(first.unit), Decimal(years))
        if whole is None or yearly is None or whole.value <= 0:
            continue
        is_total = rounded(whole.value, rate.decimals) == rounded(rate.value_in(PERCENT), rate.decimals)
        # A whole that prints like a year's part of it says nothing.
        if is_total and not interval(rate, PERCENT).meets(exactly(percent(yearly))):
            arguments = {
                "target": name, "rate": told(rate), "years": str(years), "base": told(first), "value": told(last), "year": str(target.year),
                "yearly": with_unit(rounded(percent(yearly), rate.decimals + 1), PERCENT),
            }  # fmt: skip
            return Finding(("targets", name, "yearly reduction"), arguments, places(first, last))
    return None


def _ends(report: Report, name: str, year: int) -> Iterator[tuple[Number, Number]]:
    target, own = report.plan.targets[name], figures(report, name)
    if "base" in own and "value" in own and comparable(own["base"].unit, own["value"].unit):
        yield own["base"], own["value"]
    for _, pathway in pathways_of(report, target):
        base, value = base_on(report, name, pathway), pathway.values.get(year)
        if base and value:
            yield base, value


def own_figures(report: Report) -> Iterator[Finding]:
    """Base, value, reduction, yearly reduction and change of one target that cannot all hold."""
    for name, _ in targets(report):
        own = figures(report, name)
        years = years_of(report, report.plan.targets[name])
        base = _base(report, name, own)
        clash = _clash(own, base, years)
        if clash is None or total_as_rate(report, name):
            continue
        wrong = _wrong(own, base, years, clash)
        other = next(each for each in clash if each[0] != wrong) if wrong in (clash[0][0], clash[1][0]) else clash[1]
        number = own[wrong] if wrong in own else clash[0][1]
        arguments = {"target": name, "figure": wrong, "stated": told(number), "other": other[0], "given": told(other[1])}
        implied = _implied(wrong, other, base, years)
        arguments["implied"] = implied or "—"
        others = [each for key, each in own.items() if key != wrong]
        yield Finding(("targets", name, wrong), arguments, places(*others, *([base] if base and "base" not in own else [])))


def _base(report: Report, name: str, own: Mapping[str, Number]) -> Number | None:
    if "base" in own:
        return own["base"]
    target = report.plan.targets[name]
    known = [base for _, pathway in pathways_of(report, target) if (base := base_on(report, name, pathway))]
    return known[0] if len(target.pathway) == 1 and known else None


_Figure = tuple[str, Number]


def _clash(own: Mapping[str, Number], base: Number | None, years: int | None) -> tuple[_Figure, _Figure] | None:
    """Two figures that lead to different levels; without a base value, to different parts of it."""
    if base is not None:
        known = levels(own, base, base.unit, years)
        return _first_apart([(level.key, level.figure, level.known) for level in known])
    parts = [(key, own[key], left) for key in ("reduction", "yearly reduction") if key in own and (left := remaining(key, own[key], years))]
    if "value" in own and "change" in own and comparable(own["value"].unit, own["change"].unit):
        value, change = interval(own["value"]), interval(own["change"], own["value"].unit)
        if (value + change).low > 0:
            parts.append(("change", own["change"], value / (value + change)))
    return _first_apart(parts)


def _first_apart(known: list[tuple[str, Number, Interval]]) -> tuple[_Figure, _Figure] | None:
    for position, (key, figure, here) in enumerate(known):
        for other_key, other, there in known[position + 1 :]:
            if not here.meets(there):
                return (key, figure), (other_key, other)
    return None


def _wrong(own: Mapping[str, Number], base: Number | None, years: int | None, clash: tuple[_Figure, _Figure]) -> str:
    """The one figure without which the others agree, where there is just one; else the likelier of the two that clash."""
    suspects = [key for key in _WRONG_FIRST if key in own and len(own) > 3 - ("base" not in own)]
    lone = [key for key in suspects if not _without(key, own, base, years)]
    if len(lone) == 1:
        return lone[0]
    return next(key for key in _WRONG_FIRST if key in (clash[0][0], clash[1][0]))


def _without(key: str, own: Mapping[str, Number], base: Number | None, years: int | None) -> bool:
    rest = {each: number for each, number in own.items() if each != key}
    return _clash(rest, None if key == "base" else base, years) is not None


def _implied(wrong: str, other: _Figure, base: Number | None, years: int | None) -> str | None:
    """What the figure ``wrong`` would have to be."""
    if base is None or wrong == "base":
        return None
    known: list[Level] = levels({other[0]: other[1]}, base, base.unit, years)
    if not known:
        return None
    level, start = known[0].known.middle, base.value
    if wrong == "value":
        return with_unit(rounded(level, base.decimals + 1), base.unit)
    if wrong == "change":
        return with_unit(rounded(start - level, base.decimals + 1), base.unit)
    if start <= 0:
        return None
    if wrong == "reduction":
        return with_unit(rounded(percent((start - level) / start), 2), PERCENT)
    rate = compound_reduction(start, level, Decimal(years)) if years else None
    return with_unit(rounded(percent(rate), 2), PERCENT) if rate is not None else None
