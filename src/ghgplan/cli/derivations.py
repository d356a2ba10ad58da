"""How a derivation reads: as an indented tree for people, as JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from ghgplan.catalogue import Language, catalogue
from ghgplan.cli.entries import entry_json, entry_source
from ghgplan.cli.terminal import Colour, Terminal, printable
from ghgplan.compute.derivation import Derivation
from ghgplan.compute.formulas import Formula
from ghgplan.compute.numbers import Computed, Library, Number, Stated
from ghgplan.diagnostics import Span

# Spaces alone, for Chinese consoles show the lines of trees one or two columns wide.
INDENT = "    "
LONGEST_DECIMALS = 8
"""Decimal places that an unrounded value shows; JSON gives all of them."""

Shown: TypeAlias = Callable[[Span], str]
"""A place as the user would type it."""

Worded: TypeAlias = Callable[[str], str | None]
"""The words for a dotted name, where there are any."""


def derivation_lines(made: Derivation, place: Shown, terminal: Terminal, depth: int = 0) -> Iterator[str]:
    """The number, and indented below it its formula, its place or entry, and its inputs."""
    margin = INDENT * depth
    name = printable(made.name) or _unnamed(made, terminal)
    repeated = f" {terminal.text('explain.repeated')}" if made.is_repeated else ""
    yield f"{margin}{terminal.coloured(name, Colour.BOLD)} = {value_text(made.number, terminal)}{repeated}"
    if made.is_repeated:
        return
    below = f"{margin}{INDENT}"
    if made.formula:
        labels = catalogue("document", terminal.language)
        title = labels.text(made.formula.label_id)
        yield below + terminal.coloured(terminal.text("explain.formula", expression=made.formula.expression, title=title), Colour.CYAN)
        if made.formula.verification:
            verification = labels.text(made.formula.verification.label_id)
            yield below + terminal.text("explain.standard", standard=_cited(made.formula), verification=verification)
    elif isinstance(made.number.origin, Stated):
        yield below + terminal.text("explain.place", place=place(made.number.origin.span))
    if made.entry:
        yield below + terminal.text("explain.library", entry=made.entry.id)
        yield below + entry_source(made.entry, terminal)
    for part in made.inputs:
        yield from derivation_lines(part, place, terminal, depth + 1)


def _unnamed(made: Derivation, terminal: Terminal) -> str:
    if made.entry:
        return made.entry.name.zh if terminal.language == "zh" else made.entry.name.en
    return terminal.text("explain.step")


def value_text(number: Number, terminal: Terminal) -> str:
    """The value as it prints, its unit as the plan writes units, and what it was before rounding where that differs."""
    shown = quantity(number)
    if number.value == number.rounded:
        return shown
    exact, shortened = _digits(number), f"{number.value:.{max(LONGEST_DECIMALS, number.decimals)}f}"
    return terminal.text("explain.unrounded", value=shown, exact=exact if len(exact) <= len(shortened) else f"{shortened}…")


def quantity(number: Number) -> str:
    """``6456.81 tCO2e``: to be read, copied and multiplied back."""
    return f"{number.rounded:f} {printable(number.unit.symbol)}".rstrip()


def derivation_json(made: Derivation, words: Worded, place: Shown, language: Language) -> dict[str, Any]:
    """The derivation as JSON can hold it; decimals are texts, so that no program rounds them."""
    record: dict[str, Any] = {"name": made.name or None, "id": made.handle or None, "words": words(made.name), **_number_json(made.number)}
    match made.number.origin:
        case Stated(path, span):
            at = {"file": place(span).rsplit(":", 2)[0], "line": span.line, "column": span.column, "path": ".".join(path)}
            return {**record, "origin": "stated", "place": at}
        case Library():
            return {**record, "origin": "library", "entry": entry_json(made.entry) if made.entry else None}
        case Computed():
            formula = _formula_json(made.formula, language) if made.formula else None
            inputs = [derivation_json(part, words, place, language) for part in made.inputs]
            return {**record, "origin": "computed", "formula": formula, "repeated": made.is_repeated, "inputs": inputs}


def _number_json(number: Number) -> dict[str, str]:
    return {"value": _digits(number), "printed": f"{number.rounded:f}", "unit": number.unit.symbol}


def _formula_json(formula: Formula, language: Language) -> dict[str, Any]:
    return {
        "name": formula.name,
        "expression": formula.expression,
        "title": catalogue("document", language).text(formula.label_id),
        "standard": formula.standard or None,
        "clause": formula.clause or None,
        "verification": formula.verification.value if formula.verification else None,
    }


def _cited(formula: Formula) -> str:
    return f"{formula.standard} {formula.clause}".strip()


def _digits(number: Number) -> str:
    """All digits of the value; of a computed one without the zeros that computing leaves at its end."""
    text = f"{number.value:f}"
    return text.rstrip("0").rstrip(".") if isinstance(number.origin, Computed) and "." in text else text
