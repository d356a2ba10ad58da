"""What is wrong with a template, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ghgplan.diagnostics import Diagnostic, Severity, Span
from ghgplan.values import frozen


@frozen
class Fault:
    """A finding on a template; ``paragraph`` counts the paragraphs of its part from 1."""

    code: str
    arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    paragraph: int = 1
    severity: Severity = Severity.ERROR
    hint: str | None = None

    def diagnostic(self, label: str) -> Diagnostic:
        """The finding on the template called ``label``. A paragraph stands where text files have their line."""
        return Diagnostic(self.code, Span(label, self.paragraph, 1), (), self.arguments, self.severity, self.hint)
