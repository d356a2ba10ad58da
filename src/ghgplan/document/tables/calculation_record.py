"""The calculation record (计算过程记录): every computed number with its formula, its inputs and their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.compute.derivation import Derivation, NumberNames, derivation
from ghgplan.compute.formulas import Formula
from ghgplan.compute.numbers import Computed, Stated
from ghgplan.document.blocks import Row, Words
from ghgplan.document.tables.grid import Grid, head, text, value
from ghgplan.document.tables.number_labels import CHAPTERS
from ghgplan.document.tables.number_words import chapter_of, entity_of, number_words
from ghgplan.document.wording import Wording, figure, line_text
from ghgplan.plan.model.outline import Item

BELOW = "· "
"""Before an input of an input."""

COLUMNS = ("number", "formula", "inputs", "result")


def calculation_record_table(wording: Wording, item: Item) -> Grid | None:
    """The computed numbers of all entities or of those chosen, chapter by chapter; None where none was computed."""
    chosen: dict[str, list[str]] = {}
    for name in _computed(wording, item):
        chosen.setdefault(chapter_of(wording, name), []).append(name)
    if not chosen:
        return None
    known = list(CHAPTERS)
    names = NumberNames(wording.report)
    body: list[Row] = []
    for chapter in sorted(chosen, key=lambda chapter: known.index(chapter) if chapter in known else len(known)):
        title = wording.label(CHAPTERS[chapter]) if chapter in CHAPTERS else figure(chapter)
        body.append((text(title, strong=True, columns=len(COLUMNS)),))
        body += [_row(wording, derivation(wording.report, name, names)) for name in chosen[chapter]]
    heads = tuple(head(wording.label(f"column.calculation {column}")) for column in COLUMNS)
    return Grid(wording.label("table.calculation record"), (heads,), tuple(body), wording.label("note.calculation record"))


def _computed(wording: Wording, item: Item) -> list[str]:
    def is_chosen(name: str) -> bool:
        entity = entity_of(wording, name) if item.of else None
        of = not item.of or any(entity == wanted or (entity or "").startswith(f"{wanted}.") for wanted in item.of)
        years = {int(part) for part in name.split(".") if re.fullmatch("[0-9]{4}", part)}
        return of and (not item.years or not years or bool(years & set(item.years)))

    return [name for name, number in wording.report.numbers.items() if isinstance(number.origin, Computed) and is_chosen(name)]


def _row(wording: Wording, made: Derivation) -> Row:
    inputs = [words for part in made.inputs for words in _inputs(wording, part, made.name)]
    together = wording.each(lambda language: "\n".join(line_text(words, language) for words in inputs))
    called = text(number_words(wording, made.name) or figure(made.name))
    return (called, text(_formula(wording, made.formula)), text(together), value(wording.quantity(made.number)))


def _formula(wording: Wording, formula: Formula | None) -> Words:
    if formula is None or formula.verification is None:
        return figure(formula.expression if formula else "")
    cited = f"{formula.standard} {formula.clause}".strip()
    verification = wording.label(formula.verification.label_id)
    return wording.label("calculation.formula", expression=formula.expression, standard=cited, verification=verification)


def _inputs(wording: Wording, part: Derivation, beside: str) -> Iterator[Words]:
    """The input; one without a name has no row of its own, so its inputs stand below it."""
    yield _input(wording, part, beside)
    if not part.name:
        for below in part.inputs:
            for words in _inputs(wording, below, beside):
                yield wording.each(lambda language, words=words: f"{BELOW}{line_text(words, language)}")


def _input(wording: Wording, part: Derivation, beside: str) -> Words:
    quantity = wording.quantity(part.number)
    if not part.name and part.formula:
        return wording.label("calculation.step", expression=part.formula.expression, value=quantity)
    if part.entry and not part.name:
        named = part.entry.name
        name = wording.each(lambda language: named.zh if language == "zh" else named.en)
    else:
        name = number_words(wording, part.name, beside) or figure(part.name)
    place = _place(wording, part)
    if place is None:
        return wording.label("calculation.computed input", name=name, value=quantity)
    return wording.label("calculation.input", name=name, value=quantity, place=place)


def _place(wording: Wording, part: Derivation) -> Words | None:
    if part.entry:
        return wording.label(
            "calculation.library", entry=part.entry.id, verification=wording.label(part.entry.provenance.verification.label_id)
        )
    if not isinstance(part.number.origin, Stated):
        return None
    # Seen from the plan's own folder: members and tables of data stand below it.
    folder = wording.report.file.source.file.rpartition("/")[0]
    span = part.number.origin.span
    return figure(f"{span.file.removeprefix(f'{folder}/') if folder else span.file}:{span.line}")
