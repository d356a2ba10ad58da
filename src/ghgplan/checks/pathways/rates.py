"""Pathways that fall at a rate, against the values that lead for their years."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.pathways.starts import is_doubtful
from ghgplan.checks.precision import Interval, exactly, interval
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways
from ghgplan.checks.telling import rounded, told, with_unit
from ghgplan.compute.numbers import PERCENT, stated
from ghgplan.compute.pathway_methods import compound_reduction, linear_reduction, percent
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report

_RATES = ("constant rate", "absolute contraction")


def rates_against_values(report: Report) -> Iterator[Finding]:
    """A stated rate of reduction that the stated values do not follow. One finding a pathway, with the last year that is off."""
    for name, pathway in pathways(report):
        own, base = pathway.pathway, pathway.base
        if own.method not in _RATES or own.rate is None or base is None or is_doubtful(report, pathway):
            continue
        given = {year: number for year, number in pathway.values.items() if number.is_stated and year > own.base_year}
        path = ("pathways", name, "rate")
        rate = stated(own.rate, path, report.file.source.span(path))
        part = interval(rate, PERCENT).times(Decimal("0.01"))
        off = [
            year for year, number in given.items() if not interval(number, base.unit).meets(_fallen(pathway, interval(base), part, year))
        ]
        if not off or base.value <= 0:
            continue
        year = max(off)
        is_all = len(off) == len(given) and len(given) > 1
        years = Decimal(year - own.base_year)
        along = compound_reduction if own.method == "constant rate" else linear_reduction
        implied = along(base.value, given[year].value_in(base.unit), years)
        arguments = {
            "pathway": name, "rate": told(rate), "base": told(base), "year": str(year), "value": told(given[year]),
            "follows": with_unit(rounded(_fallen(pathway, exactly(base.value), exactly(part.middle), year).middle, base.decimals + 1), base.unit),
            "implied": with_unit(rounded(percent(implied), rate.decimals + 2), PERCENT) if implied is not None else "—",
        }  # fmt: skip
        at = path if is_all else ("pathways", name, "values", str(year))
        yield Finding(at, arguments, (place(report.file, *(("pathways", name, "values", str(year)) if is_all else path)),))


def _fallen(pathway: PathwayReport, base: Interval, part: Interval, year: int) -> Interval:
    """What the rate leaves of the base value in ``year``."""
    years = year - pathway.pathway.base_year
    if pathway.pathway.method == "constant rate":
        return base * part.mapped(lambda each: (1 - each) ** years)
    return base * part.mapped(lambda each: max(1 - each * years, Decimal(0)))
