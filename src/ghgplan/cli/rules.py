"""``ghgplan rule``: the rules of the checker, one by one or as a list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from ghgplan.catalogue import LANGUAGES, Language
from ghgplan.checks.codes import bases, citations, family_of, family_title, hints, known_codes, severity, title, wording
from ghgplan.checks.example import example, findings_on
from ghgplan.checks.registry import FAMILIES, RULES
from ghgplan.cli.arguments import Command, UsageError
from ghgplan.cli.exit_codes import ExitCode
from ghgplan.cli.findings import marked_line
from ghgplan.cli.terminal import Colour, Terminal, display_width, printable
from ghgplan.diagnostics import Diagnostic, Severity, nearest

_COLOURS = {Severity.ERROR: Colour.RED, Severity.WARNING: Colour.YELLOW}


def show_rules(command: Command, terminal: Terminal) -> int:
    """Show the rule that ``command`` names, or list them all. Raises UsageError for a code that there is not."""
    code = _code(command.words, terminal) if command.words else None
    if command.as_json:
        shown = [rule_json(each) for each in ([code] if code else RULES)]
        terminal.line(json.dumps({"rules": shown}, ensure_ascii=False, indent=2))
        return ExitCode.BUILT
    for line in _lines(code, terminal):
        terminal.line(line)
    return ExitCode.BUILT


def _lines(code: str | None, terminal: Terminal) -> Iterator[str]:
    if code is None:
        return list_lines(terminal)
    return rule_lines(code, terminal) if code in RULES else message_lines(code, terminal)


def list_lines(terminal: Terminal) -> Iterator[str]:
    """All rules, family by family: code, severity and title."""
    words = {found: terminal.text(f"severity.{found}") for found in _COLOURS}
    width = max(display_width(word) for word in words.values())
    for family, rules in FAMILIES.items():
        if not rules:
            continue
        yield terminal.coloured(family_title(family, terminal.language), Colour.BOLD)
        for rule in rules:
            word = words[rule.severity] + " " * (width - display_width(words[rule.severity]))
            yield f"  {rule.code}  {terminal.coloured(word, _COLOURS[rule.severity])}  {title(rule.code, terminal.language)}"
        yield ""
    yield terminal.text("rule.count", count=len(RULES))


def rule_lines(code: str, terminal: Terminal) -> Iterator[str]:
    """All that is to be said about one rule, with its example: the piece that triggers it, and the same put right."""
    shown = example(code)
    found = next(each for each in findings_on(shown.triggers, shown.members) if each.code == code)
    word = terminal.coloured(terminal.text(f"severity.{severity(code)}"), _COLOURS[severity(code)], Colour.BOLD)
    yield f"{terminal.coloured(f'{code}  {title(code, terminal.language)}', Colour.BOLD)}  {word}"
    yield terminal.text("rule.wrong", message=found.message(terminal.language))
    yield terminal.text("finding.why", why=found.why(terminal.language) or "")
    basis = terminal.text("finding.and").join(citations(code, terminal.text("finding.unverified")))
    if basis:
        yield terminal.text("rule.basis", basis=basis)
    yield terminal.coloured(terminal.text("finding.hint", advice=found.advice(terminal.language) or ""), Colour.CYAN)
    yield from ("", terminal.text("rule.triggers"), *_piece(shown.triggers, found, terminal))
    for name, piece in shown.members.items():
        yield from ("", terminal.text("rule.member", name=name), *_piece(piece, None, terminal))
    yield from ("", terminal.text("rule.sound"), *_piece(shown.sound, None, terminal))


def message_lines(code: str, terminal: Terminal) -> Iterator[str]:
    """What a finding says that is of no rule: of reading, typing, computing, composing, or on an acceptance."""
    yield terminal.coloured(code, Colour.BOLD)
    yield terminal.text("rule.wrong", message=wording(code, terminal.language) or "")
    if why := wording(code, terminal.language, "why"):
        yield terminal.text("finding.why", why=why)
    for hint in hints(code, terminal.language):
        yield terminal.coloured(terminal.text("finding.hint", advice=hint), Colour.CYAN)


def rule_json(code: str) -> dict[str, Any]:
    """A rule, or another code, as JSON can hold it; ``…`` stands where a finding puts its names and figures."""

    def in_both(text: Callable[[str, Language], str | None]) -> dict[Language, str | None]:
        return {language: text(code, language) for language in LANGUAGES}

    return {
        "code": code,
        "family": family_of(code),
        "severity": severity(code).value if code in RULES else None,
        "title": in_both(title),
        "message": in_both(wording),
        "why": in_both(lambda code, language: wording(code, language, "why")),
        "hints": {language: list(hints(code, language)) for language in LANGUAGES},
        "basis": [
            {"standard": each.standard, "clause": each.clause or None, "verification": each.verification.value} for each in bases(code)
        ],
    }


def _piece(text: str, found: Diagnostic | None, terminal: Terminal) -> Iterator[str]:
    """A piece of a plan with its line numbers, whole, and a mark at the finding's place."""
    lines = text.rstrip("\n").split("\n")
    width = len(str(len(lines)))
    for number, line in enumerate(lines, 1):
        if found and found.span.line == number:
            yield from marked_line(line, found.span, _COLOURS[severity(found.code)], terminal, width=width, whole=True)
        else:
            yield f"  {number:>{width}} | {printable(line)}"


def _code(given: str, terminal: Terminal) -> str:
    """The code that was meant: capitals and the letters before the hyphen may be left out."""
    codes = known_codes()
    upper = given.upper()
    asked = upper if upper.startswith("GP-") else f"GP-{upper}"
    if asked in codes:
        return asked
    close = nearest(asked, codes)
    sentence = terminal.text("usage.unknown-code", given=given)
    raise UsageError(f"{sentence} {terminal.text('usage.did-you-mean', suggestion=close)}" if close else sentence)
