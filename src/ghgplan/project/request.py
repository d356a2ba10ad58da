"""What of a plan is to be built."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.document.blocks import Edition
from ghgplan.values import frozen


class Format(StrEnum):
    """A kind of file that a document is written as; the value is its ending."""

    WORD = "docx"
    MARKDOWN = "md"
    PDF = "pdf"


USUAL = (Format.WORD, Format.MARKDOWN)
"""What is built where no format is asked for: PDF takes an office program, which not every machine has."""


@frozen
class Request:
    """Which editions and formats are asked for; a plan builds those of its own editions.

    ``strict`` lets warnings fail a plan, as errors do.
    """

    editions: tuple[Edition, ...] = tuple(Edition)
    formats: tuple[Format, ...] = USUAL
    strict: bool = False
    page_numbers: bool = False
    """Whether the contents of Word files are given page numbers, which takes an office program."""

    @property
    def is_whole(self) -> bool:
        """True where nothing is left out that is usually built."""
        return set(self.editions) == set(Edition) and set(self.formats) >= set(USUAL)

    @property
    def written(self) -> tuple[Format, ...]:
        """What has to be written: a PDF is laid out from a Word file."""
        return tuple(kind for kind in USUAL if kind in self.formats or (kind is Format.WORD and Format.PDF in self.formats))

    def fails(self, findings: Iterable[Diagnostic]) -> bool:
        """Whether a plan with ``findings`` is not to be built."""
        failing = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return any(found.severity in failing for found in findings)
