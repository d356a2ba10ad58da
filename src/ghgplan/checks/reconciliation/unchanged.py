"""A text that says nothing changed, over figures that did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import inventories
from ghgplan.checks.targets.sentences import sentences
from ghgplan.checks.telling import places, rounded, told, with_unit
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.numbers import PERCENT, Number
from ghgplan.compute.report import Report
from ghgplan.plan.sections import passages

_UNCHANGED = re.compile(
    r"(?:边界|厂界|工艺|规模|产线)[^。；]{0,12}?(?:未变|不变|(?:无|未|没有)[^，。；]{0,4}(?:变化|变动|改变|变更))"
    r"|\b(?:boundar\w+|process\w*|production)\b[^.;]{0,40}?\b(?:did not change|unchanged|no (?:major |significant )?change)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<!\d)20\d{2}(?!\d)")
_CHANGED = Decimal("0.3")
"""By how much of itself the total must have moved, up or down."""


def unchanged_in_words(report: Report) -> Iterator[Finding]:
    """Boundary and process said to be unchanged over years in which the total of the inventory moved by a third. One finding a plan."""
    for path, text in passages(report.plan.outline, notes=True):
        for wording in wordings(path, text):
            for sentence in sentences(wording.written):
                match = _UNCHANGED.search(sentence)
                years = sorted({int(year) for year in _YEARS.findall(sentence)})
                moved = _moved(report, years[0], years[-1]) if match and len(years) > 1 else None
                if match and moved:
                    first, last, part = moved
                    arguments = {
                        "said": match[0], "first_year": str(years[0]), "last_year": str(years[-1]), "first": told(first), "last": told(last),
                        "change": f"{'+' if part > 0 else ''}{with_unit(rounded(part, 1), PERCENT)}",
                    }  # fmt: skip
                    yield Finding(wording.path, arguments, places(first, last), fragment=match[0])
                    return


def _moved(report: Report, first_year: int, last_year: int) -> tuple[Number, Number, Decimal] | None:
    for _, inventory in inventories(report):
        totals = inventory.totals.get("total", {})
        first, last = totals.get(first_year), totals.get(last_year)
        if first is None or last is None or first.value <= 0:
            continue
        known, later = interval(first), interval(last, first.unit)
        if later.low > known.high * (1 + _CHANGED) or later.high < known.low * (1 - _CHANGED):
            return first, last, (later.middle / known.middle - 1) * 100
    return None
