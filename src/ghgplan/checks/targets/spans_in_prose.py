"""A change that a sentence gives by its ends and by a percentage: 'from 0.50 to 0.45, by 10 %'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import Interval, around
from ghgplan.checks.rule import Finding
from ghgplan.checks.targets.sentences import claims, sentences
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.numbers import written_decimals
from ghgplan.compute.report import Report
from ghgplan.plan.sections import passages

_NUMBER = r"(?<![\d.])(\d+(?:\.\d+)?)(?![\d.])"
_UNIT = r"\s*((?:[A-Za-z³²·/万千亿吨立方米度时]|(?<=[A-Za-z])[23₂³])*)"
_YEARS = r"(?:20\d{2}\s*年?的?|in 20\d{2})?"
_ENDS = re.compile(
    rf"(?:由|从|\bfrom\b)\s*{_YEARS}\s*{_NUMBER}{_UNIT}[^\d，。；]{{0,8}}{_YEARS}[^\d，。；]{{0,4}}"
    rf"(?:降至|降到|减至|减少到|下降到|下降至|增至|增加到|上升到|升至|提高到|\bto\b)\s*{_YEARS}\s*{_NUMBER}{_UNIT}(?!\s*[%％\d])",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"下降|降低|减少|降幅|上升|增加|增长|升高|提高|\b(?:fall|fell|fallen|drop|reduc|decreas|declin|cut|rise|rose|increas|grew)\w*|[%％] (?:less|more|lower)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NOT_THE_WHOLE = re.compile(r"年均|每年|平均|同比|占|百分点|\b(?:a|per|each) year\b|annual|\bpoints?\b|share|year[- ]on", re.IGNORECASE)


def ends_and_percentage(report: Report) -> Iterator[Finding]:
    """A sentence with one pair of ends and one percentage of change, which is not the change between them."""
    for path, text in passages(report.plan.outline, notes=True):
        for wording in wordings(path, text):
            found = next((each for sentence in sentences(wording.written) if (each := _contradiction(sentence))), None)
            if found:
                yield Finding(wording.path, found, fragment=found["said"])
                break


def changes_of_ends(sentence: str) -> list[tuple[str, str, Interval]]:
    """The ends that the sentence names, and the size of the change between them in per cent; ends that are years are none."""
    found: list[tuple[str, str, Interval]] = []
    for match in _ENDS.finditer(sentence):
        first, unit, last, other = match.groups()
        before, after = (around(Decimal(each), written_decimals(Decimal(each))) for each in (first, last))
        if (
            any(_YEAR.fullmatch(each) for each in (first, last))
            or before.low <= 0
            or (unit and other and unit.casefold() != other.casefold())
        ):
            continue
        part = (after / before).times(100)
        sizes = sorted((abs(part.low - 100), abs(part.high - 100)))
        found.append((first, last, Interval(Decimal(0) if part.low <= 100 <= part.high else sizes[0], sizes[1])))
    return found


def _contradiction(sentence: str) -> dict[str, str] | None:
    ends, said = changes_of_ends(sentence), [*claims(sentence)]
    if len(ends) != 1 or len(said) != 1 or not _CHANGES.search(sentence) or _NOT_THE_WHOLE.search(sentence):
        return None
    first, last, change = ends[0]
    if said[0].holds.meets(change):
        return None
    return {"said": said[0].fragment, "first": first, "last": last, "change": f"{change.middle:.1f} %"}
