"""The sections, tables and figures of a plan's document: their numbers, and the names that texts refer to them by."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.diagnostics import Path
from ghgplan.plan.model.outline import Item, Part
from ghgplan.plan.sections import items
from ghgplan.values import frozen

PICTURE = "picture"
"""What the plan's own pictures are called, where they have no name."""


@frozen
class Placed:
    """A table or figure of the outline with the number and the name it has in the document."""

    path: Path
    item: Item
    kind: str
    """``table`` or ``figure``."""
    number: int
    name: str
    given: bool
    """True where the plan names it; otherwise it is called by what it is."""

    @property
    def reference(self) -> str:
        """How a text quotes it: ``table.targets``."""
        return f"{self.kind}.{self.name}"


def section_numbers(outline: tuple[Part, ...]) -> tuple[str, ...]:
    """The number of each section of the first level; an annex has a letter."""
    annexes = [sum(part.annex for part in outline[:position]) for position in range(len(outline))]
    return tuple(
        letter(before) if part.annex else str(position - before + 1)
        for position, (part, before) in enumerate(zip(outline, annexes, strict=True))
    )


def letter(before: int) -> str:
    """The letter of an annex with so many others before it: A to Z, then AA, AB and so on."""
    rest, last = divmod(before, 26)
    return (letter(rest - 1) if rest else "") + chr(ord("A") + last)


def placed_items(outline: tuple[Part, ...]) -> Iterator[Placed]:
    """The tables and figures in the order of the document, each kind counted from 1."""
    counts, names = {"table": 0, "figure": 0}, set[str]()
    for path, item in items(outline):
        kind = "table" if item.table else "figure" if item.chart or item.picture else None
        if kind is None:
            continue
        counts[kind] += 1
        name = item.name or _free_name(item.table or item.chart or PICTURE, kind, names)
        names.add(f"{kind}.{name}")
        yield Placed(path, item, kind, counts[kind], name, item.name is not None)


def _free_name(wanted: str, kind: str, names: set[str]) -> str:
    """The item's kind as its name; counted where there are several."""
    name, count = wanted, 1
    while f"{kind}.{name}" in names:
        count += 1
        name = f"{wanted} {count}"
    return name
