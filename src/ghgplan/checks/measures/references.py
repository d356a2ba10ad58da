"""Standards, and databases, that a plan's texts name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import inventories
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.texts import texts
from ghgplan.reference.standards import Standard, standards

_STANDARD = re.compile(
    r"(?<![A-Za-z])((?:GB|JS|HG|YS|DB\d*|DL|JB|NB)(?:/T)?|ISO)\s?(\d{3,6}(?:[-.]\d{1,2}(?!\d))?)(?:\s?[-:—–－：]\s?((?:19|20)\d{2}))?(?!\d)"
)
_VERSION = re.compile(r"(ASI Performance Standard(?: Guidance)?|SBTi Corporate Net-Zero Standard)\s+(V\d+(?:\.\d+)*)")
_DATABASES = re.compile(r"ecoinvent|simapro|gabi(?![a-z])|openlca|clcd", re.IGNORECASE)
_PAS = re.compile(r"\bPAS\s?\d{4}\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_KINDS = ("经济运行", "节能监测", "能效限定值")
"""What Chinese standards are, by the words of their titles."""
_SENTENCE = re.compile(r"[^。；;]+")


def superseded_standards(report: Report) -> Iterator[Finding]:
    """An edition that a newer one had replaced on the document's date. One finding an edition."""
    seen: set[str] = set()
    for path, words in _texts(report):
        for found, named in _named(words):
            newer = _in_force(named, report.plan.document.date) if named else None
            if named and newer and named.number not in seen:
                seen.add(named.number)
                arguments = {"number": named.number, "newer": newer.number, "title": newer.title.zh, "title_en": newer.title.en}
                yield Finding(path, arguments, fragment=found)


def standards_of_other_kinds(report: Report) -> Iterator[Finding]:
    """A sentence that calls the standards it names by a kind, among them one whose title is of another kind. One finding a standard."""
    seen: set[str] = set()
    by_stem = {_stem(number): each for number, each in standards().items()}
    for path, words in _texts(report):
        for sentence in _SENTENCE.findall(words):
            kind = next((kind for kind in _KINDS if f"{kind}标准" in sentence or f"保持{kind}" in sentence), None)
            for match in _STANDARD.finditer(sentence) if kind else ():
                named = by_stem.get(_folded(f"{match[1]}{match[2]}"))
                other = next((each for each in _KINDS if named and each in named.title.zh), None)
                if named and kind and other and other != kind and named.number not in seen:
                    seen.add(named.number)
                    yield Finding(path, {"number": named.number, "title": named.title.zh, "called": kind}, fragment=match[0].strip())


def databases_of_life_cycles(report: Report) -> Iterator[Finding]:
    """A life-cycle database named in a plan whose inventory is an organisation's. One finding a plan."""
    if not any(inventory.totals.get(scope) for _, inventory in inventories(report) for scope in ("scope 1", "scope 2")):
        return
    for path, words in _texts(report):
        match = _DATABASES.search(words)
        if match:
            yield Finding(path, {"database": match[0]}, fragment=match[0])
            return


def undated_standards(report: Report) -> Iterator[Finding]:
    """Standards among those that the plan says it follows that do not name their edition. One finding a plan."""
    listed = report.plan.accounting.standards if report.plan.accounting else ()
    found: dict[int, str] = {}
    for position, text in enumerate(listed):
        words = text.zh or text.en or ""
        match = _STANDARD.search(words) or _PAS.search(words)
        if match and not _YEAR.search(_PAS.sub("", words)):
            found[position] = match[0].strip()
    if found:
        first, *others = [("accounting", "standards", str(position)) for position in found]
        arguments = {"standards": "、".join(found.values()), "count": str(len(found)), "all": str(len(listed))}
        yield Finding(first, arguments, tuple(place(report.file, *other) for other in others))


def _texts(report: Report) -> Iterator[tuple[Path, str]]:
    """Chinese first: the editions say the same, and one finding is enough."""
    for path, text in texts(report.plan):
        words = text.zh or text.en
        if words:
            yield path, words


def _named(words: str) -> Iterator[tuple[str, Standard | None]]:
    """The dated standards that the words name, as written and as the library has them."""
    known = _by_folded_number()
    for match in _STANDARD.finditer(words):
        if match[3]:
            yield match[0], known.get(_folded(f"{match[1]}{match[2]}{match[3]}"))
    for match in _VERSION.finditer(words):
        yield match[0], known.get(_folded(match[0]))


@cache
def _by_folded_number() -> dict[str, Standard]:
    return {_folded(number): each for number, each in standards().items()}


def _in_force(named: Standard, date: datetime.date) -> Standard | None:
    """The newest edition that had replaced ``named`` on the date; where its day is not known, from the year after its number's."""
    newest: Standard | None = None
    current = named
    while current.superseded_by:
        current = standards()[current.superseded_by]
        from_date = current.provenance.valid_from
        edition = current.provenance.edition
        is_there = from_date <= date.isoformat()[: len(from_date)] if from_date else edition.isdigit() and int(edition) < date.year
        newest = current if is_there else newest
    return newest


def _stem(number: str) -> str:
    """``GB/T13469`` for ``GB/T 13469-2021``."""
    return _folded(re.sub(r"[-:](19|20)\d{2}$", "", number))


def _folded(number: str) -> str:
    return re.sub(r"[\s\-:—–－：]", "", number).casefold()
