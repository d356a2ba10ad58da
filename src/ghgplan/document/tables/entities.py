"""Whose figures a table shows: in its caption, in its first column, and for what belongs to the whole company."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ghgplan.document.blocks import Cell, Words
from ghgplan.document.tables.grid import text
from ghgplan.document.tables.pathways import entity_name
from ghgplan.document.wording import Wording

OF_ENTITY = {
    "table.activity data": "table.activity data of entity",
    "table.emission shares": "table.emission shares of entity",
    "table.emissions": "table.emissions of entity",
    "table.emissions by category": "table.emissions by category of entity",
    "table.emissions by gas": "table.emissions by gas of entity",
    "table.emissions by scope": "table.emissions by scope of entity",
    "table.energy consumption": "table.energy consumption of entity",
    "table.energy structure": "table.energy structure of entity",
    "table.energy structure of": "table.energy structure of entity in",
    "table.energy use": "table.energy use of entity",
    "table.scope 2": "table.scope 2 of entity",
    "table.sources": "table.sources of entity",
}
"""The caption of a table that shows one entity of several, by the caption that it has otherwise."""


def caption(wording: Wording, label: str, entities: Iterable[str], **arguments: Words | str) -> Words:
    """The caption ``label``; it names the entity where the table shows one and the plan has several."""
    shown = list(dict.fromkeys(entities))
    if len(shown) != 1 or len(wording.report.entities) == 1:
        return wording.label(label, **arguments)
    return wording.label(OF_ENTITY[label], entity=entity_name(wording, shown[0]), **arguments)


def are_several(entities: Iterable[str]) -> bool:
    """Whether a table needs a column that says whose each row is."""
    return len(set(entities)) > 1


def first_column(wording: Wording, entities: Sequence[str], entity: str) -> list[Cell]:
    """The cell that says whose the row is; none where ``entities``, one for each row, are all the same."""
    return [text(entity_name(wording, entity))] if are_several(entities) else []


def name_or_whole(wording: Wording, entity: str | None, owner: str) -> Words:
    """The entity's name; without one, the member's short name where the thing called ``owner`` is a member's, else the whole company."""
    member, _, _ = owner.rpartition(".")
    if entity:
        return entity_name(wording, f"{member}.{entity}" if member else entity)
    if member:
        return wording.plain_text(wording.report.plan.members[member.partition(".")[0]].name)
    return wording.label("whole company")
