"""Every text of a plan with its place, those that a language misses, and those that would stand untranslated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.catalogue import Language
from ghgplan.diagnostics import Diagnostic, Path, Severity
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.text import Text
from ghgplan.plan.values import values


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """The texts below ``value`` (a plan or a part of one), in the plan's order."""
    return ((at, each) for at, each in values(value, path) if isinstance(each, Text))


def missing_wordings(file: PlanFile, languages: tuple[Language, ...]) -> Iterator[Diagnostic]:
    """A finding for each text, the members' included, that lacks one of ``languages``."""
    for path, text in texts(file.plan):
        for language in languages:
            wording = text.wording(language)
            if wording is None or not wording.strip():
                yield Diagnostic("GP-L01", file.source.span(path), path, {"language": language})
    for member in file.members.values():
        yield from missing_wordings(member, languages)


_NO_PROSE = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)")
_WORD = re.compile(r"[A-Za-z]+")
_MARKS = "*_()[]“”\"'‘’.,;:!?"


def untranslated(file: PlanFile, languages: tuple[Language, ...]) -> Iterator[Diagnostic]:
    """A warning for each plain English sentence or phrase, the members' included, that a Chinese edition would print as it is."""
    if "zh" not in languages:
        return
    for path, text in texts(file.plan):
        if text.plain and text.zh is not None and is_english_prose(text.zh):
            yield Diagnostic("GP-L03", file.source.span(path), path, severity=Severity.WARNING)
    for member in file.members.values():
        yield from untranslated(member, languages)


def is_english_prose(text: str) -> bool:
    """True for two or more lower-case words that outnumber those with capitals: names and standards have the more of these."""
    if re.search("[\u3400-\u9fff]", text):
        return False
    words = [word.strip(_MARKS) for word in _NO_PROSE.sub(" ", text).replace("-", " ").split()]
    lower = [word for word in words if len(word) > 1 and _WORD.fullmatch(word) and word.islower()]
    others = [word for word in words if any(character.isupper() or character.isdigit() for character in word)]
    return len(lower) >= 2 and len(lower) > len(others)
