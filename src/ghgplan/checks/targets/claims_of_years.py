"""Claims that the target of a year was met: in the remark on a pathway, or of a pathway and a year that the text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import pathways
from ghgplan.checks.targets.outcomes import is_missed
from ghgplan.checks.targets.sentences import sentences
from ghgplan.checks.telling import places, told
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.sections import passages
from ghgplan.plan.text import Text

_MET = re.compile(
    r"(?:达到|达成|完成|实现)了?[^，,。；]{0,14}目标|目标[^，,。；]{0,8}(?:达成|完成|实现|达到)|达标"
    r"|\b(?:targets?|goals?)\b[^,;.]{0,40}\b(?:was|were|is|are|been) (?:met|reached|achieved)"
    r"|\b(?:met|reached|achieved|beat)\b[^,;.]{0,40}\b(?:targets?|goals?)\b",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"未|没|不|尚|难|将|拟|力争|争取|确保|预计|计划|为了?(?:达|完|实)|以(?:达|完|实)|可|若|如果|需|距|才能|后续"
    r"|\b(?:not?|never|will|would|can|could|to be|if|until|miss\w*|short|expect\w*|plan\w*|should|must|nearly|almost|only)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"绿电|能耗|电耗|单耗|节能|产量|安全|培训|利润|环保|占比|比例|\b(?:green|renewable|energy|output|safety|training|share|recycl\w*)\b",
    re.IGNORECASE,
)
_BOUNDARIES: Mapping[str, re.Pattern[str]] = {
    "scope 1+2": re.compile(r"工艺|范围\s*[1一]|process|scopes? 1", re.IGNORECASE),
    "scope 3 category 1": re.compile(r"采购铝|外购铝|金属|purchased|metal|scope 3", re.IGNORECASE),
}
_PARTS, _YEAR = re.compile(r"[，,、：:]|\band\b|\bbut\b|但|而"), re.compile(r"(?<!\d)20\d{2}(?!\d)")
_Named = Sequence[tuple[str, PathwayReport]]


def met_by_remark(report: Report) -> Iterator[Finding]:
    """A remark that says that the target was met, on a pathway whose actual value lies above it."""
    for name, pathway in pathways(report):
        progress = report.plan.progress.get(name)
        if progress and progress.remark:
            latest = max((year for year in pathway.actual if year in pathway.values), default=None)
            yield from _in_text(("progress", name, "remark"), progress.remark, [(name, pathway)], latest)


def met_by_text(report: Report) -> Iterator[Finding]:
    """A text that says so of a year in which all the pathways it speaks of lie above their targets."""
    known = [*pathways(report)]
    for path, text in passages(report.plan.outline, notes=True):
        yield from _in_text(path, text, known, None)


def _in_text(path: Path, text: Text, known: _Named, latest: int | None) -> Iterator[Finding]:
    for wording in wordings(path, text):
        for sentence in sentences(wording.written):
            found = next(_claims(sentence, known, latest), None)
            if found:
                said, name, pathway, year = found
                actual, target = pathway.actual[year], pathway.values[year]
                arguments = {"said": said, "pathway": name, "year": str(year), "actual": told(actual), "other": told(target)}
                yield Finding(wording.path, arguments, places(actual, target), fragment=said)
                return


def _claims(sentence: str, known: _Named, latest: int | None) -> Iterator[tuple[str, str, PathwayReport, int]]:
    year = latest
    for part in _PARTS.split(sentence):
        years = _YEAR.findall(part)
        year = int(years[-1]) if years else year
        match = _MET.search(part)
        if match is None or year is None or _NOT_SAID.search(part) or _OF_OTHERS.search(part):
            continue
        named = {boundary for boundary, words in _BOUNDARIES.items() if words.search(part)}
        of_year = [
            (name, pathway)
            for name, pathway in known
            if year in pathway.actual and year in pathway.values and year > pathway.pathway.base_year
            and (not named or pathway.pathway.boundary in named)
        ]  # fmt: skip
        if of_year and all(is_missed(pathway, year) for _, pathway in of_year):
            yield match[0].strip(), *of_year[0], year
