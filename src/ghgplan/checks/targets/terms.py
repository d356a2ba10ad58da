"""Terms that prose announces targets for, against the targets' terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ghgplan.checks.rule import Finding
from ghgplan.checks.targets.sentences import sentences
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.sections import items, passages_of, sections
from ghgplan.plan.text import Text

_TERMS: Mapping[str, re.Pattern[str]] = {
    "short": re.compile(r"短期|short[- ]term", re.IGNORECASE),
    "medium": re.compile(r"中期|medium[- ]term", re.IGNORECASE),
    "long": re.compile(r"长期|long[- ]term", re.IGNORECASE),
}
_TARGETS = re.compile(r"目标|\btargets?\b", re.IGNORECASE)


def announced(report: Report) -> Iterator[Finding]:
    """Prose over a table of targets that announces short-, medium- or long-term targets of which there are none."""
    there = {target.term for target in report.plan.targets.values() if target.term}
    if not there or report.plan.members:
        return
    for path, text in _over_targets(report):
        for wording in wordings(path, text):
            named = [sentence for sentence in sentences(wording.written) if _TARGETS.search(sentence)]
            missing = {
                term: match[0]
                for sentence in named
                for term, words in _TERMS.items()
                if term not in there and (match := words.search(sentence))
            }
            if missing:
                arguments = {"said": ", ".join(missing.values()), "terms": ", ".join(missing), "there": ", ".join(sorted(there))}
                yield Finding(wording.path, arguments, fragment=next(iter(missing.values())))
                break


def _over_targets(report: Report) -> Iterator[tuple[Path, Text]]:
    """The texts of sections that show targets, themselves or below."""
    for at, section in sections(report.plan.outline):
        if any(item.table == "targets" for _, item in items([section])):
            yield from passages_of(at, section, notes=True)
