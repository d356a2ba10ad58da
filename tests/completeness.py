"""The completeness oracle: every text of a document is found again in the file written from it, in its order.

Files are read here as a stranger would, by python-docx and a Markdown parser: nothing of the writers takes part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ghgplan.document.blocks import Document, Line, Words, plain
from ghgplan.document.reading import flat, lines, missing

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_LABELS = ("contents", "document control", "revision history", "role", "name", "date", "signature", "version", "change")
"""The words that the standard template prints of its own."""


@dataclass(frozen=True)
class Read:
    """A file's lines: what stands before the first heading of the body, and from there."""

    front: list[str]
    body: list[str]


def every_line(value: Any) -> Iterator[Line]:
    """All lines of text anywhere in a document, however it is built."""
    if isinstance(value, Line):
        yield value
    elif isinstance(value, dict):
        for below in value.values():
            yield from every_line(below)
    elif isinstance(value, tuple | list):
        for below in value:
            yield from every_line(below)
    elif is_dataclass(value):
        for field in fields(value):
            yield from every_line(getattr(value, field.name))


def read_word(content: bytes) -> Read:
    word = docx.Document(BytesIO(content))
    names = {style.style_id: style.name.casefold() for style in word.styles}
    read = Read([], [])
    for paragraph in word.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = names[style.get(qn("w:val"))] if style is not None else ""
        into = read.body if read.body or name.startswith("heading ") else read.front
        into += [picture.get("descr") for picture in paragraph.iter(qn("wp:docPr"))]
        into.append("".join(_word_pieces(paragraph)))
    return read


def _word_pieces(paragraph: Any) -> Iterator[str]:
    for run in paragraph.iter(qn("w:r")):
        for piece in run:
            yield {qn("w:t"): piece.text or "", qn("w:br"): "\n", qn("w:tab"): "\t"}.get(piece.tag, "")


def read_markdown(text: str) -> Read:
    read = Read([], [])
    for token in _PARSER.parse(text):
        if token.type not in ("inline", "html_block"):
            continue
        into = read.body if read.body or re.match(r'<a id="section-', token.content) else read.front
        into.append(_inline(token.children or []) if token.type == "inline" else _html(token.content))
    return read


def _inline(tokens: list[Token]) -> str:
    pieces = []
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                pieces.append(token.content)
            case "softbreak":
                pieces.append(" ")
            case "hardbreak":
                pieces.append("\n")
            case "image":
                pieces.append(f"\n{_inline(token.children or [])}\n")
            case "html_inline" if token.content == "<br>":
                pieces.append("\n")
            case _:
                pass
    return "".join(pieces)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("td", "th", "br"):
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data


def _html(content: str) -> str:
    reader = _Text()
    reader.feed(content)
    return reader.text


def lacking_in_word(document: Document, content: bytes) -> list[str]:
    """The document's texts that the Word file does not show."""
    read = read_word(content)
    labels = {name: document.labels[name] for name in _LABELS} if document.cover.history else {}
    groups = [*_groups(document), *([words] for words in labels.values())]
    return [*_lacking(groups, read.front, " "), *missing(document.blocks, flat(read.body))]


def lacking_in_markdown(document: Document, markdown: str) -> list[str]:
    """The document's texts that the Markdown file does not show; it has no room for signatures."""
    read = read_markdown(markdown)
    labels = {name: document.labels[name] for name in _LABELS if name != "signature"} if document.cover.history else {}
    groups = [*_groups(document), *([words] for words in labels.values())]
    return [*_lacking(groups, read.front, " / "), *missing(document.blocks, flat(read.body), " / ")]


def _groups(document: Document) -> Iterator[list[Words]]:
    """What stands together before the body, in its order."""
    cover = document.cover
    yield from ([words] for words in (cover.title, cover.subtitle or (), cover.company))
    yield [words for pair in cover.details for words in pair]
    yield [words for line in cover.control for words in (line.label, line.by, line.date)]
    yield [words for line in cover.history for words in (line.date, line.change)]
    yield [heading.words for heading in document.headings() if heading.level <= 3]


def _lacking(groups: Iterable[list[Words]], front: list[str], between: str) -> Iterator[str]:
    shown = flat(front)
    for group in groups:
        place = 0
        for words in group:
            for text in lines(plain(words, "\n")):
                found = shown.find(text, place)
                if found < 0:
                    yield text
                else:
                    place = found + len(text)
