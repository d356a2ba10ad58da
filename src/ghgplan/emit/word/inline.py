"""Lines of text as runs: looks, languages, links and references."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from markupsafe import Markup

from ghgplan.catalogue import Language
from ghgplan.document.blocks import Line, Run, Words
from ghgplan.emit.word.bookmarks import Bookmarks
from ghgplan.emit.word.fields import field
from ghgplan.emit.word.xml import NOTHING, declared, element, escaped, joined, trusted, w
from ghgplan.values import frozen

_WEB = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_BREAK = re.compile(r"[\n\t\r]")
_BREAKS = {"\n": w("br"), "\t": w("tab")}

SECOND_LANGUAGE = "Second Language"
"""Lighter than the language that leads."""

LINE_BREAK = w("r", w("br"))


class Styles(Protocol):
    """The template's styles."""

    def id(self, name: str) -> str: ...


class Links(Protocol):
    """The document's links to the outside."""

    def web(self, address: str) -> str:
        """The relationship id of a web address."""
        ...


@frozen
class Inline:
    """Writes runs with the styles of one template, into one document."""

    styles: Styles
    bookmarks: Bookmarks
    links: Links

    def words(self, words: Words) -> Markup:
        """The words, each language on a line of its own."""
        return LINE_BREAK.join(self.line(line) for line in words)

    def line(self, line: Line, style: str | None = None) -> Markup:
        """The line's runs, in the character style ``style`` where they have no look of their own."""
        return joined(self._run(run, line.language, style) for run in line.runs if run.text)

    def text(self, text: str, language: Language | None = None, style: str | None = None) -> Markup:
        """A single run without looks."""
        return w("r", self._look(Run(text), language, style), text_content(text)) if text else NOTHING

    def _run(self, run: Run, language: Language | None, style: str | None) -> Markup:
        target = run.target
        if target and target.startswith("#"):
            return self._reference(run, target[1:], language, style)
        if target and _WEB.match(target):
            written = w("r", self._look(run, language, "Hyperlink"), text_content(run.text))
            return element("w:hyperlink", {**declared("r"), "r:id": self.links.web(target), "w:history": 1}, written)
        return w("r", self._look(run, language, style), text_content(run.text))

    def _reference(self, run: Run, block: str, language: Language | None, style: str | None) -> Markup:
        """A label is repeated by a field, so that Word keeps it right; other words are a link to the place."""
        written = w("r", self._look(run, language, style), text_content(run.text))
        label = self.bookmarks.label(block, language)
        if label and label[1] == run.text:
            return field(rf"REF {label[0]} \h", written, self._look(run, language, style))
        bookmark = self.bookmarks.name(block)
        return w("hyperlink", written, anchor=bookmark, history=1) if bookmark else written

    def _look(self, run: Run, language: Language | None, style: str | None) -> Markup:
        """The run's ``w:rPr``. A run has one character style: what it does not say is said beside it."""
        if style is None and (run.strong or run.emphasis):
            style = "Strong" if run.strong else "Emphasis Chinese" if language == "zh" else "Emphasis"
            run = replace(run, strong=False, emphasis=run.strong and run.emphasis)
        return _look(self.styles.id(style) if style else None, run.strong, run.emphasis, style == SECOND_LANGUAGE, language)


@lru_cache(maxsize=512)
def _look(style: str | None, strong: bool, emphasis: bool, lighter: bool, language: Language | None) -> Markup:
    parts = (
        w("rStyle", val=style) if style else NOTHING,
        # Quotation marks, dashes and the like are in both fonts: in Chinese they are full width.
        w("rFonts", hint="eastAsia") if language == "zh" else NOTHING,
        # A style cannot take bold away: two styles that say bold or not are added up.
        w("b") if strong else w("b", val=0) if lighter else NOTHING,
        w("i") if emphasis else NOTHING,
        w("lang", eastAsia="zh-CN") if language == "zh" else w("lang", val="en-US") if language == "en" else NOTHING,
    )
    return w("rPr", *parts) if any(parts) else NOTHING


def text_content(text: str) -> Markup:
    """What stands in a run: text, with line feeds and tabs as Word's own."""
    pieces = re.split(r"([\n\t])", re.sub(r"\r\n?", "\n", text)) if _BREAK.search(text) else (text,)
    return joined(_BREAKS.get(piece) or trusted(f'<w:t xml:space="preserve">{escaped(piece)}</w:t>') for piece in pieces if piece)


def strengthened(line: Line) -> Line:
    """The line with every run strong."""
    return replace(line, runs=tuple(replace(run, strong=True) for run in line.runs))
