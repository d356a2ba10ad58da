"""What the compiler says about a plan: findings as values, with their place.

A leaf: every room may import it, it imports only the message catalogue. Stages
return their value together with the diagnostics they found; nothing a user does
wrong raises. Only a bug raises.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Generic, TypeVar

from ghgplan.catalogue import Catalogue, Domain, Language, catalogue
from ghgplan.values import frozen

Path = tuple[str, ...]
"""Keys and list positions from the top of a plan, as written: ``("targets", "2026", "year")``."""

T = TypeVar("T")

_NAMED_ARGUMENTS = {
    "expected": "name",
    "found": "name",
    "language": "name",
    "kind": "kind",
    "construct": "construct",
    "asked": "template-construct",
    "template_part": "template-part",
    "template_limit": "template-limit",
}


_DOMAINS: Mapping[str, Domain] = {
    "A": "checks/arithmetic",
    "Q": "checks/quantities",
    "P": "checks/pathways",
    "G": "checks/targets",
    "B": "checks/reconciliation",
    "M": "checks/measures",
    "I": "checks/criteria",
    "W": "checks/wording",
    "X": "checks/acceptance",
}
"""Where the messages of a code's family stand, by its letter; those of the other letters are in ``diagnostics``."""


class Severity(StrEnum):
    """How bad a finding is: an error stops the plan's documents, a warning does not, and what the plan accepts is only listed."""

    ERROR = "error"
    WARNING = "warning"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text file; line and column count from 1, columns in characters."""

    file: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Another place that a finding speaks of: the other of two figures that disagree."""

    span: Span
    path: Path = ()

    @property
    def dotted_path(self) -> str:
        return ".".join(self.path)


@frozen
class Diagnostic:
    """One finding. ``code`` names its message in the catalogue, ``arguments`` fill it.

    The hint (what to write instead) is the catalogue's ``<code>.hint``, unless
    ``hint`` names another message of it; why it matters is ``<code>.why``.
    """

    code: str
    span: Span
    path: Path = ()
    arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    severity: Severity = Severity.ERROR
    hint: str | None = None
    related: tuple[Related, ...] = ()
    reason: Mapping[Language, str] = field(default_factory=dict[Language, str])
    """Why the plan accepts it, in each language; empty where it does not."""

    def message(self, language: Language) -> str:
        """What is wrong, as one sentence."""
        messages = messages_of(self.code, language)
        return messages.text(self.code, **self._named_arguments(messages))

    def advice(self, language: Language) -> str | None:
        """What to write instead, or None where there is nothing to add."""
        return self._further(self.hint or f"{self.code}.hint", language)

    def why(self, language: Language) -> str | None:
        """Why it matters, or None where the message says so itself."""
        return self._further(f"{self.code}.why", language)

    def _further(self, name: str, language: Language) -> str | None:
        messages = messages_of(self.code, language)
        return messages.text(name, **self._named_arguments(messages)) if name in messages else None

    def _named_arguments(self, messages: Catalogue) -> Mapping[str, str]:
        """The arguments, and beside each that has a name of its own in the language that name."""
        named = {
            f"{argument}_name": messages.text(f"{prefix}.{self.arguments[argument]}")
            for argument, prefix in _NAMED_ARGUMENTS.items()
            if argument in self.arguments
        }
        return {**self.arguments, **named}

    @property
    def dotted_path(self) -> str:
        """The path as people write it: ``pathways.casting.base year``."""
        return ".".join(self.path)

    def sort_key(self) -> tuple[Span, str, Path]:
        """Order of appearance: by place, then by code."""
        return (self.span, self.code, self.path)


@frozen
class Outcome(Generic[T]):
    """What a stage returns: its value, None where there can be none, and its findings."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """True where a later stage has nothing to stand on."""
        return self.value is None or any(d.severity is Severity.ERROR for d in self.diagnostics)


def messages_of(code: str, language: Language) -> Catalogue:
    """The catalogue that holds the messages of ``code``: ``GP-A01`` stands with the arithmetic."""
    return catalogue(_DOMAINS.get(code.removeprefix("GP-")[:1], "diagnostics"), language)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` was most likely meant to be, or None."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    matches = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None
