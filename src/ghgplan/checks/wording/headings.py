"""Titles and captions with numbers typed into them, and passages that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.catalogue import Language
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.wording.prose import Prose, wordings
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.sections import items_of, passages, sections
from ghgplan.plan.text import Text

_COUNT = "[一二三四五六七八九十]{1,3}"
_UNIT = r"(?:[°℃%％]|[kMGT]?Wh?\b|t\b|kg\b|m[23²³]|per cent|degrees?|million|billion|万|亿|倍|吨|年|月|日|台|个|项)"
_SECTION = rf"第\s*(?:{_COUNT}|[0-9]+)\s*[章节条部篇]分?|[（(]?{_COUNT}[）)、．.]|[（(][0-9]{{1,2}}[）)]|[0-9]{{1,2}}[、）)]|[0-9]{{1,2}}[.．](?![0-9])"
_DOTTED = rf"[0-9]{{1,2}}(?:[.．][0-9]{{1,2}})+(?!\s*{_UNIT})(?=[\s、]|[\u4e00-\u9fff])"
_CAPTION_ZH = r"[表图]\s*[0-9]+(?:[-–.．][0-9]+)*(?![0-9年月])"
_CAPTION_EN = r"(?i:tab(?:le|\.)|fig(?:ure|\.)|chapter|section)\s*[0-9]+(?:[-–.][0-9]+)*\b|[IVX]{1,4}\.\s"
_ANNEX = (
    r"附[录件]\s*(?:[A-Z0-9]{1,2}(?![0-9A-Za-z])|[一二三四五六七八九十]{1,3})|(?i:annex|appendix)\s+(?:[A-Z]\b|[0-9]{1,2}\b|[IVX]{1,4}\b)"
)
_TYPED = re.compile(rf"\s*({_SECTION}|{_DOTTED}|{_CAPTION_ZH}|{_CAPTION_EN}|{_ANNEX})")

LEAST_REPEATED: dict[Language, int] = {"zh": 30, "en": 100}
"""Characters from which two equal paragraphs are no turn of phrase any more."""


def typed_numbers(report: Report) -> Iterator[Finding]:
    """Titles and captions that begin with a number of their own: one finding for all of them, since it is one habit."""
    found: list[tuple[Prose, str]] = []
    for path, text in _titles(report):
        for each in wordings(path, text):
            match = _TYPED.match(each.words)
            if match:
                found.append((each, match[1].strip()))
    if not found:
        return
    first, number = found[0]
    numbers = [other for each, other in found if each.language == first.language]
    twice = next((each for each in numbers if numbers.count(each) > 1), None)
    related = tuple(dict.fromkeys(place(report.file, *each.path) for each, _ in found[1:]))
    paths = {each.text_path for each, _ in found}
    arguments = {"number": twice or number, "title": first.written.strip(), "times": str(len(paths))}
    yield Finding(first.path, arguments, related, fragment=number)


def repeated_passages(report: Report) -> Iterator[Finding]:
    """A paragraph that stands word for word in two places of the outline."""
    seen: dict[tuple[Language, str], Prose] = {}
    told: set[Path] = set()
    for path, text in passages(report.plan.outline):
        for each in wordings(path, text):
            for paragraph in re.split(r"\n\s*\n", each.written):
                words = "".join(paragraph.split())
                if len(words) < LEAST_REPEATED[each.language]:
                    continue
                earlier = seen.setdefault((each.language, words), each)
                if earlier is each or path in told:
                    continue
                # Both languages of one text repeat the same passage.
                told.add(path)
                begins = paragraph.strip().partition("\n")[0]
                yield Finding(each.path, {"words": begins[:24]}, (place(report.file, *earlier.path),), fragment=begins[:12])


def _titles(report: Report) -> Iterator[tuple[Path, Text]]:
    plan = report.plan
    for at, section in sections(plan.outline):
        yield (*at, "title"), section.title
        yield from (((*path, "caption"), item.caption) for path, item in items_of(at, section) if item.caption)
    yield from ((("tables", name, "caption"), table.caption) for name, table in plan.tables.items())
    yield from ((("diagrams", name, "caption"), diagram.caption) for name, diagram in plan.diagrams.items())
