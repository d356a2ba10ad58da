"""Documents, committees and categories: what is there for some and not for others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.wording.prose import prose
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path, Related
from ghgplan.plan.placing import placed_items

_COMMITTEE = {
    "zh": re.compile(
        "(?:碳|减排|节能|能源|温室气体|盘查|气候)[^，。；、：！？（）《》\\s由的在与和向为设成对请]{0,8}?(?:委员会|领导小组|工作小组|盘查小组|推行小组|工作组)"
    ),
    "en": re.compile(
        r"(?i)\b(?:carbon|climate|greenhouse[- ]gas|GHG|emission|energy)[a-z -]{0,30}\b(?:committee|steering group|working group)\b"
    ),
}
_BODY = re.compile("(?:推行|推进)?(?:委员会|小组)$")
"""What a body is called after its subject, where the names stand for one and the same."""
_PUBLIC_BODY = re.compile("政府间|国家|标准化|专门委员会|(?i:intergovernmental|national|standardi[sz]ation)")


def partial_categories(report: Report) -> Iterator[Finding]:
    """A table of measures in which some have a category and others have none."""
    for part in placed_items(report.plan.outline):
        if part.item.table != "measures":
            continue
        of = part.item.of
        names = [name for name in report.measures if not of or any(name == each or name.startswith(f"{each}.") for each in of)]
        without = [name for name in names if report.measures[name].measure.category is None]
        if without and len(without) < len(names):
            arguments = {"name": part.name, "without": str(len(without)), "measures": str(len(names)), "first": ", ".join(without[:3])}
            related = tuple(place(report.measures[name].source, *report.measures[name].path, at_key=True) for name in without)
            yield Finding(part.path, arguments, related)


def document_numbers(report: Report) -> Iterator[Finding]:
    """A document number that two plans of a group have."""
    seen: dict[str, tuple[str, Related]] = {}
    own = report.plan.document.number
    if own:
        seen[own] = ("", place(report.file, "document", "number"))
    for name, member in report.members.items():
        number = member.plan.document.number
        if number is None:
            continue
        here = place(member.file, "document", "number")
        if number in seen:
            yield Finding(("members", name), {"number": number, "member": name}, (seen[number][1], here), at_key=True)
        seen.setdefault(number, (name, here))


def unknown_committee(report: Report) -> Iterator[Finding]:
    """A committee that texts speak of, in a plan that does not say who sits on it."""
    if report.plan.governance and report.plan.governance.committee:
        return
    for each in prose(report):
        match = next(
            (found for found in _COMMITTEE[each.language].finditer(each.words) if not _PUBLIC_BODY.search(_before(each.words, found))), None
        )
        if match:
            yield Finding(each.path, {"committee": match[0]}, fragment=match[0])
            return


def names_of_committee(report: Report) -> Iterator[Finding]:
    """One committee under two names: as a committee and as a group. Steering and working groups are bodies of their own."""
    found: dict[str, dict[str, Path]] = {}
    for each in prose(report):
        if each.language != "zh":
            continue
        for match in _COMMITTEE["zh"].finditer(each.words):
            subject = _BODY.sub("", match[0])
            if subject != match[0] and not _PUBLIC_BODY.search(_before(each.words, match)):
                found.setdefault(subject, {}).setdefault(match[0], each.path)
    for names in found.values():
        if len(names) > 1:
            (first, at), (second, there), *_ = names.items()
            yield Finding(there, {"first": first, "second": second}, (place(report.file, *at),), fragment=second)


def _before(words: str, match: re.Match[str]) -> str:
    """The match with a few characters before it, where a public body would be named."""
    return words[max(0, match.start() - 8) : match.end()]
