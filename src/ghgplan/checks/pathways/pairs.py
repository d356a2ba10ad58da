"""Two pathways side by side: tables copied from one another, orders that no convergence gives, a boundary without the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from ghgplan.checks.pathways.judgement import TOOL_METHODS, Cause, judge
from ghgplan.checks.pathways.years import named
from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways
from ghgplan.checks.telling import places, told
from ghgplan.compute.numbers import Number
from ghgplan.compute.pathway_curves import curve_of
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.frozen import Frozen
from ghgplan.values import frozen

_LEAST_SHARED = 3
"""Years with the same value, before a table is a copy."""
_LEFT = Decimal("0.5")
"""Of the distance between two base values, at the least, is left up to 2030 on any curve."""
_LAST_YEAR = 2030
_DOWNSTREAM = ("casthouse", "semi-fabrication", "material conversion")
"""Activities with a pathway for their process and one for the metal they buy; upstream one pathway covers all."""


@frozen
class Placed:
    """A pathway of the plan or of a member, as the plan sees it."""

    name: str
    path: Path
    """What a finding in the plan points at: the values, or the member."""
    owner: Report
    pathway: PathwayReport

    @property
    def table(self) -> Mapping[int, Number]:
        later = {year: number for year, number in self.pathway.values.items() if year > self.pathway.pathway.base_year}
        return Frozen(later)


def copied_tables(report: Report) -> Iterator[Finding]:
    """A table equal to that of another pathway in every year, although the base values differ or the boundaries do."""
    for copy, original in copied(report):
        years = sorted(set(copy.table) & set(original.table))
        base, other_base = copy.pathway.base, original.pathway.base
        if base and other_base:
            arguments = {
                "pathway": copy.name, "other": original.name, "base": told(base), "other_base": told(other_base),
                "first_year": str(years[0]), "last_year": str(years[-1]), "first": told(copy.table[years[0]]),
                "last": told(copy.table[years[-1]]),
            }  # fmt: skip
            yield Finding(copy.path, arguments, places(base, other_base, copy.table[years[0]], original.table[years[0]]))


def copied(report: Report) -> Iterator[tuple[Placed, Placed]]:
    """Tables that cannot be equal and are: the copy, then what it was copied from."""
    for first, second in _pairs(report):
        years = sorted(set(first.table) & set(second.table))
        is_same = len(years) >= _LEAST_SHARED and all(_same(first.table[year], second.table[year]) for year in years)
        if is_same and _must_differ(first, second, years):
            yield (first, second) if _leads_astray(first) and not _leads_astray(second) else (second, first)


def order_of_convergence(report: Report) -> Iterator[Finding]:
    """Of two tables of one curve, tool and base year, the higher one falls less in per cent, beyond rounding."""
    for pair in _pairs(report):
        (first, second), years = pair, sorted(set(pair[0].table) & set(pair[1].table))
        if len(years) < _LEAST_SHARED or not _of_one_curve(first, second):
            continue
        high, low = (first, second) if first.table[years[0]].value > second.table[years[0]].value else (second, first)
        if interval(high.table[years[0]]).meets(interval(low.table[years[0]])) or any(_leads_astray(each) for each in pair):
            continue
        left = {each.name: _left(each, years) for each in pair}
        if left[high.name].low > left[low.name].high:
            arguments = {
                "pathway": high.name, "other": low.name, "first_year": str(years[0]), "last_year": str(years[-1]),
                "fall": _percent(left[high.name]), "other_fall": _percent(left[low.name]), "value": told(high.table[years[0]]),
                "other_value": told(low.table[years[0]]),
            }  # fmt: skip
            ends = [each.table[year] for each in (high, low) for year in (years[0], years[-1])]
            yield Finding(high.path, arguments, places(*ends), at_key=True)


def boundaries_alone(report: Report) -> Iterator[Finding]:
    """Entities with a pathway for the process but none for purchased metal, or the other way round; one finding a plan."""
    boundaries: dict[str, dict[str, str]] = {}
    for name, pathway in pathways(report):
        if pathway.pathway.method in TOOL_METHODS:
            boundaries.setdefault(pathway.entity, {})[pathway.pathway.boundary] = name
    alone = {
        entity: next(iter(of_entity.items()))
        for entity, of_entity in boundaries.items()
        if len(of_entity) == 1 and entity in report.plan.entities and report.plan.entities[entity].activity in _DOWNSTREAM
    }
    if alone:
        boundary, first = next(iter(alone.values()))
        other = "scope 3 category 1" if boundary == "scope 1+2" else "scope 1+2"
        arguments = {"count": str(len(alone)), "names": named(list(alone)), "boundary": boundary, "other": other}
        related = tuple(place(report.file, "pathways", name, at_key=True) for _, name in alone.values() if name != first)
        yield Finding(("pathways", first, "boundary"), arguments, related)


def _pairs(report: Report) -> Iterator[tuple[Placed, Placed]]:
    """Pairs of pathways of the tool; those of one member are its own plan's to compare."""
    everything = [each for each in _placed(report, "", ()) if each.pathway.pathway.method == "asi-tool"]
    for first, second in combinations(everything, 2):
        if first.owner is report and second.owner is report:
            one, other = first.pathway, second.pathway
            if (one.entity, one.pathway.boundary) != (other.entity, other.pathway.boundary):
                yield first, second
        elif first.path != second.path:
            yield first, second


def _placed(report: Report, prefix: str, path: Path) -> Iterator[Placed]:
    for name, pathway in pathways(report):
        yield Placed(f"{prefix}{name}", path or ("pathways", name, "values"), report, pathway)
    for name, member in report.members.items():
        yield from _placed(member, f"{prefix}{name}.", path or ("members", name))


def _same(first: Number, second: Number) -> bool:
    return first.value == second.value and first.decimals == second.decimals


def _must_differ(first: Placed, second: Placed, years: list[int]) -> bool:
    """Whether the base values are so far apart that the tables, up to 2030, cannot be the same to the last digit."""
    one, other = first.pathway.base, second.pathway.base
    if one is None or other is None:
        return False
    if first.pathway.pathway.boundary != second.pathway.pathway.boundary:
        return True
    if first.pathway.pathway.base_year != second.pathway.pathway.base_year:
        return False
    apart = max(interval(one).low - interval(other).high, interval(other).low - interval(one).high)
    last_digit = Decimal(1).scaleb(-min(first.table[year].decimals for year in years))
    return years[0] <= _LAST_YEAR and apart * _LEFT > last_digit


def _leads_astray(placed: Placed) -> bool:
    judgement = judge(placed.owner, placed.pathway)
    return judgement is not None and judgement.cause is not Cause.NONE


def _of_one_curve(first: Placed, second: Placed) -> bool:
    curves = [curve_of(each.owner.plan, each.pathway.pathway) for each in (first, second)]
    one, other = first.pathway.pathway, second.pathway.pathway
    same = (one.boundary, one.base_year, one.tool) == (other.boundary, other.base_year, other.tool)
    return same and curves[0] is not None and curves[0] == curves[1]


def _left(placed: Placed, years: list[int]) -> Interval:
    """What is left of the first year's value in the last, as a part of one."""
    return interval(placed.table[years[-1]]) / interval(placed.table[years[0]])


def _percent(left: Interval) -> str:
    return f"{(1 - left.middle) * 100:.2f} %"
