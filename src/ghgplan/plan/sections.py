"""The outline of a document from its first section to its last: sections, what stands under them, and their prose, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ghgplan.diagnostics import Path
from ghgplan.plan.model.outline import Item, Section
from ghgplan.plan.text import Text

OUTLINE: Path = ("outline",)


def sections(outline: Sequence[Section], path: Path = OUTLINE) -> Iterator[tuple[Path, Section]]:
    """The sections of all levels: each before those below it."""
    for position, section in enumerate(outline):
        at = (*path, str(position))
        yield at, section
        yield from sections(section.sections, (*at, "sections"))


def items(outline: Sequence[Section]) -> Iterator[tuple[Path, Item]]:
    """What stands under all headings, in the order of the document."""
    return (each for at, section in sections(outline) for each in items_of(at, section))


def items_of(at: Path, section: Section) -> Iterator[tuple[Path, Item]]:
    """What stands under the heading of one section."""
    return (((*at, "body", str(position)), item) for position, item in enumerate(section.body))


def passages(outline: Sequence[Section], *, notes: bool = False) -> Iterator[tuple[Path, Text]]:
    """The texts under all headings, and the notes between them where ``notes`` asks for these."""
    return (each for at, section in sections(outline) for each in passages_of(at, section, notes=notes))


def passages_of(at: Path, section: Section, *, notes: bool = False) -> Iterator[tuple[Path, Text]]:
    """The texts under the heading of one section."""
    if section.text:
        yield (*at, "text"), section.text
    for path, item in items_of(at, section):
        if item.text:
            yield (*path, "text"), item.text
        if item.note and notes:
            yield (*path, "note"), item.note
