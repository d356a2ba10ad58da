"""The whole check of a Word template, from its package to its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.emit.word import prepare
from ghgplan.emit.word.checking.active import active_faults
from ghgplan.emit.word.checking.fault import Fault
from ghgplan.emit.word.checking.filled_part import FilledPart
from ghgplan.emit.word.checking.package import unpacked
from ghgplan.emit.word.checking.paragraphs import paragraphs
from ghgplan.emit.word.checking.parts import Template, read_parts
from ghgplan.emit.word.checking.styles import style_faults
from ghgplan.emit.word.checking.tags import TAG
from ghgplan.emit.word.errors import TemplateError
from ghgplan.emit.word.names import NAMES
from ghgplan.emit.word.package import CONTENT_TYPES
from ghgplan.emit.word.template import WordTemplate

MOST_TAGS = 2_000
"""docxtpl's patterns take time by the square of the tags."""


def check_template(content: bytes, label: str) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the template ``content``, called ``label``; errors keep it from being used."""
    return tuple(fault.diagnostic(label) for fault in _faults(content, label.rpartition("/")[2]))


def _faults(content: bytes, name: str) -> list[Fault]:
    parts, faults = unpacked(content, name)
    if faults:
        return faults
    template, faults = read_parts(parts)
    if template is None:
        return faults
    faults = list(active_faults(template))
    checkers = {part: FilledPart(part, kind, NAMES) for part, kind in template.filled.items()}
    for part, checker in checkers.items():
        faults += checker.faults(template.trees[part])
    if sum(checker.tag_count for checker in checkers.values()) > MOST_TAGS:
        faults.append(Fault("GP-T47", {"most": str(MOST_TAGS)}))
    printed = {name for checker in checkers.values() for name in checker.printed}
    faults += style_faults(template, printed)
    faults += _never_filled(template)
    if not any(fault.severity is Severity.ERROR for fault in faults):
        faults += _as_filled(content, printed)
    return faults


def _never_filled(template: Template) -> Iterator[Fault]:
    """Tags where nobody fills them: they would stand in the document as they are."""
    for part, tree in template.trees.items():
        if part in template.filled or part.endswith(".rels") or part == CONTENT_TYPES:
            continue
        for text in _texts(tree):
            if found := TAG.search(text):
                yield Fault("GP-T39", {"template_part": template.kind(part), "file": part, "near": found[0][:60]})


def _texts(tree: Any) -> Iterator[str]:
    yield from (paragraph.text for paragraph in paragraphs(tree))
    yield from (text for text in tree.itertext() if "{" in text)
    yield from (value for each in tree.iter() if isinstance(each.tag, str) for value in each.attrib.values() if "{" in value)


def _as_filled(content: bytes, printed: set[str]) -> Iterator[Fault]:
    """What only shows when the template is opened for use: it is what is filled, after all."""
    try:
        prepared = prepare(content)
        if "body" in printed:
            WordTemplate(prepared).look_over()
        # A template without the body is a summary if it says so; else the body was lost on the way.
        elif not prepared.is_summary:
            yield Fault("GP-T04")
        elif not printed:
            yield Fault("GP-T06", severity=Severity.WARNING)
    except TemplateError as error:
        yield Fault(error.code, error.arguments)
