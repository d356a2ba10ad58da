"""A share of the energy that prose gives to one user, where the figures have it for several together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import carriers
from ghgplan.checks.targets.sentences import Claim, claims, sentences
from ghgplan.checks.telling import places, told
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.energy import UseReport
from ghgplan.compute.numbers import PERCENT
from ghgplan.compute.report import Report
from ghgplan.plan.sections import passages

_BETWEEN = re.compile("[、/／]|以及|和|与|及")
_ENDINGS = re.compile("(?:车间|部门|部|工序|区)$")
_SHARE = re.compile("占[^，。；]{0,10}(?:用电|耗电|电耗|能耗|用能|用量|总量)")
_SHORTEST = 2


def share_of_several(report: Report) -> Iterator[Finding]:
    """A sentence that gives one of several users what the plan has for all of them together. One finding a use."""
    for _, carrier_name, carrier in carriers(report):
        for use in carrier.uses.values():
            name = use.use.name.zh or ""
            words = [_ENDINGS.sub("", part.strip()) for part in _BETWEEN.split(name)]
            words = [word for word in words if len(word) >= _SHORTEST]
            if len(words) > 1:
                yield from _told_of_one(report, carrier_name, use, words)


def _told_of_one(report: Report, carrier: str, use: UseReport, words: list[str]) -> Iterator[Finding]:
    for path, text in passages(report.plan.outline, notes=True):
        for wording in wordings(path, text):
            for sentence in sentences(wording.written):
                named = [word for word in words if word in sentence]
                claim = next((each for each in claims(sentence) if _fits(use, each)), None) if _SHARE.search(sentence) else None
                if len(named) == 1 and claim:
                    arguments = {
                        "said": claim.fragment, "one": named[0], "use": use.use.name.zh or "", "carrier": carrier,
                        "shares": ", ".join(told(share, share.decimals) for share in use.shares.values()),
                    }  # fmt: skip
                    yield Finding(wording.path, arguments, places(*use.shares.values()), fragment=claim.fragment)
                    return


def _fits(use: UseReport, claim: Claim) -> bool:
    return bool(use.shares) and all(claim.holds.meets(interval(share, PERCENT)) for share in use.shares.values())
