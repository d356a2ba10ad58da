"""What a number is called in words: ``inventory.plant.intensity.2023`` -> ``铸造厂，排放强度，2023年``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from ghgplan.compute.report import EntityReport
from ghgplan.document.blocks import Words
from ghgplan.document.formatting import gas_text
from ghgplan.document.tables.number_labels import ENDINGS, QUANTITIES
from ghgplan.document.tables.pathways import boundary, entity_name
from ghgplan.document.wording import Wording, figure, line_text

_YEAR = re.compile("[0-9]{4}")
_POSITION = re.compile("[0-9]{1,3}")
_LISTS = ("saves", "capacity", "substitutes")

_Parts: TypeAlias = list[str]
_Subject: TypeAlias = Callable[[Wording, str, _Parts], list[Words]]


def number_words(wording: Wording, name: str, beside: str = "") -> Words | None:
    """The words for a dotted name; None where it has a part that there are no words for, in any of the languages.

    ``beside`` is the name of a number shown next to it: what both begin with (the entity, the
    pathway) is left out.
    """
    words = _parts(wording, name)
    if not words or any(not line_text(part, language) for part in words for language in wording.languages):
        return None
    known = _parts(wording, beside) or []
    while len(words) > 1 and known and words[0] == known[0]:
        words, known = words[1:], known[1:]
    return wording.each(lambda language: ("，" if language == "zh" else ", ").join(line_text(part, language) for part in words))


def _parts(wording: Wording, name: str) -> list[Words] | None:
    members, (chapter, *parts) = _without_members(wording, name)
    try:
        words = _subject(wording, members, chapter, parts)
    except LookupError:
        return None
    for part in parts:
        found = wording.label("year", year=part) if _YEAR.fullmatch(part) else _quantity(wording, chapter, part)
        if found is None:
            return None
        words.append(found)
    return words


def _subject(wording: Wording, members: _Parts, chapter: str, parts: _Parts) -> list[Words]:
    """The words that a name begins with; takes what they stand for from the parts. Raises LookupError where there are none."""
    if chapter == "group":
        return _of_group(wording, parts)
    subject, thing = _SUBJECTS[chapter], parts.pop(0)
    return subject(wording, ".".join((*members, thing)), parts)


def _quantity(wording: Wording, chapter: str, part: str) -> Words | None:
    label = QUANTITIES.get(f"{chapter}.{part}") or QUANTITIES.get(part)
    if label:
        return wording.label(label)
    for ending, label in ENDINGS.items():
        whole = _quantity(wording, chapter, part.removesuffix(ending)) if part.endswith(ending) else None
        if whole:
            return wording.label(label, quantity=whole)
    return None


def chapter_of(wording: Wording, name: str) -> str:
    """The chapter of the plan, or of a member's, that a dotted name begins with."""
    return _without_members(wording, name)[1][0]


def entity_of(wording: Wording, name: str) -> str | None:
    """The entity, behind its member's name, that the number is about; None where it is about none."""
    members, (chapter, *rest) = _without_members(wording, name)
    report, key = wording.report, ".".join((*members, *rest[:1]))
    if chapter in ("inventory", "energy"):
        return key
    if chapter in ("pathways", "progress", "gap"):
        return report.pathways[key].entity if key in report.pathways else None
    own = None
    if chapter == "targets" and key in report.targets:
        own = report.targets[key].target.entity
    elif chapter == "measures" and key in report.measures:
        own = report.measures[key].measure.entity
    return ".".join((*members, own)) if own else None


def _without_members(wording: Wording, name: str) -> tuple[_Parts, _Parts]:
    """The members' names that a dotted name begins with, and the rest."""
    parts, file, depth = name.split("."), wording.report.file, 0
    while depth < len(parts) - 1 and parts[depth] in file.members:
        file = file.members[parts[depth]]
        depth += 1
    return parts[:depth], parts[depth:]


def _entity(wording: Wording, key: str) -> EntityReport:
    return wording.report.entities[key]


def _of_inventory(wording: Wording, key: str, parts: _Parts) -> list[Words]:
    words = [entity_name(wording, key)]
    inventory = _entity(wording, key).inventory
    if inventory and parts[0] == "sources":
        source = inventory.sources[parts[1]].source
        words += [wording.plain_text(source.name), wording.plain_text(source.carrier)]
        del parts[:2]
    if parts[0] == "gases":
        del parts[0]
        if parts[0] not in QUANTITIES:
            words.append(figure(gas_text(parts.pop(0))))
    return words


def _of_energy(wording: Wording, key: str, parts: _Parts) -> list[Words]:
    energy = _entity(wording, key).energy
    if parts[0] not in energy:
        return [entity_name(wording, key)]
    carrier = energy[parts.pop(0)]
    words = [entity_name(wording, key), wording.plain_text(carrier.carrier.name)]
    if parts[0] == "uses":
        words.append(wording.plain_text(carrier.uses[parts[1]].use.name))
        del parts[:2]
    return words


def _of_pathway(wording: Wording, key: str, parts: _Parts) -> list[Words]:
    pathway = wording.report.pathways[key]
    words = [entity_name(wording, pathway.entity), boundary(wording, pathway)]
    return [*words, wording.label("column.target")] if _YEAR.fullmatch(parts[0]) else words


def _of_progress(wording: Wording, key: str, parts: _Parts) -> list[Words]:
    pathway = wording.report.pathways[key]
    words = [entity_name(wording, pathway.entity), boundary(wording, pathway)]
    return [*words, wording.label("column.actual")] if _YEAR.fullmatch(parts[0]) else words


def _of_measure(wording: Wording, key: str, parts: _Parts) -> list[Words]:
    name = wording.report.measures[key].measure.name
    if name is None or not parts:
        raise LookupError(key)
    words = [wording.plain_text(name)]
    if len(parts) > 2 and parts[0] in _LISTS and _POSITION.fullmatch(parts[1]):
        words.append(wording.label("number in list", number=parts[1]))
        del parts[:2]
    return words


def _of_gap(wording: Wording, key: str, parts: _Parts) -> list[Words]:
    pathway = wording.report.pathways[key]
    words = [entity_name(wording, pathway.entity), boundary(wording, pathway)]
    if parts[0] in ("measures", "share"):
        members = key.split(".")[:-1]
        name = wording.report.measures[".".join((*members, parts[1]))].measure.name
        if name is None:
            raise LookupError(key)
        words.append(wording.plain_text(name))
        parts[:] = ["added" if parts[0] == "measures" else "covered", *parts[2:]]
    return words


def _of_group(wording: Wording, parts: _Parts) -> list[Words]:
    words = [wording.label("chapter.group")]
    if len(parts) == 3:
        words.append(wording.label(f"boundary.{parts.pop(1)}"))
    return words


_SUBJECTS: Mapping[str, _Subject] = {
    "inventory": _of_inventory,
    "energy": _of_energy,
    "pathways": _of_pathway,
    "progress": _of_progress,
    "measures": _of_measure,
    "gap": _of_gap,
}
