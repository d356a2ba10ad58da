"""The document's properties, which Word shows under File and programs search by."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from ghgplan.document.blocks import Document, plain

_LONGEST = 255


@dataclass(frozen=True, slots=True)
class Properties:
    """What is set; everything else that the template says of itself is emptied."""

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


def set_properties(word: WordDocument, properties: Properties) -> None:
    """Write ``properties`` into an open Word document. Its times are the document's date at midnight, UTC."""
    core = word.core_properties
    midnight = datetime.datetime.combine(properties.date, datetime.time(), datetime.UTC).replace(tzinfo=None)
    core.title = _short(properties.title)
    core.subject = _short(properties.subject)
    core.author = core.last_modified_by = _short(properties.author)
    core.language = properties.language
    core.created = core.modified = midnight
    core.version = _short(properties.version)
    core.revision = 1
    core.keywords = core.comments = core.category = core.content_status = core.identifier = ""
    _remove_thumbnail(word)


def _remove_thumbnail(word: WordDocument) -> None:
    """The picture of its first page that Word may have put into a template shows the template."""
    package: Any = word.part.package
    relationships = package.rels
    for name in [name for name, found in relationships.items() if found.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relationships[name]


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
