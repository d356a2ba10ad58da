"""What stands under tables: which months a year covers, what figures were computed with, and sentences joined to one note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ghgplan.compute.numbers import Computed, Library, Number
from ghgplan.document.blocks import Words
from ghgplan.document.formatting import list_text, month_text
from ghgplan.document.tables.names import entity_name
from ghgplan.document.wording import Wording, line_text
from ghgplan.plan.model.inventory import Period
from ghgplan.reference.entries import Kind
from ghgplan.reference.library import all_entries
from ghgplan.reference.sets import named_sets

BASES = (Kind.GWP, Kind.FUEL, Kind.GRID_FACTOR)
"""The kinds of entries whose set a reader must know to compare figures with those of others."""


def months(wording: Wording, period: Period) -> Words:
    """``September 2023 – August 2024``."""
    return wording.each(lambda language: f"{month_text(period.from_, language)} – {month_text(period.to, language)}")


def period_notes(wording: Wording, shown: Iterable[tuple[str, int]]) -> list[Words]:
    """What the ``shown`` years of entities cover, where that is not the calendar year; with the entity's name where several are shown."""
    pairs = list(dict.fromkeys(shown))
    several = len({entity for entity, _ in pairs}) > 1
    notes: list[Words] = []
    for entity, year in sorted(pairs, key=lambda pair: pair[1]):
        inventory = wording.report.entities[entity].inventory
        period = inventory.periods.get(year) if inventory else None
        if period is None:
            continue
        covered = months(wording, period)
        if several:
            notes.append(wording.label("note.period of entity", entity=entity_name(wording, entity), year=str(year), months=covered))
        else:
            notes.append(wording.label("note.period", year=str(year), months=covered))
    return notes


def basis_notes(wording: Wording, numbers: Iterable[Number]) -> list[Words]:
    """From which assessment report, set of fuels and series of grid factors the library gave what ``numbers`` were computed with."""
    used = {(entry.kind, entry.set) for identity in _entries(numbers) if (entry := all_entries()[identity]).kind in BASES}
    notes: list[Words] = []
    for kind in BASES:
        names = [each.name for name, each in named_sets(kind).items() if (kind, name) in used]
        if names:
            listed = wording.each(
                lambda language, names=names: list_text([name.zh if language == "zh" else name.en for name in names], language)
            )
            notes.append(wording.label(f"note.basis {kind.value}", sets=listed))
    return notes


def _entries(numbers: Iterable[Number]) -> Iterator[str]:
    """The library's entries that the numbers come from."""
    left, seen = list(numbers), set[int]()
    while left:
        number = left.pop()
        if id(number) in seen:
            continue
        seen.add(id(number))
        match number.origin:
            case Library(entry):
                yield entry
            case Computed(_, inputs):
                left += inputs
            case _:
                pass


def joined(wording: Wording, sentences: Iterable[Words | None]) -> Words | None:
    """The sentences one after the other, in each language; None where there are none."""
    held = [sentence for sentence in sentences if sentence]
    return wording.each(lambda language: ("" if language == "zh" else " ").join(line_text(s, language) for s in held)) if held else None
