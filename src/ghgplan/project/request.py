"""What of a plan is to be built."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ghgplan.document.blocks import Edition


class Format(StrEnum):
    """A kind of file that a document is written as; the value is its ending."""

    WORD = "docx"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class Request:
    """Which editions and formats are asked for; a plan builds those of its own editions."""

    editions: tuple[Edition, ...] = tuple(Edition)
    formats: tuple[Format, ...] = tuple(Format)

    @property
    def is_whole(self) -> bool:
        """True where nothing that a plan can build is left out."""
        return set(self.editions) == set(Edition) and set(self.formats) == set(Format)
