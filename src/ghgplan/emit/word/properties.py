"""The document's properties, which Word shows under File and programs search by."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import asdict

from ghgplan.document.blocks import Document, plain
from ghgplan.emit.word.xml import escaped
from ghgplan.values import frozen

_LONGEST = 255


@frozen
class Properties:
    """What is set; everything else that the template says of itself was emptied."""

    title: str
    subject: str
    author: str
    language: str
    date: datetime.date
    version: str


def properties_of(document: Document) -> Properties:
    """The properties of a document, from its cover."""
    cover = document.cover
    return Properties(
        title=plain(cover.title, " / "),
        subject=plain(cover.subtitle or (), " / "),
        author=plain(cover.company, " / "),
        language="zh-CN" if document.edition.languages[0] == "zh" else "en-US",
        date=cover.date,
        version=cover.version,
    )


def properties_xml(pieces: Sequence[str], properties: Properties) -> bytes:
    """The part that holds them. Every other piece is a name of ``Properties``; the document's date is at midnight, UTC."""
    values = asdict(properties) | {"date": f"{properties.date.isoformat()}T00:00:00Z"}
    text = [escaped(_short(values[piece])) if position % 2 else piece for position, piece in enumerate(pieces)]
    return "".join(text).encode()


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
