"""The last look at a Word file before it is handed out: sound, and nothing lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ghgplan.document.blocks import Document
from ghgplan.document.reading import block_words
from ghgplan.emit.word.completeness import lost_texts
from ghgplan.emit.word.context import cover_context
from ghgplan.emit.word.errors import TemplateError
from ghgplan.emit.word.headline_context import headline_context
from ghgplan.emit.word.lint import Defect, lint
from ghgplan.emit.word.lint.package import Package
from ghgplan.emit.word.lint.tags import TAG_LEFT

_SHOWN = 3
_LONGEST = 60


def guard(file: bytes | Package, document: Document, known: Collection[Defect]) -> None:
    """Raises TemplateError GP-T90 for a damaged file, GP-T91 for one that lost texts.

    What is wrong with the template already (``known``) is not held against the document: a
    company's logo without an alternative text is its own affair.
    """
    try:
        package = Package.of(file)
        defects = lint(package, _said(document))
        lost = lost_texts(document, package)
    # A file that cannot even be looked through is as bad as one with defects.
    except Exception as error:
        raise TemplateError("GP-T90", {"problem": f"{type(error).__name__}: {error}"}) from error
    new = [str(defect) for defect in defects if defect not in known or defect.problem == TAG_LEFT]
    if new:
        raise TemplateError("GP-T90", {"problem": _some(new)})
    if lost:
        raise TemplateError("GP-T91", {"texts": _some([" ".join(text.split()) for text in lost]), "count": str(len(lost))})


def _said(document: Document) -> Iterator[str]:
    """Every line of the document's texts."""
    for block in document.blocks:
        for words in block_words(block):
            for line in words:
                yield from line.text.split("\n")
    yield from _strings([cover_context(document), headline_context(document.headlines)])


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield from value.split("\n")
        case Mapping():
            for below in value.values():  # pyright: ignore[reportUnknownVariableType]
                yield from _strings(below)  # pyright: ignore[reportUnknownArgumentType]
        case list() | tuple():
            for below in value:  # pyright: ignore[reportUnknownVariableType]
                yield from _strings(below)  # pyright: ignore[reportUnknownArgumentType]
        case _:
            return


def _some(texts: list[str]) -> str:
    shown = "; ".join(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…" for text in texts[:_SHOWN])
    return shown + ("; …" if len(texts) > _SHOWN else "")
