"""Base years in prose: several of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.targets.sentences import sentences
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Related
from ghgplan.plan.sections import passages

_YEARS = r"20\d{2}\s*年?\s*(?:[-–—~～、和及与至到]|\bto\b|\band\b)\s*20\d{2}"
_SEVERAL = re.compile(
    rf"{_YEARS}\s*年?\s*(?:均|都)?(?:作为|定为|设为|选为|为)[^，。；]{{0,6}}基准年|基准年(?:为|是|定为|设为)\s*{_YEARS}"
    rf"|{_YEARS},? (?:are|were|serve as|as)\b[^,;.]{{0,20}}\bbase years|base years (?:are|were) {_YEARS}",
    re.IGNORECASE,
)
_AVERAGE = re.compile("平均|均值|average|mean", re.IGNORECASE)


def several(report: Report) -> Iterator[Finding]:
    """A text that takes several years as base years without averaging them. One finding a plan."""
    for path, text in passages(report.plan.outline, notes=True):
        for wording in wordings(path, text):
            for sentence in sentences(wording.written):
                match = _SEVERAL.search(sentence)
                if match and not _AVERAGE.search(sentence):
                    years, related = _counted_from(report)
                    arguments = {"said": match[0], "years": years or "—"}
                    yield Finding(wording.path, arguments, related, fragment=match[0])
                    return


def _counted_from(report: Report) -> tuple[str, tuple[Related, ...]]:
    """The base years that pathways and targets of the plan count from."""
    found = {("pathways", name, "base year"): pathway.base_year for name, pathway in report.plan.pathways.items()}
    found |= {("targets", name, "base year"): target.base_year for name, target in report.plan.targets.items() if target.base_year}
    return ", ".join(str(year) for year in sorted({*found.values()})), tuple(place(report.file, *path) for path in found)
