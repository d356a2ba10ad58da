"""The files of a plan's documents, each still to be written: values, which another process can write as well."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TypeAlias

from ghgplan.diagnostics import Diagnostic, Outcome, Span
from ghgplan.document.blocks import Document
from ghgplan.emit.markdown import write_markdown
from ghgplan.emit.word import TemplateError, write_word
from ghgplan.plan.frozen import Frozen
from ghgplan.project.page_numbers import PageNumbers
from ghgplan.project.store.templates import KeptTemplates
from ghgplan.project.templates import FOLDER, MARKDOWN
from ghgplan.values import frozen

_NO_PAGES: PageNumbers = Frozen()


@frozen
class WordFile:
    """A document in the looks of a template, with its pictures by file name."""

    document: Document
    pictures: Mapping[str, bytes]
    template: bytes
    label: str
    """The template's, for findings."""
    kept: KeptTemplates

    def written(self, pages: PageNumbers = _NO_PAGES) -> Outcome[bytes]:
        """The file's bytes; what is wrong with the template is an error."""
        document = replace(self.document, pages=pages) if pages else self.document
        try:
            return Outcome(write_word(document, self.pictures, self.kept.prepared(self.template)))
        except TemplateError as error:
            return Outcome(None, (Diagnostic(error.code, Span(self.label, 1, 1), arguments=error.arguments),))

    def __reduce__(self) -> tuple[object, ...]:
        # The pictures may still be in the making here.
        return WordFile, (self.document, dict(self.pictures), self.template, self.label, self.kept)


@frozen
class MarkdownFile:
    """A document in Markdown, which names its pictures."""

    document: Document
    template: str

    def written(self) -> Outcome[bytes]:
        """The file's bytes; what is wrong with the template is an error."""
        # Loaded only where a file is written.
        import jinja2

        try:
            return Outcome(write_markdown(self.document, self.template).encode())
        except jinja2.TemplateError as error:
            place = Span(f"{FOLDER}/{MARKDOWN}", getattr(error, "lineno", 1), 1)
            return Outcome(None, (Diagnostic("GP-F21", place, arguments={"template": MARKDOWN, "problem": str(error)}),))


def load_writers() -> None:
    """Load what writes files, which is loaded at the first one otherwise."""
    for module in ("word.full_context", "word.guard", "word.template", "word.keeping", "markdown.blocks", "markdown.template"):
        import_module(f"ghgplan.emit.{module}")


File: TypeAlias = WordFile | MarkdownFile
Write = Callable[[Sequence[File]], Callable[[], Sequence[Outcome[bytes]]]]
"""Begins to write files; what it returns waits for their bytes."""


def write_here(files: Sequence[File]) -> Callable[[], Sequence[Outcome[bytes]]]:
    """Write in this process, at once."""
    written = [file.written() for file in files]
    return lambda: written
