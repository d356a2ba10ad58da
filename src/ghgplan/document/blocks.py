"""The document: a tree of blocks in which all text is final.

Word and Markdown are written from the same tree, so they cannot disagree. Whatever is
read has one ``Line`` for each language of the edition (``Words``): one in the Chinese
and the English edition, two, Chinese first, in the side-by-side one. Figures stand in
a single line, whatever the edition: there is one set of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Literal, TypeAlias

from ghgplan.catalogue import Language
from ghgplan.document.charts import Chart
from ghgplan.document.headlines import Headlines
from ghgplan.plan.picture_files import PictureFile
from ghgplan.values import frozen


class Edition(StrEnum):
    """A version of the document, by the languages it is written in."""

    CHINESE = "zh"
    ENGLISH = "en"
    SIDE_BY_SIDE = "zh-en"

    @property
    def languages(self) -> tuple[Language, ...]:
        """The edition's languages, the leading one first."""
        return _LANGUAGES[self.value]


_LANGUAGES: Mapping[str, tuple[Language, ...]] = {"zh": ("zh",), "en": ("en",), "zh-en": ("zh", "en")}


@frozen
class Run:
    """A stretch of text of one look. ``target`` is a web address, or ``#name`` of a block."""

    text: str
    strong: bool = False
    emphasis: bool = False
    target: str | None = None


@frozen
class Line:
    """What stands in one language. ``language`` is None for figures and codes."""

    language: Language | None
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


Words: TypeAlias = tuple[Line, ...]


def plain(words: Words, separator: str = " ") -> str:
    """The words without looks, languages joined by ``separator``."""
    return separator.join(line.text for line in words)


@frozen
class Heading:
    """A heading; ``level`` counts from 1, ``number`` reads ``2.1``, ``name`` is its anchor.

    An annex says in its words that it is one and which (``number`` is empty); below it numbers read ``A.1``.
    """

    level: int
    number: str
    words: Words
    name: str

    @property
    def counted(self) -> bool:
        """Whether it is among the sections that are counted through."""
        return self.number[:1].isdigit()


@frozen
class Paragraph:
    """A paragraph of prose."""

    words: Words


@frozen
class Note:
    """Small print, under a table or among the text."""

    words: Words


@frozen
class BulletList:
    """A list; ``ordered`` ones count from 1. Deeper levels stand in the items' ``level`` (from 0)."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@frozen
class ListItem:
    """An item of a list; ``level`` counts from 0."""

    words: Words
    level: int = 0


Align = Literal["left", "center", "right"]


@frozen
class Cell:
    """A cell; a spanned cell stands once, where it begins, and is left out of the rows it covers."""

    words: Words
    align: Align = "left"
    columns: int = 1
    rows: int = 1
    strong: bool = False


Row: TypeAlias = tuple[Cell, ...]


@frozen
class Table:
    """A captioned, numbered table. ``label`` is what references call it: ``表 1``, ``Table 1``."""

    name: str
    label: Words
    caption: Words
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    widths: tuple[int, ...]
    """Relative width of each column."""
    note: Words | None = None

    @property
    def columns(self) -> int:
        return len(self.widths)


@frozen
class Figure:
    """A captioned, numbered picture: a chart that is drawn, or one that the plan brings. ``alternative`` says in words what it shows."""

    name: str
    label: Words
    caption: Words
    alternative: Words
    chart: Chart | PictureFile
    file: str
    """The picture's file name, without a folder."""


Block: TypeAlias = Heading | Paragraph | Note | BulletList | Table | Figure


@frozen
class ControlLine:
    """A line of the document control table: prepared, reviewed, approved."""

    label: Words
    by: Words
    date: Words


@frozen
class RevisionLine:
    """A line of the revision history."""

    version: str
    date: Words
    change: Words


@frozen
class Cover:
    """What stands before the contents, and in the document's properties."""

    title: Words
    subtitle: Words | None
    company: Words
    details: tuple[tuple[Words, Words], ...]
    """Label and value: document number, version, date, reporting year, address, contact."""
    control: tuple[ControlLine, ...]
    history: tuple[RevisionLine, ...]
    date: datetime.date
    version: str


@frozen
class Document:
    """One edition of one plan."""

    edition: Edition
    cover: Cover
    blocks: tuple[Block, ...]
    labels: dict[str, Words]
    """The template's own words: ``contents``, ``document control``, ``page``, ..."""
    headlines: Headlines = field(default_factory=Headlines)
    charts: Literal["native", "picture"] = "native"
    """Whether charts of numbers are the word processor's own, which a reader can open, or pictures."""
    pages: Mapping[str, int] = field(default_factory=dict[str, int])
    """The page that each heading stands on, by the heading's name; empty where nobody has laid the document out."""

    def headings(self) -> Iterator[Heading]:
        """The entries of the table of contents."""
        return (block for block in self.blocks if isinstance(block, Heading))

    def figures(self) -> Iterator[Figure]:
        return (block for block in self.blocks if isinstance(block, Figure))
