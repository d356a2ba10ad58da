"""Quotes in a text: ``{{ pathways.casting process.2026 }}`` stands for a figure, a name, a reference.

They are taken out before anything reads the text as Markdown, and put back after: a name may
hold any characters but braces, and what it stands for is data that nobody reads again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ghgplan.catalogue import Language
from ghgplan.document.blocks import Line, Run

Quote: TypeAlias = Callable[[str], tuple[Run, ...] | None]
"""What the name between the braces stands for, None where nothing has that name."""

_QUOTE = re.compile(r"\{\{([^{}]*)\}\}")
_PRIVATE_USE = range(0xE000, 0xF900)


@dataclass(slots=True)
class QuotedText:
    """A text with a placeholder for each of its quotes."""

    text: str
    mark: str
    quoted: list[tuple[Run, ...]] = field(default_factory=list[tuple[Run, ...]])
    unknown: list[str] = field(default_factory=list[str])

    def restored(self, run: Run) -> Iterator[Run]:
        """The run with its placeholders filled; what fills them takes on the run's look."""
        for position, part in enumerate(self._parts(run.text)):
            if position % 2 == 0:
                if part:
                    yield replace(run, text=part)
                continue
            for quoted in self.quoted[int(part)]:
                yield Run(quoted.text, run.strong or quoted.strong, run.emphasis or quoted.emphasis, run.target or quoted.target)

    def restored_text(self, text: str) -> str:
        """The same for text that has no looks: an address, code."""
        return "".join(run.text for run in self.restored(Run(text)))

    def _parts(self, text: str) -> list[str]:
        return re.split(f"{self.mark}([0-9]+){self.mark}", text)


def take_out(text: str, quote: Quote) -> QuotedText:
    """``text`` with its quotes looked up and replaced by placeholders; an unknown one stays as it was typed."""
    # A placeholder is made of a letter that the author has not typed, and that Markdown gives no meaning.
    mark = next(chr(code) for code in _PRIVATE_USE if chr(code) not in text)
    held = QuotedText("", mark)

    def placeholder(match: re.Match[str]) -> str:
        name = " ".join(match[1].split())
        runs = quote(name)
        if runs is None:
            held.unknown.append(name)
            runs = (Run(match[0]),)
        held.quoted.append(runs)
        return f"{mark}{len(held.quoted) - 1}{mark}"

    held.text = _QUOTE.sub(placeholder, text)
    return held


def inline(text: str, language: Language, quote: Quote) -> Line:
    """A cell, caption or title: quotes are filled in, and nothing is read as Markdown."""
    if "{{" not in text:
        return Line(language, (Run(text),) if text else ())
    held = take_out(text, quote)
    return Line(language, tuple(held.restored(Run(held.text))))
