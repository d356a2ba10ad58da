"""When measures have their effect: what counts too early, what falls back, and when it has paid for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from ghgplan.checks.measures.parts_of_measures import savings
from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import measures
from ghgplan.checks.telling import beside, places, rounded, told, with_unit
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.units import parse_unit

_YEAR, _A = parse_unit("年"), parse_unit("a")
_LONGEST_LIFE = 50
"""Years: no furnace, motor or panel lasts longer."""
_PAYBACK = re.compile("payback|pay back|回收期|回收年", re.IGNORECASE)


def effects_before_the_start(report: Report) -> Iterator[Finding]:
    """A ramp or a growing share with an effect in a year before the measure begins."""
    for name, each in measures(report):
        first = each.measure.from_
        if first is None:
            continue
        path: Path = ("measures", name)
        shares: list[tuple[Path, Mapping[int, Quantity]]] = [((*path, "ramp"), each.measure.ramp or {})]
        shares += [((*path, "substitutes", str(at), "share"), of.share) for at, of in enumerate(each.measure.substitutes)]
        for at, by_year in shares:
            early = [year for year, share in by_year.items() if year < first and share.value > 0]
            # A first share is where a substitution stands, not what the measure brings.
            if early and not (at[-1] == "share" and len(early) == 1):
                year = min(early)
                arguments = {
                    "measure": name, "year": str(year), "share": with_unit(by_year[year].value, by_year[year].unit), "from": str(first),
                }  # fmt: skip
                yield Finding((*at, str(year)), arguments, (place(report.file, *path, "from"),))
                break


def savings_against_a_later_year(report: Report) -> Iterator[Finding]:
    """A saving measured against a year in which the measure already ran."""
    for of in savings(report):
        first, base = of.measure.from_, of.saving.base_year
        if first is not None and base is not None and base > first:
            arguments = {"measure": of.name, "base": str(base), "from": str(first)}
            yield Finding((*of.path, "base year"), arguments, (place(report.file, "measures", of.name, "from"),))


def falling_shares(report: Report) -> Iterator[Finding]:
    """A ramp or the share of a substitution that falls from one year to the next, or begins below the share there was."""
    for name, each in measures(report):
        path: Path = ("measures", name)
        series: list[tuple[Path, Mapping[int, Quantity], Quantity | None]] = [((*path, "ramp"), each.measure.ramp or {}, None)]
        for at, substitution in enumerate(each.measure.substitutes):
            series.append(((*path, "substitutes", str(at), "share"), substitution.share, substitution.base_share))
        for at, by_year, base in series:
            points = [("base share", base), *((str(year), by_year[year]) for year in sorted(by_year))]
            known = [(key, quantity) for key, quantity in points if quantity]
            for (key, first), (year, second) in pairwise(known):
                if second.value < first.value:
                    arguments = {
                        "measure": name, "first": key, "before": with_unit(first.value, first.unit), "year": year,
                        "after": with_unit(second.value, second.unit),
                    }  # fmt: skip
                    yield Finding((*at, year), arguments)
                    break


def paybacks(report: Report) -> Iterator[Finding]:
    """A payback among the figures that is not the cost over the yearly saving."""
    for name, each in measures(report):
        computed = each.numbers.get("payback")
        for key in each.measure.figures:
            given = each.numbers.get(f"figures.{key}")
            if computed is None or given is None or not _PAYBACK.search(key) or not given.unit.is_kind("time"):
                continue
            if not interval(given).meets(interval(computed, given.unit)):
                arguments = {
                    "measure": name, "payback": told(given), "cost": told(each.numbers["cost"]),
                    "saving": told(each.numbers["yearly saving"]), "computed": beside(computed, given),
                }  # fmt: skip
                yield Finding(("measures", name, "figures", key), arguments, places(each.numbers["cost"], each.numbers["yearly saving"]))


def paid_back_too_late(report: Report) -> Iterator[Finding]:
    """A payback longer than any plant lasts: most often the saving or the cost is in the wrong unit."""
    for name, each in measures(report):
        back = each.numbers.get("payback")
        if back is None or each.measure.lifetime is not None or interval(back, _YEAR).low <= _LONGEST_LIFE:
            continue
        arguments = {
            "measure": name, "payback": with_unit(rounded(back.value_in(_YEAR), 0), _A), "cost": told(each.numbers["cost"]),
            "saving": told(each.numbers["yearly saving"]), "longest": with_unit(Decimal(_LONGEST_LIFE), _A),
        }  # fmt: skip
        yield Finding(("measures", name, "yearly saving"), arguments, places(each.numbers["cost"]))


def never_paid_back(report: Report) -> Iterator[Finding]:
    """A measure whose effect is over before its savings have paid for it, while it says that it saves money."""
    for name, each in measures(report):
        back, lifetime = each.numbers.get("payback"), each.measure.lifetime
        if back is None or lifetime is None:
            continue
        years = lifetime.value * lifetime.unit.factor_to(_YEAR)
        if interval(back, _YEAR).low > years:
            arguments = {
                "measure": name, "payback": with_unit(rounded(back.value_in(_YEAR), 1), _A), "lifetime": with_unit(lifetime.value, lifetime.unit),
                "cost": told(each.numbers["cost"]), "saving": told(each.numbers["yearly saving"]),
            }  # fmt: skip
            yield Finding(("measures", name, "lifetime"), arguments, places(each.numbers["cost"], each.numbers["yearly saving"]))
