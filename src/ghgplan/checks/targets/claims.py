"""Claims of prose about what was achieved, against the actual values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import pathways
from ghgplan.checks.targets.claims_of_years import met_by_remark, met_by_text
from ghgplan.checks.targets.outcomes import is_above, is_missed
from ghgplan.checks.targets.sentences import sentences
from ghgplan.checks.telling import places, told
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.numbers import Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.sections import passages_of, sections
from ghgplan.plan.text import Text

_FELL = re.compile(
    r"(?:总体|整体|全面|均|全部)(?:有所|呈|呈现|实现|大幅|明显|显著)?(?:下降|降低|减少)"
    r"|(?:fell|fallen|declined|decreased|dropped) (?:overall|throughout|across the board)|overall (?:fall|decline|decrease|reduction)"
    r"|(?:all|both)\b[^,;.]{0,40}\b(?:fell|declined|decreased|dropped)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"(?:均|全部|全面|如期|按期|超额)(?:已)?(?:达到|达成|完成|实现)了?[^，。；]{0,12}目标|(?:met|reached|achieved) (?:all|both|every)\b[^,;.]{0,30}\btargets?"
    r"|all (?:the )?targets (?:were|have been|are) (?:met|reached|achieved)|\bon track\b",
    re.IGNORECASE,
)
_EMISSIONS = re.compile(r"排放|强度|碳|目标|emission|intensit|carbon|target", re.IGNORECASE)
_NOT = re.compile(r"未|没有|尚|\bnot\b|\bno\b|将|力争|will\b", re.IGNORECASE)

_Against = Callable[[PathwayReport, int], "Number | None"]


def fell_overall(report: Report) -> Iterator[Finding]:
    """Prose beside the progress table that says that emissions fell overall, while an actual value lies above its base value."""
    yield from _claimed(report, _FELL, lambda pathway, year: pathway.base if _rose(pathway, year) else None)


def targets_met(report: Report) -> Iterator[Finding]:
    """Prose beside the progress table that says that all targets were met, while an actual value lies above its target.

    And prose that says so of a pathway or a year of its own.
    """
    of_all = [*_claimed(report, _MET, lambda pathway, year: pathway.values[year] if is_missed(pathway, year) else None)]
    yield from of_all
    yield from (found for found in (*met_by_remark(report), *met_by_text(report)) if found.path not in {each.path for each in of_all})


def _claimed(report: Report, words: re.Pattern[str], against: _Against) -> Iterator[Finding]:
    contrary = [(name, year, pathway, other) for name, year, pathway in _latest(report) if (other := against(pathway, year))]
    if not contrary:
        return
    name, year, pathway, other = contrary[0]
    for path, text in _beside_progress(report):
        for wording in wordings(path, text):
            said = next((said for sentence in sentences(wording.written) if (said := _said(sentence, words))), None)
            if said:
                arguments = {
                    "said": said, "pathway": name, "year": str(year), "actual": told(pathway.actual[year]), "other": told(other),
                }  # fmt: skip
                yield Finding(wording.path, arguments, places(pathway.actual[year], other), fragment=said)
                break


def _beside_progress(report: Report) -> Iterator[tuple[Path, Text]]:
    for at, section in sections(report.plan.outline):
        if any(item.table in ("progress", "progress outlook") for item in section.body):
            yield from passages_of(at, section, notes=True)


def _said(sentence: str, words: re.Pattern[str]) -> str | None:
    match = words.search(sentence)
    before = sentence[: match.end()] if match else ""
    return match[0] if match and _EMISSIONS.search(sentence) and not _NOT.search(before[-20:]) else None


def _latest(report: Report) -> Iterator[tuple[str, int, PathwayReport]]:
    for name, pathway in pathways(report):
        years = [year for year in pathway.actual if year > pathway.pathway.base_year]
        if years:
            yield name, max(years), pathway


def _rose(pathway: PathwayReport, year: int) -> bool:
    return pathway.base is not None and is_above(pathway.actual[year], pathway.base)
