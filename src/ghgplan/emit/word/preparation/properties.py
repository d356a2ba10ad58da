"""The part of a template's properties, emptied and cut where a document's own are set in."""

from __future__ import annotations

import datetime
import re
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from ghgplan.emit.word.trees import written

_NAMES = {
    "dc:title": "title",
    "dc:subject": "subject",
    "dc:creator": "author",
    "cp:lastModifiedBy": "author",
    "dc:language": "language",
    "dcterms:created": "date",
    "dcterms:modified": "date",
    "cp:version": "version",
}
"""The names of a document's properties by their elements."""

_ANY_TIME = datetime.datetime(2000, 1, 1)
_PLACE = "ghgplan-property:{}:"
_PLACES = re.compile("ghgplan-property:([a-z]+):")


def cut_properties(word: WordDocument) -> tuple[str, tuple[str, ...]]:
    """The part's name, and its text; every other piece of it is the name of a property that stands there."""
    core = word.core_properties
    core.title = core.subject = core.author = core.last_modified_by = core.language = "-"
    core.created = core.modified = _ANY_TIME
    core.version = "-"
    core.revision = 1
    core.keywords = core.comments = core.category = core.content_status = core.identifier = ""
    package: Any = word.part.package
    part: Any = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    for element in part.element:
        name = f"{element.prefix}:{element.tag.rpartition('}')[2]}" if isinstance(element.tag, str) else ""
        if name in _NAMES:
            element.text = _PLACE.format(_NAMES[name])
    return part.partname.membername, tuple(_PLACES.split(written(part.element).decode()))
