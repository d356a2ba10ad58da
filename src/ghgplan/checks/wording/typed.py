"""How texts are typed: placeholders left in, sentences that end in nothing, doubled words, full-width digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.wording.prose import QUOTE, Prose, prose, wordings
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.model.outline import Section
from ghgplan.plan.sections import passages_of, sections

_WHOLLY = re.compile(
    r"\s*[\[（(【]?(待定|待补充?|待填写?|待确认|暂缺|略|无内容|TBD|TBC|TODO|to be (?:done|added|defined|confirmed)|none yet|\?+|？+|\.{3,}|…+)[\]）)】]?[。.]?\s*",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"键入文字|点击(?:此处)?(?:输入|添加)|（姓名）|请(?:在此)?填写|此处填写|待补充|待填写|[Ll]orem ipsum|\bTODO\b|\bTBD\b|\[image|_{4,}"
    r"|(?<![A-Za-z0-9])[xX]{2,}(?![A-Za-z0-9])|[×]{2,}|某某"
)
_NUMERAL = re.compile("第X{2,}|X{2,}(?=世纪|届)")

_UNFINISHED = re.compile("[：:；;，,、]$")
_LEADS_IN = re.compile("[：:]$")

_DOUBLED_ZH = re.compile(
    "的的(?!确)|将将|(?<!不)了了(?!之)|及及|、、|，，|。。|；；|：：|为了为了"
    "|(公司|减排|能源|温室气体|措施|强度|铝合金|基准年|碳排放|供应商(?!供应商品))\\1"
)  # fmt: skip
_DOUBLED_EN = re.compile(
    r"(?i)(?<![\w-])(the|a|an|of|to|in|and|for|are|by|with|on|at|from|as|be|or|we|its|which|will|emissions?|energy|target|(?!that\b)[a-z]{4,})[ \n]+\1(?![\w-])"
)
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ．，]*")


def placeholders(report: Report) -> Iterator[Finding]:
    """A text that is only a placeholder, or has one left in it. One finding a text, in the first of its languages."""
    seen: set[Path] = set()
    for each in prose(report):
        match = _WHOLLY.fullmatch(each.words) or _WITHIN.search(_NUMERAL.sub("", each.words))
        if match and each.text_path not in seen:
            seen.add(each.text_path)
            yield Finding(each.path, {"words": match[0].strip()}, fragment=match[0].strip())


def unfinished(report: Report) -> Iterator[Finding]:
    """A text that ends in a colon with nothing after it, or in a comma or semicolon."""
    for at, section in sections(report.plan.outline):
        for path, text in passages_of(at, section):
            is_followed = bool(section.sections) or path != _last(section, at)
            for each in wordings(path, text):
                yield from _ending(each, is_followed=is_followed)


def doubled(report: Report) -> Iterator[Finding]:
    """A word typed twice."""
    for each in prose(report):
        # A plain text may be in either language.
        patterns = (_DOUBLED_ZH, _DOUBLED_EN) if each.is_plain else (_DOUBLED_EN if each.language == "en" else _DOUBLED_ZH,)
        for match in (match for pattern in patterns for match in pattern.finditer(each.words)):
            yield Finding(each.path, {"words": " ".join(match[0].split())}, fragment=match[0])


def full_width(report: Report) -> Iterator[Finding]:
    """Digits and Latin letters in full width; one finding with all places."""
    found = [(each, match[0]) for each in prose(report) for match in _FULL_WIDTH.finditer(each.words)]
    if found:
        first, fragment = found[0]
        related = tuple(dict.fromkeys(place(report.file, *each.path) for each, _ in found[1:] if each.path != first.path))
        yield Finding(first.path, {"words": fragment, "times": str(len(found))}, related, fragment=fragment)


def _last(section: Section, at: Path) -> Path:
    """The last thing under the section's heading."""
    return (*at, "body", str(len(section.body) - 1), "text") if section.body else (*at, "text")


def _ending(each: Prose, *, is_followed: bool) -> Iterator[Finding]:
    words = each.words.rstrip().rstrip("*_")
    if _UNFINISHED.search(words) and not (is_followed and _LEADS_IN.search(words)):
        ending = words[-12:].rpartition("\n")[2].rpartition(QUOTE)[2]
        yield Finding(each.path, {"words": ending}, fragment=ending)
