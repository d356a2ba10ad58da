"""What a plan chose from the library: the set that it names, or the plan's own value in place of an entry.

Nothing is taken from a set that the plan did not name, except the defaults that the plan
language states. Every number keeps the entry, or the line of the plan, that it came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from ghgplan.compute.numbers import Library, Number, stated, written_decimals
from ghgplan.diagnostics import Diagnostic, Path, Severity
from ghgplan.plan.model.accounting import Accounting, Override
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.units import parse_unit
from ghgplan.reference.entries import Amount, Provenance, Verification
from ghgplan.reference.lookup import Unknown


class Choices:
    """The plan's choices. Adds to ``findings`` what is missing, and what is known from memory only."""

    def __init__(self, file: PlanFile, findings: list[Diagnostic]) -> None:
        self.file = file
        self.findings = findings

    @cached_property
    def accounting(self) -> Accounting:
        """The chapter, empty where the plan has none."""
        return self.file.plan.accounting or Accounting()

    def override(self, entry: str) -> Override | None:
        """The plan's own values in place of the entry."""
        return self.accounting.overrides.get(entry)

    def overriding(self, entry: str, part: str = "amount") -> Number | None:
        """The plan's own value in place of one of the entry's."""
        override = self.override(entry)
        quantity = getattr(override, part.replace(" ", "_")) if override else None
        return self.stated(quantity, ("accounting", "overrides", entry, part)) if quantity else None

    def stated(self, quantity: object, path: Path) -> Number:
        """A quantity of the plan as a number."""
        return stated(quantity, path, self.file.source.span(path))  # pyright: ignore[reportArgumentType]

    def number(self, entry: str, amount: Amount, provenance: Provenance, chosen_at: Path, part: str = "amount") -> Number:
        """The plan's own value, or else the library's; ``chosen_at`` is where the plan chose the entry's set."""
        own = self.overriding(entry, part)
        if own:
            return own
        if provenance.verification is Verification.MEMORY:
            self.from_memory(entry, chosen_at)
        return Number(amount.value, parse_unit(amount.unit), Library(entry), written_decimals(amount.value))

    def from_memory(self, entry: str, chosen_at: Path) -> None:
        """Say that an entry in use was not held against its source."""
        if not any(found.code == "GP-C29" and found.arguments["entry"] == entry for found in self.findings):
            # A category has no value that a plan could put another in place of.
            self.find("GP-C29", chosen_at, severity=Severity.WARNING, entry=entry)

    def not_chosen(self, key: str, name: str, path: Path, options: Iterable[str]) -> None:
        """Say that ``accounting`` lacks the key by which ``name`` (at ``path``) would get its number."""
        self.find("GP-C20", path, key=key, name=name, options=listed(options))

    def unknown(self, missing: Unknown, path: Path, where: str) -> None:
        """Say that the library has no such name in ``where``."""
        near, known = ", ".join(missing.nearest), ", ".join(missing.known[:12])
        hint = "GP-C21.near" if near else None
        self.find("GP-C21", path, hint=hint, name=missing.name, where=where, near=near, known=known)

    def find(self, code: str, path: Path, *, hint: str | None = None, severity: Severity = Severity.ERROR, **arguments: str) -> None:
        """Add a finding at ``path``, once: many sources may share a choice that fails."""
        found = Diagnostic(code, self.file.source.span(path), path, arguments, severity, hint)
        if found not in self.findings:
            self.findings.append(found)


def listed(values: Iterable[object]) -> str:
    """``2021, 2022, 2023``."""
    return ", ".join(str(value) for value in values)
