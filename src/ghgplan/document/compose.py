"""compose: the report -> one edition of the document, in which all text is final.

Walks the plan's outline twice: once to number the tables and figures, so that a text
may refer to one that comes later, and once to write everything down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from ghgplan.compute.report import Report
from ghgplan.diagnostics import Diagnostic, Outcome, Path, Severity
from ghgplan.document.blocks import Block, Document, Edition, Figure, Heading, Note, Paragraph, Table, Words
from ghgplan.document.cover import cover, template_labels
from ghgplan.document.pictures import build_drawing
from ghgplan.document.summary import headlines
from ghgplan.document.tables import build_table
from ghgplan.document.tables.grid import selected, widths
from ghgplan.document.wording import Anchor, Place, Wording
from ghgplan.plan.model.outline import Item, Section
from ghgplan.plan.placing import Placed, letter, placed_items, section_numbers
from ghgplan.plan.text import Text
from ghgplan.plan.texts import missing_wordings, untranslated

Build: TypeAlias = Callable[[Wording, Item], object | None]
"""Makes a table or a drawing; None where there is nothing to show."""

ACCEPTED = "accepted findings"
"""The table that a document ends with, unless its outline has it elsewhere."""


def compose(
    report: Report, edition: Edition, failures: tuple[Diagnostic, ...] = (), accepted: tuple[Diagnostic, ...] = ()
) -> Outcome[Document]:
    """The document in ``edition``, None where a finding is an error.

    Findings are texts that are missing, quote what is not there, or cannot be set. ``failures`` are the errors of
    computing the report: what follows from them is not said again, and there is no document. ``accepted`` are the checker's
    findings that the plan accepts: they are listed in an annex, unless the outline has a place for them.
    """
    placed = list(placed_items(report.plan.outline))
    labels = Wording(report, edition, {})
    anchors = {
        part.reference: Anchor(_anchor(part), labels.label(f"label.{part.kind}", number=str(part.number))) for part in reversed(placed)
    }
    wording = Wording(report, edition, anchors, failures, accepted)
    wording.findings.extend(missing_wordings(report.file, edition.languages))
    wording.findings.extend(untranslated(report.file, edition.languages))
    wording.findings.extend(_same_names(report, placed))
    blocks: list[Block] = []
    by_path = {part.path: part for part in placed}
    numbers = section_numbers(report.plan.outline)
    for position, (section, number) in enumerate(zip(report.plan.outline, numbers, strict=True)):
        blocks.extend(_section(wording, section, ("outline", str(position)), number, by_path))
    if accepted and not any(part.item.table == ACCEPTED for part in placed):
        blocks.extend(_accepted(wording, placed, letter(sum(section.annex for section in report.plan.outline))))
    document = Document(
        edition, cover(wording), tuple(blocks), template_labels(wording), headlines(wording, blocks), report.plan.document.charts
    )
    findings = tuple(wording.findings)
    failed = any(found.severity is Severity.ERROR for found in (*failures, *findings))
    return Outcome(None if failed else document, findings)


def _accepted(wording: Wording, placed: list[Placed], number: str) -> Iterator[Block]:
    """The accepted findings as a last annex, for an outline that has no place for them."""
    item = Item(table=ACCEPTED)
    part = Placed((), item, "table", sum(part.kind == "table" for part in placed) + 1, ACCEPTED, given=False)
    label = wording.label("label.table", number=str(part.number))
    yield _heading(wording, wording.label("annex.accepted findings"), number)
    introduction = wording.label("annex.accepted findings.introduction", table=label)
    yield Paragraph(wording.linked(introduction, Anchor(_anchor(part), label)))
    yield from _table(wording, item, Place(wording.report.file, ("accepted",)), part)


def _same_names(report: Report, placed: list[Placed]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for part in placed:
        if part.given and part.reference in seen:
            path = (*part.path, "name")
            yield Diagnostic("GP-D04", report.file.source.span(path), path, {"name": part.name})
        seen.add(part.reference)


def _anchor(part: Placed) -> str:
    return f"{part.kind}-{part.number}"


def _section(wording: Wording, section: Section, path: Path, number: str, placed: dict[Path, Placed]) -> Iterator[Block]:
    place = Place(wording.report.file, path)
    yield _heading(wording, wording.text(section.title, place.below("title")), number)
    if section.text:
        yield from wording.prose(section.text, place.below("text"))
    for position, item in enumerate(section.body):
        yield from _item(wording, item, place.below("body", str(position)), placed)
    for position, below in enumerate(section.sections):
        yield from _section(wording, below, (*path, "sections", str(position)), f"{number}.{position + 1}", placed)


def _heading(wording: Wording, words: Words, number: str) -> Heading:
    level, name = number.count(".") + 1, f"section-{number.replace('.', '-').lower()}"
    if level > 1 or number.isdigit():
        return Heading(level, number, words, name)
    begin = wording.label("annex.number", letter=number)
    lettered = tuple(replace(line, runs=(*first.runs, *line.runs)) for first, line in zip(begin, words, strict=True))
    return Heading(level, "", lettered, name)


def _item(wording: Wording, item: Item, place: Place, placed: dict[Path, Placed]) -> Iterator[Block]:
    if item.text:
        yield from wording.prose(item.text, place.below("text"))
    elif item.note:
        yield from (Note(block.words) if isinstance(block, Paragraph) else block for block in wording.prose(item.note, place.below("note")))
    elif item.table:
        yield from _table(wording, item, place, placed[place.path])
    elif item.picture and item.caption:
        yield from _picture(wording, item, item.caption, place, placed[place.path])
    else:
        yield from _figure(wording, item, place, placed[place.path])


def _table(wording: Wording, item: Item, place: Place, part: Placed) -> Iterator[Table]:
    grid = build_table(wording, item)
    if grid is None:
        wording.findings.extend(_nothing_to_show(wording, item, place, build_table))
        return
    caption = wording.text(item.caption, place.below("caption")) if item.caption else grid.caption
    label = wording.label("label.table", number=str(part.number))
    yield Table(_anchor(part), label, caption, grid.head, grid.body, widths(grid.head, grid.body), grid.note)


def _figure(wording: Wording, item: Item, place: Place, part: Placed) -> Iterator[Figure]:
    drawing = build_drawing(wording, item)
    if drawing is None:
        wording.findings.extend(_nothing_to_show(wording, item, place, build_drawing))
        return
    caption = wording.text(item.caption, place.below("caption")) if item.caption else drawing.caption
    label = wording.label("label.figure", number=str(part.number))
    yield Figure(_anchor(part), label, caption, drawing.alternative, drawing.chart, f"{_file(part)}.{wording.edition.value}.png")


def _picture(wording: Wording, item: Item, caption: Text, place: Place, part: Placed) -> Iterator[Figure]:
    """A picture that the plan brings: the same file in every edition."""
    picture = place.file.pictures.get(item.picture or "")
    if picture is None:
        at = place.below("picture").path
        wording.findings.append(Diagnostic("GP-F01", place.file.source.span(at), at, {"path": item.picture or ""}))
        return
    words = wording.text(caption, place.below("caption"))
    alternative = wording.text(item.alternative, place.below("alternative")) if item.alternative else words
    label = wording.label("label.figure", number=str(part.number))
    yield Figure(_anchor(part), label, words, alternative, picture, f"{_file(part)}.{picture.ending}")


def _nothing_to_show(wording: Wording, item: Item, place: Place, build: Build) -> Iterator[Diagnostic]:
    """Why ``build`` makes nothing of the item: it shows one thing and was given several, or there is no such data."""
    at = place.file.source.span(place.path)
    choices = _single_choices(wording, item, build)
    if choices:
        yield Diagnostic("GP-D05", at, place.path, {"choices": " | ".join(choices)})
    elif not wording.failures:
        # Otherwise the data may be among what could not be computed.
        yield Diagnostic("GP-D03", at, place.path)


def _single_choices(wording: Wording, item: Item, build: Build) -> list[str]:
    """What to write so that the item shows one thing: an entity or a pathway, and a carrier where that does not tell enough."""
    trial = Wording(wording.report, wording.edition, wording.anchors, accepted=wording.accepted)
    things = (*wording.report.entities, *wording.report.gaps)
    one_thing = [(f"of: [{name}]", {"of": (name,)}) for name in things if selected({name: None}, item.of)]
    carriers = {name: None for entity in wording.report.entities.values() for name in entity.energy}
    one_carrier = [(f"carrier: {name}", {"carrier": name}) for name in carriers if item.carrier is None]
    both = [(f"{of}, {carrier}", {**first, **second}) for of, first in one_thing for carrier, second in one_carrier]
    for choices in (one_thing, one_carrier, both):
        shown = [words for words, update in choices if build(trial, item.model_copy(update=update)) is not None]
        if shown:
            return shown
    return []


def _file(part: Placed) -> str:
    """The beginning of a file name that every file system and every git host can hold, and that a reader recognises."""
    plain = re.sub(r"[^a-z0-9]+", "-", part.name.lower()).strip("-") if part.name.isascii() else ""
    return f"{part.number:02}-{plain or 'figure'}"
