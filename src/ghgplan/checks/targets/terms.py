"""Terms that prose announces targets for, against the targets' terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ghgplan.checks.rule import Finding
from ghgplan.checks.targets.sentences import at_language, outline_texts, sentences, wordings
from ghgplan.compute.report import Report
from ghgplan.plan.model.outline import Section

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
    for path, text, section in outline_texts(report.plan.outline):
        if not _shows_targets([section]):
            continue
        for language, wording in wordings(text):
            named = [sentence for sentence in sentences(wording) if _TARGETS.search(sentence)]
            missing = {
                term: match[0]
                for sentence in named
                for term, words in _TERMS.items()
                if term not in there and (match := words.search(sentence))
            }
            if missing:
                arguments = {"said": ", ".join(missing.values()), "terms": ", ".join(missing), "there": ", ".join(sorted(there))}
                yield Finding(at_language(path, text, language), arguments, fragment=next(iter(missing.values())))
                break


def _shows_targets(sections: Sequence[Section]) -> bool:
    return any(any(item.table == "targets" for item in section.body) or _shows_targets(section.sections) for section in sections)
