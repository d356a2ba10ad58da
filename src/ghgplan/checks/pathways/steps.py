"""Steps of a table from year to year, where no curve is needed to see that something is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from statistics import median

from ghgplan.checks.pathways.curves import base_path
from ghgplan.checks.pathways.judgement import Cause, judge
from ghgplan.checks.pathways.starts import is_doubtful
from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import pathways, targets
from ghgplan.checks.telling import places, told
from ghgplan.compute.numbers import Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report

_FALL_OF_LAST_DIGITS = 5
"""Units of the last digit a year: where a table falls by that much, a step of nothing is not rounding."""
_STEEP = 2
"""Times the largest other step."""
_STEEP_PART = Decimal("0.05")
"""Of the value before."""
_LEAST_YEARS = 3
"""From the base year on, before a table can be expected to show a fall."""
_LEAST_EVEN = 3
"""So many values with the same number of decimals make it the table's."""


def rising_steps(report: Report) -> Iterator[Finding]:
    """A value that is no lower than the one before, beyond what rounding does. One finding a pathway, with the first."""
    for name, pathway in pathways(report):
        judgement = judge(report, pathway)
        if is_doubtful(report, pathway) or (judgement and judgement.cause is not Cause.NONE):
            continue
        listed = _listed(pathway)
        falls = {last: _yearly(listed, first, last) for first, last in pairwise(sorted(listed))}
        usual = median([fall.middle for fall in falls.values()]) if falls else Decimal(0)
        for first, last in pairwise(sorted(listed)):
            fall = listed[first].value - listed[last].value
            unit_of_last_digit = Decimal(1).scaleb(-min(listed[first].decimals, listed[last].decimals))
            stands = fall == 0 and judgement is None and usual >= _FALL_OF_LAST_DIGITS * unit_of_last_digit
            rises = fall < 0 and (listed[first].decimals == listed[last].decimals or falls[last].high < 0)
            if stands or rises:
                arguments = {
                    "pathway": name, "first": told(listed[first]), "first_year": str(first), "last": told(listed[last]), "year": str(last),
                }  # fmt: skip
                path = next((each.path for each in places(listed[last])), ("pathways", name))
                yield Finding(path, arguments, places(listed[first]))
                break


def steep_steps(report: Report) -> Iterator[Finding]:
    """A yearly step far larger than all others of the table, where no curve can tell what is wrong with it."""
    for name, pathway in pathways(report):
        listed = _listed(pathway)
        if pathway.pathway.method != "asi-tool" or judge(report, pathway) or is_doubtful(report, pathway) or len(listed) <= _LEAST_YEARS:
            continue
        falls = {(first, last): _yearly(listed, first, last) for first, last in pairwise(sorted(listed))}
        (first, last), steepest = max(falls.items(), key=lambda item: item[1].low)
        others = max(fall.high for years, fall in falls.items() if years != (first, last))
        if steepest.low > max(_STEEP * others, _STEEP_PART * listed[first].value):
            arguments = {
                "pathway": name, "first": told(listed[first]), "first_year": str(first), "last": told(listed[last]), "year": str(last),
                "part": f"{(1 - listed[last].value / listed[first].value) * 100:.1f} %",
            }  # fmt: skip
            is_first = first == pathway.pathway.base_year
            path = base_path(name, pathway) if is_first else ("pathways", name, "values", str(last))
            yield Finding(path, arguments, places(listed[last] if is_first else listed[first]))


def fall_within_rounding(report: Report) -> Iterator[Finding]:
    """A table whose fall from the first to the last value may be rounding alone: one more decimal would show it.

    A fall of one unit of the last digit is seen; it is too coarse only for a percentage that a target promises on it.
    """
    for name, pathway in pathways(report):
        judgement = judge(report, pathway)
        listed = {year: number for year, number in _listed(pathway).items() if number.is_stated}
        if is_doubtful(report, pathway) or (judgement and judgement.cause is not Cause.NONE) or not listed:
            continue
        first, last = min(listed), max(listed)
        begun, ended = interval(listed[first]), interval(listed[last])
        is_seen = begun.low >= ended.high
        if (
            last - first >= _LEAST_YEARS
            and begun.middle >= ended.middle
            and begun.meets(ended)
            and (not is_seen or _is_promised(report, name))
        ):
            arguments = {
                "pathway": name, "first": told(listed[first]), "first_year": str(first), "last": told(listed[last]), "last_year": str(last),
                "decimals": str(min(listed[first].decimals, listed[last].decimals) + 1),
            }  # fmt: skip
            yield Finding(("pathways", name, "values"), arguments, places(listed[first], listed[last]), at_key=True)


def uneven_digits(report: Report) -> Iterator[Finding]:
    """Values of a table written with fewer decimals than the rest; one finding a pathway, with the first."""
    for name, pathway in pathways(report):
        given = {year: number for year, number in pathway.values.items() if number.is_stated and year > pathway.pathway.base_year}
        decimals, count = max(Counter(number.decimals for number in given.values()).items(), key=lambda each: each[::-1], default=(0, 0))
        judgement = judge(report, pathway)
        off = judgement.off if judgement else ()
        # A value that is wrong altogether may well have lost a digit on the way.
        shorter = [year for year, number in given.items() if number.decimals < decimals and year not in off]
        if count < _LEAST_EVEN or not shorter:
            continue
        usual = next(number for number in given.values() if number.decimals == decimals)
        arguments = {
            "pathway": name, "year": str(shorter[0]), "value": told(given[shorter[0]]), "usual": told(usual),
            "decimals": str(decimals), "written": f"{given[shorter[0]].value:.{decimals}f}",
        }  # fmt: skip
        yield Finding(("pathways", name, "values", str(shorter[0])), arguments, places(*(given[year] for year in shorter[1:])))


def _listed(pathway: PathwayReport) -> dict[int, Number]:
    """The base value and all later ones."""
    year = pathway.pathway.base_year
    base = {year: pathway.base} if pathway.base else {}
    return {**base, **{at: number for at, number in pathway.values.items() if at > year}}


def _is_promised(report: Report, pathway: str) -> bool:
    """Whether a target on the pathway promises a percentage."""
    return any(
        pathway in target.target.pathway and (target.target.reduction or target.target.yearly_reduction) for _, target in targets(report)
    )


def _yearly(listed: Mapping[int, Number], first: int, last: int) -> Interval:
    """How far the value falls each year from ``first`` to ``last``."""
    return (interval(listed[first]) - interval(listed[last], listed[first].unit)).times(Decimal(1) / (last - first))
