"""Load that is shifted, not saved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.rule import Finding
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.report import Report

_SAVES = {
    "zh": re.compile(
        r"(?:错峰|移峰|削峰填谷|避峰|储能)[^。；]{0,14}?(?:节电|省电|少用电|减少(?:电力消耗|用电|耗电|电耗)|降低(?:电耗|电力消耗|用电量|耗电))(?!的?(?:成本|费|支出))"
    ),
    "en": re.compile(
        r"\b(?:off-peak|load[- ]shifting|peak[- ]shaving|storage)\b[^.;]{0,50}?\b(?:sav(?:e|es|ing) (?:electricity|power|energy)"
        r"|(?:less|reduc\w+|lower\w*) (?:electricity|power))\b",
        re.IGNORECASE,
    ),
}
_OTHER = re.compile("电费|费用|成本|cost|bill", re.IGNORECASE)


def shifting_as_saving(report: Report) -> Iterator[Finding]:
    """A measure that says that shifting load to other hours, or storing power, saves electricity. One finding a measure."""
    for name, measure in report.plan.measures.items():
        for key, text in (("content", measure.content), ("benefit", measure.benefit), ("status", measure.status)):
            found = [
                (each, match)
                for each in (wordings(("measures", name, key), text) if text else ())
                if (match := _SAVES[each.language].search(each.words))
            ]
            found = [(each, match) for each, match in found if not _OTHER.search(match[0])]
            if found:
                each, match = found[0]
                yield Finding(each.path, {"measure": name, "said": match[0]}, fragment=match[0])
                break
