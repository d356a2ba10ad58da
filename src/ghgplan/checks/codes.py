"""The codes of all findings: what each is called, and what it says before it has found anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

from ghgplan.catalogue import Language, catalogue
from ghgplan.checks.registry import FAMILIES, RULES
from ghgplan.checks.rule import Basis
from ghgplan.diagnostics import Severity, messages_of
from ghgplan.reference.entries import Verification

UNFILLED = "…"
"""Stands in a message where a finding puts names and figures."""

_CODE = re.compile(r"GP-[A-Z][0-9]{2}")
_SEEN = (Verification.PUBLISHED, Verification.READ)


def known_codes() -> tuple[str, ...]:
    """Every code that a finding can have: those of reading, typing, computing and composing, the rules', the acceptances'."""
    others = (*catalogue("diagnostics", "en").messages, *catalogue("checks/acceptance", "en").messages)
    return (*sorted(name for name in others if _CODE.fullmatch(name)), *RULES)


def title(code: str, language: Language) -> str:
    """What the finding is called; its message where it has no name of its own."""
    return wording(code, language, "title") or wording(code, language) or code


def wording(code: str, language: Language, part: str = "") -> str | None:
    """The message of ``code``, or its ``hint`` or ``why``, with ``…`` where a finding puts its arguments; None where there is none."""
    name = f"{code}.{part}" if part else code
    messages = messages_of(code, language).messages
    return _unfilled(messages[name]) if name in messages else None


def hints(code: str, language: Language) -> Iterator[str]:
    """The hints of ``code``, of which a finding gives the one that fits."""
    messages = messages_of(code, language).messages
    for name, message in messages.items():
        if name.startswith(f"{code}.") and not name.endswith((".title", ".why")):
            yield _unfilled(message)


def _unfilled(message: str) -> str:
    return "".join(text if field is None else text + UNFILLED for text, field, _, _ in Formatter().parse(message))


def severity(code: str) -> Severity:
    """How bad an open finding of ``code`` is: as its rule has it; a warning where only an acceptance tells that it was one."""
    return RULES[code].severity if code in RULES else Severity.WARNING


def family_title(family: str, language: Language) -> str:
    """The name of a family of rules."""
    return catalogue("checks/acceptance", language).text(f"family.{family}")


def family_of(code: str) -> str | None:
    """The family that a rule is of; None for the other codes."""
    return next((name for name, rules in FAMILIES.items() if any(rule.code == code for rule in rules)), None)


def bases(code: str) -> tuple[Basis, ...]:
    """What makes a finding of ``code`` matter."""
    return RULES[code].basis if code in RULES else ()


def citations(code: str, unverified: str) -> Iterator[str]:
    """The basis of a rule, each with its clause, and with ``unverified`` where that was not held against the standard's text."""
    for basis in bases(code):
        cited = f"{basis.standard} {basis.clause}".strip()
        yield f"{cited}{unverified}" if is_unverified(basis) else cited


def is_unverified(basis: Basis) -> bool:
    """Whether a clause is named that nobody has looked up in the standard's own text."""
    return bool(basis.clause) and basis.verification not in _SEEN
