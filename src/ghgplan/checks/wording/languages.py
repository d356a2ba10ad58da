"""Figures typed into both wordings of a text: the two editions must give the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.wording.prose import QUOTE, Prose, wordings
from ghgplan.compute.report import Report
from ghgplan.plan.texts import texts

_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,]\d|\d)")
_STANDARD = re.compile(
    r"《[^》]*》|\b(?:GB|ISO|IEC|PAS|DB\d*|HJ|JS|YS|DL|EN|AR)\s?(?:/\s?[TZ])?\s?[\d.]+(?:[-–—:：]\d+)*|\bV\d+(?:\.\d+)*", re.IGNORECASE
)
"""Numbers of standards and editions: years within them are no dates, and one wording may leave them out."""
_UNITS = "tCO2e?|tCO₂e?|kgCO2e?|kgCO₂e?|kWh|MWh|GWh|kW|MW|tce|kgce|kg|GJ|MJ|TJ|m3|m³|mg|km|t|h|d"
_QUANTITY = re.compile(rf"(?<![\d.])(\d[\d,]*(?:\.\d+)?)\s*(%|％|per cent|percent|(?:{_UNITS})(?![A-Za-z0-9]))")


def figures_of_languages(report: Report) -> Iterator[Finding]:
    """A figure that one wording of a text gives otherwise than the other; texts that do not give equally many are left aside."""
    for path, text in texts(report.plan):
        if not all(wording and _FIGURE.search(wording) for wording in (text.zh, text.en)):
            continue
        both = [*wordings(path, text)]
        if len(both) != 2:
            continue
        first, second = both
        for found in (_years, _quantities, _percentages):
            ours, theirs = found(first), found(second)
            if ours.total() == theirs.total() and ours != theirs:
                here, there = next(iter(ours - theirs)), next(iter(theirs - ours))
                yield Finding(first.path, {"zh": here, "en": there}, (place(report.file, *second.path),), fragment=here)
                break


def _years(each: Prose) -> Counter[str]:
    return Counter(_YEAR.findall(_STANDARD.sub(QUOTE, each.words)))


def _percentages(each: Prose) -> Counter[str]:
    """Those alone: amounts may be in other units in the other language."""
    return Counter({figure: count for figure, count in _quantities(each).items() if figure.endswith("%")})


def _quantities(each: Prose) -> Counter[str]:
    found: Counter[str] = Counter()
    for match in _QUANTITY.finditer(each.words):
        value = Decimal(match[1].replace(",", ""))
        unit = "%" if match[2] in ("%", "％", "per cent", "percent") else match[2].replace("₂", "2").replace("³", "3")
        found[f"{value.normalize():f}{'' if unit == '%' else ' '}{unit}"] += 1
    return found
