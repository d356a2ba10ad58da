"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TypeAlias

from ghgplan.compute.report import Report
from ghgplan.diagnostics import Diagnostic, Path, Related, Severity
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.plan import PlanFile
from ghgplan.reference.entries import Verification
from ghgplan.values import frozen


@frozen
class Finding:
    """Something that a rule objects to, in the plan that the report is of.

    ``arguments`` fill the rule's messages; both figures that disagree are among them, with their units.
    """

    path: Path
    """What to look at; it need not exist: what is missing is shown at its nearest parent."""
    arguments: Mapping[str, str] = field(default_factory=Frozen[str, str])
    related: tuple[Related, ...] = ()
    """The other places that the message speaks of."""
    at_key: bool = False
    """Whether the key is to be shown rather than the value: for what is missing below it."""
    fragment: str = ""
    """The words within the text at ``path`` that are meant; all of it where empty."""


Check: TypeAlias = Callable[[Report], Iterator[Finding]]
"""Looks at one plan. Members' plans are looked at by themselves, as ``report.members``."""


@frozen
class Basis:
    """What makes a rule matter: a standard as the library names it, and its clause where we know it."""

    standard: str
    clause: str = ""
    verification: Verification = Verification.MEMORY
    """How far the clause was held against the standard's text."""


@frozen
class Rule:
    """One rule. Its messages stand in the catalogue of its family: ``<code>`` says what is wrong, ``<code>.title`` names
    the rule, ``<code>.why`` says why it matters and ``<code>.hint`` how to mend it."""

    code: str
    check: Check
    severity: Severity
    """ERROR only for what no reading of the plan can make true."""
    basis: tuple[Basis, ...] = ()
    of_members: bool = True
    """False for what a group answers for its members: then a member's plan is asked only where it is built alone."""

    def findings(self, report: Report) -> Iterator[Diagnostic]:
        """What the rule finds in the plan of ``report``, with its place."""
        source = report.file.source
        for found in self.check(report):
            if found.fragment:
                span = source.find(found.path, found.fragment)
            else:
                span = source.key_span(found.path) if found.at_key else source.span(found.path)
            yield Diagnostic(self.code, span, found.path, found.arguments, self.severity, related=found.related)


def place(file: PlanFile, *path: str, at_key: bool = False) -> Related:
    """A place of ``file`` that a finding refers to."""
    return Related(file.source.key_span(path) if at_key else file.source.span(path), path)
