"""The texts of a plan as people wrote them, without what stands in them for the compiler."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ghgplan.catalogue import LANGUAGES, Language
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.model.plan import Plan
from ghgplan.plan.remembering import once_each
from ghgplan.plan.text import Text
from ghgplan.plan.texts import texts
from ghgplan.values import frozen

_NO_PROSE = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|https?://\S+|\S+@\S+", re.DOTALL)
QUOTE = "\ufffc"
"""Stands where a text quotes a figure, so that the words around it do not meet."""


@frozen
class Prose:
    """One wording of one text."""

    text_path: Path
    language: Language
    written: str
    """As it stands in the plan."""
    is_plain: bool
    """Whether the text is one for all languages; then it may be in either."""

    @property
    def path(self) -> Path:
        """Where the wording stands: in the text, or below its language."""
        return self.text_path if self.is_plain else (*self.text_path, self.language)

    @property
    def words(self) -> str:
        """Without quotes, addresses and targets of links, each of which is one character here."""
        return _words(self.written)


@lru_cache(maxsize=4096)
def _words(written: str) -> str:
    return _NO_PROSE.sub(QUOTE, written)


def prose(report: Report) -> Iterator[Prose]:
    """Every wording of the plan's own texts, in its order; a plain text once."""
    return iter(_of_plan(report.plan))


@once_each
def _of_plan(plan: Plan) -> tuple[Prose, ...]:
    return tuple(each for path, text in texts(plan) for each in wordings(path, text))


def wordings(path: Path, text: Text) -> Iterator[Prose]:
    """The wordings of one text, Chinese first; a plain one once."""
    if text.plain:
        yield Prose(path, "zh", text.zh or "", is_plain=True)
        return
    for language in LANGUAGES:
        wording = text.wording(language)
        if wording and wording.strip():
            yield Prose(path, language, wording, is_plain=False)


def quoted(report: Report) -> str:
    """All names that the plan's texts quote, one a line."""
    names = (name.partition("|")[0].strip() for each in prose(report) for name in re.findall(r"\{\{(.*?)\}\}", each.written, re.DOTALL))
    return "\n".join(["", *names, ""])
