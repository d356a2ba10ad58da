"""Percentages by which emissions changed, typed into prose, against the figures of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import combinations

from ghgplan.checks.precision import Interval, in_unit, interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import inventories
from ghgplan.checks.targets.sentences import Claim, claims, sentences
from ghgplan.checks.targets.spans_in_prose import changes_of_ends
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.numbers import PERCENT, Number
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.sections import passages
from ghgplan.plan.text import Text

_EMISSIONS = re.compile(r"排放|强度|碳|emission|emitt|intensit|carbon|CO2|CO₂", re.IGNORECASE)
_CHANGES = re.compile(
    r"下降|降低|减少|减排|降幅|上升|增加|增长|升高|\b(?:fall|fell|fallen|drop|reduc|decreas|declin|cut|lower|below|rise|rose|increas|grew)\w*|[%％] (?:less|more)\b",
    re.IGNORECASE,
)
_FALLS = re.compile(
    r"下降|降低|减少|减排|降幅|\b(?:fall|fell|fallen|drop|reduc|decreas|declin|cut)\w*|[%％] (?:less|lower|below)\b", re.IGNORECASE
)
_RISES = re.compile(
    r"上升|增加|增长|升高|回升|反弹|\b(?:rise|rose|risen|increas|grew|grow)\w*|[%％] (?:more|higher|above)\b", re.IGNORECASE
)
_TO_THE_YEAR_BEFORE = re.compile(r"同比|(?:较|比|与)上一?年|year[- ]on[- ]year", re.IGNORECASE)
_SUPPOSED = re.compile(r"若|如果|假如|假设|如不|\bwould\b|\bif\b", re.IGNORECASE)
_YEARLY = re.compile(r"年均|每年|逐年|\b(?:a|per|each|every) year\b|annual", re.IGNORECASE)
_OTHER = re.compile(
    r"产量|产值|电耗|用电|能耗|煤耗|天然气|成本|收入|投资|人员|占|\b(?:output|production|electricity|energy|gas|cost|revenue|share)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_PARTS = re.compile(r"[，,、：:]")


_CHAPTERS = (".pathways.", ".progress.", ".targets.", ".gap.", ".group.", ".measures.")
_Backing = tuple[frozenset[int], Interval, str]
"""A percentage of the plan, in per cent, with the years it speaks of, none where it names none, and whether it is a fall or a rise."""
_FALL, _RISE, _EITHER = "fall", "rise", ""


def changes_in_prose(report: Report) -> Iterator[Finding]:
    """A typed percentage by which emissions fell or rise that no figure of the plan gives, of the years that the sentence names."""
    plan = _OfPlan(report)
    spoken_of, is_single = _years_with_figures(report), len(report.plan.entities) == 1
    for path, text in _prose(report):
        for wording in wordings(path, text):
            found = next(
                (
                    claim
                    for sentence in sentences(wording.written)
                    for claim in _unbacked(sentence, plan, spoken_of, _years_of(report, path), is_single=is_single)
                ),
                None,
            )
            if found:
                yield Finding(wording.path, {"said": found.fragment}, fragment=found.fragment)
                break


def _years_of(report: Report, path: Path) -> frozenset[int]:
    """The year that a target's sentence quotes rather than types."""
    target = report.plan.targets.get(path[1]) if path[0] == "targets" else None
    return frozenset({target.year} if target and target.year else ())


def _years_with_figures(report: Report) -> frozenset[int]:
    """The years of which the plan gives emissions or intensities, or a target."""
    given = {year for series in _series(report) for year, _ in series}
    return frozenset(given | {target.year for target in report.plan.targets.values() if target.year})


class _OfPlan:
    """What the plan gives; worked out where a sentence is to be held against it."""

    def __init__(self, report: Report) -> None:
        self._report = report

    @cached_property
    def percentages(self) -> list[_Backing]:
        return [*_percentages(self._report)]


def _unbacked(sentence: str, plan: _OfPlan, spoken_of: frozenset[int], quoted: frozenset[int], *, is_single: bool) -> Iterator[Claim]:
    years = {int(match[0]) for match in _YEAR.finditer(sentence)} or quoted
    if not years & spoken_of or not _EMISSIONS.search(sentence) or _SUPPOSED.search(sentence):
        return
    is_of_others = False
    for part in _PARTS.split(sentence):
        # A part without a subject has that of the part before.
        is_of_others = bool(_OTHER.search(part)) or (is_of_others and not _EMISSIONS.search(part))
        said = [*claims(part)] if _CHANGES.search(part) and not is_of_others else []
        if said:
            of_years = [each for each in plan.percentages if not each[0] or each[0] & years]
            fitting = [
                known for _, known, way in _against(part, of_years, years, is_single=is_single) if way in (_EITHER, _way(part) or way)
            ]
            # What the sentence itself gives both ends of is held against these.
            fitting += [change for _, _, change in changes_of_ends(sentence)]
            yield from (claim for claim in said if not any(claim.holds.meets(known) for known in fitting))


def _way(part: str) -> str:
    """Whether the part speaks of a fall or of a rise; of neither where of both."""
    falls, rises = bool(_FALLS.search(part)), bool(_RISES.search(part))
    return _EITHER if falls == rises else _FALL if falls else _RISE


def _against(part: str, backed: list[_Backing], years: frozenset[int] | set[int], *, is_single: bool) -> list[_Backing]:
    """What the part may be backed by: of a change to the year before, that one where the plan has both years.

    And of a change between the two years that a sentence names that one, in a plan without sums over several entities.
    """
    if _TO_THE_YEAR_BEFORE.search(part):
        pairs = {frozenset({year - 1, year}) for year in years}
        return [each for each in backed if each[0] in pairs] or backed
    if len(years) == 2 and is_single and not _YEARLY.search(part):
        of_both = [each for each in backed if each[0] == years]
        return [*of_both, *(each for each in backed if not each[0])] if of_both else backed
    return backed


def _percentages(report: Report) -> Iterator[_Backing]:
    """Percentages of the plan, and the changes between any two figures of one series, as positive numbers."""
    for name, number in report.numbers.items():
        if number.unit.is_kind("share") and any(kind in f".{name}" for kind in _CHAPTERS):
            year = _YEAR.fullmatch(name.rpartition(".")[2])
            yield frozenset({int(year[0])} if year else ()), interval(number, PERCENT), _EITHER
    for series in _series(report):
        known = [(year, number.unit, interval(number)) for year, number in sorted(series, key=lambda each: each[0])]
        for (first_year, unit, first), (last_year, other_unit, last) in combinations(known, 2):
            try:
                part = (in_unit(last, other_unit, unit) / first).times(100)
            except (ValueError, ZeroDivisionError):
                continue
            years = frozenset({first_year, last_year})
            # Of one year, a target and what was achieved: either may be said to lie above the other.
            ways = (_EITHER, _EITHER) if first_year == last_year else (_FALL, _RISE)
            yield years, Interval(100 - part.high, 100 - part.low), ways[0]
            yield years, Interval(part.low - 100, part.high - 100), ways[1]


def _series(report: Report) -> Iterator[list[tuple[int, Number]]]:
    for pathway in report.pathways.values():
        base = [(pathway.pathway.base_year, pathway.base)] if pathway.base else []
        yield [*base, *pathway.values.items(), *pathway.actual.items()]
    for entity in report.entities.values():
        for totals in entity.inventory.totals.values() if entity.inventory else ():
            yield list(totals.items())
    for _, inventory in inventories(report):
        for source in inventory.sources.values():
            yield list(source.emissions.items())


def _prose(report: Report) -> Iterator[tuple[Path, Text]]:
    yield from passages(report.plan.outline, notes=True)
    yield from ((("targets", name, "statement"), target.statement) for name, target in report.plan.targets.items())
    yield from ((("progress", name, "remark"), each.remark) for name, each in report.plan.progress.items() if each.remark)
