"""What of a plan is to be built."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.document.blocks import Edition


class Format(StrEnum):
    """A kind of file that a document is written as; the value is its ending."""

    WORD = "docx"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class Request:
    """Which editions and formats are asked for; a plan builds those of its own editions.

    ``strict`` lets warnings fail a plan, as errors do.
    """

    editions: tuple[Edition, ...] = tuple(Edition)
    formats: tuple[Format, ...] = tuple(Format)
    strict: bool = False

    @property
    def is_whole(self) -> bool:
        """True where nothing that a plan can build is left out."""
        return set(self.editions) == set(Edition) and set(self.formats) == set(Format)

    def fails(self, findings: Iterable[Diagnostic]) -> bool:
        """Whether a plan with ``findings`` is not to be built."""
        failing = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return any(found.severity in failing for found in findings)
