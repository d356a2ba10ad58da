"""A template as it is once everything that all its documents share has been done."""

from __future__ import annotations

from collections.abc import Mapping

from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.list_numbering import ListNumbering
from ghgplan.emit.word.native_charts.markup import Typefaces
from ghgplan.emit.word.package import Packed
from ghgplan.emit.word.pages import Pages
from ghgplan.emit.word.relationships import ContentTypes, Relationship
from ghgplan.emit.word.tables import HeadLook
from ghgplan.values import frozen


@frozen
class Style:
    """A style of the template; ``numbering`` is what counts its paragraphs."""

    id: str
    numbering: int | None


@frozen
class FilledPart:
    """A part with tags: its Jinja as marshalled code. ``shell`` is the document around its body, empty for other parts."""

    name: str
    kind: str
    """``body``, ``margin`` (a header or footer), ``notes``."""
    code: bytes
    shell: bytes = b""


@frozen
class StaticPart:
    """A part that all documents have as it is."""

    content: bytes
    packed: Packed


@frozen
class PreparedTemplate:
    """Everything that a document needs of its template. Nothing in it is changed by being used."""

    main: str
    """The part with the body."""
    printed: frozenset[str]
    """The names that the template prints or asks for."""
    is_summary: bool
    styles: Mapping[str, Style]
    """By name, capitals folded."""
    head_look: HeadLook | None
    """None where the style of tables is missing."""
    pages: Pages
    first_bookmark: int
    typefaces: Typefaces
    filled: tuple[FilledPart, ...]
    static: Mapping[str, StaticPart]
    properties: tuple[str, tuple[str, ...]]
    """The part of the document's properties; its text, where every other piece is the name of a property."""
    lists: ListNumbering | None
    relationships: tuple[Relationship, ...]
    """Of the body."""
    images: Mapping[str, str]
    """The parts that are pictures, by the SHA-1 of their content."""
    content_types: ContentTypes
    defects: frozenset[Defect]
    """What is wrong with the template itself, and is not held against a document."""
