"""The parts of a template as trees, by what they are for: which of them are filled, and which never are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, split
from typing import Any

from ghgplan.emit.word.checking.fault import Fault
from ghgplan.emit.word.package import CONTENT_TYPES, XML
from ghgplan.emit.word.relationships import ContentTypes, Reference, content_types_of, references
from ghgplan.emit.word.trees import parse_strictly
from ghgplan.values import frozen

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_FILLED = {"header": "header", "footer": "footer", "footnotes": "footnotes"}
"""Kinds of parts that are filled beside the body, by the last word of their relationship."""
_OTHER = (("comments", "comments"), ("endnotes", "endnotes"), ("docProps/", "properties"), ("charts/", "chart"))


@frozen
class Template:
    """A template's parts: ``trees`` of those that are XML, ``filled`` the kinds of those that are filled."""

    trees: Mapping[str, Any]
    relationships: tuple[Reference, ...]
    main: str
    filled: Mapping[str, str]

    def part(self, kind: str) -> str:
        """The part that the body refers to as its ``styles`` or ``numbering``; empty where there is none."""
        return next((each.target for each in self.relationships if each.source == self.main and each.kind == kind), "")

    def kind(self, part: str) -> str:
        """What the part is: ``body``, ``header``, ``comments``, ..."""
        return self.filled.get(part) or next((kind for word, kind in _OTHER if word in part), "other")


def read_parts(parts: Mapping[str, bytes]) -> tuple[Template | None, list[Fault]]:
    """The template's parts; None where they do not make up a Word document."""
    faults: list[Fault] = []
    trees: dict[str, Any] = {}
    for name, content in parts.items():
        if not name.endswith(XML):
            continue
        # In UTF-16 every other byte is nothing.
        if b"<!DOCTYPE" in content.replace(b"\0", b"").upper():
            faults.append(Fault("GP-T22", {"file": name}))
            continue
        try:
            trees[name] = parse_strictly(content)
        except Exception as error:  # lxml has no common class for what it raises
            faults.append(Fault("GP-T01", {"problem": f"{name}: {error}"}))
    if faults:
        return None, faults
    relationships = tuple(_relationships(trees))
    main = next((each.target for each in relationships if not each.source and each.kind == "officeDocument"), "")
    fault = _no_document(parts, trees, main)
    if fault:
        return None, [fault]
    filled = {each.target: _FILLED[each.kind] for each in relationships if each.source == main and each.kind in _FILLED}
    return Template(trees, relationships, main, {main: "body", **{part: kind for part, kind in filled.items() if part in trees}}), []


def _no_document(parts: Mapping[str, bytes], trees: Mapping[str, Any], main: str) -> Fault | None:
    """What else the package is, where it is no Word document."""
    listed = content_types_of(trees[CONTENT_TYPES]) if CONTENT_TYPES in trees else ContentTypes({}, {})
    types = {name.lstrip("/"): kind for name, kind in listed.overrides.items()}
    kind = types.get(main, "")
    if any(name.endswith("vbaProject.bin") for name in parts) or "macroEnabled" in "".join((*listed.defaults.values(), *types.values())):
        return Fault("GP-T12")
    if "template.main" in kind:
        return Fault("GP-T13")
    if main not in trees or kind != WORD_MAIN:
        return Fault("GP-T24")
    return Fault("GP-T14") if "purl.oclc.org" in trees[main].tag else None


def _relationships(trees: Mapping[str, Any]) -> Iterator[Reference]:
    for name, tree in trees.items():
        folder, file = split(name)
        if not file.endswith(".rels"):
            continue
        yield from references(join(dirname(folder), file.removesuffix(".rels")), tree)
