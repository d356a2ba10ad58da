"""A template opened with python-docx and docxtpl, and asked for everything that its documents need."""

from __future__ import annotations

from io import BytesIO
from typing import Any, cast

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate

from ghgplan.emit.word.list_numbering import ListNumbering
from ghgplan.emit.word.native_charts.markup import Typefaces
from ghgplan.emit.word.preparation import parts, tags
from ghgplan.emit.word.preparation.lists import list_numbering
from ghgplan.emit.word.preparation.looks import head_look_of, pages_of, styles_of, typefaces_of
from ghgplan.emit.word.preparation.properties import cut_properties
from ghgplan.emit.word.prepared import FilledPart
from ghgplan.emit.word.relationships import Relationship
from ghgplan.emit.word.trees import find
from ghgplan.emit.word.xml import NAMESPACES

SUMMARY = ("summary", "摘要")
"""What the category of a template may say, under File in Word: then it need not print the body."""

_W = f"{{{NAMESPACES['w']}}}"


class OpenedTemplate:
    """One template. Whatever can fail for a file that is no Word document fails here."""

    def __init__(self, content: bytes) -> None:
        self._template = DocxTemplate(BytesIO(content))
        self.word = cast("WordDocument", self._template.get_docx())
        self._part: Any = self.word.part
        self.is_summary = self.word.core_properties.category.strip().casefold() in SUMMARY
        self.styles = styles_of(self.word)
        self.head_look = head_look_of(self.word)
        self.typefaces: Typefaces = typefaces_of(self.word)
        self.pages = pages_of(find(self.word.element, "w:body/w:sectPr")[-1])
        bookmarks = find(self.word.element, "//w:bookmarkStart")
        self.first_bookmark = 1 + max((int(start.get(f"{_W}id")) for start in bookmarks), default=0)
        self.main: str = self._part.partname.membername
        self.main_relationships: str = self._part.partname.rels_uri.membername

    def printed(self) -> frozenset[str]:
        """The names that body, headers and footers print or ask for."""
        return tags.printed_names(self._template)

    def filled_parts(self) -> tuple[FilledPart, ...]:
        """The parts with tags. Raises jinja2's TemplateError."""
        return tuple(tags.filled_parts(self._template))

    def lists(self) -> ListNumbering | None:
        """The numberings; None where there is none that lists could have."""
        style = self.styles.get("list number")
        return list_numbering(self.word, style.numbering) if style and style.numbering else None

    def properties(self) -> tuple[str, tuple[str, ...]]:
        """The part of the properties, emptied and cut where a document's own stand. The picture of the first page goes too."""
        relationships = self._part.package.rels
        for name in [name for name, found in relationships.items() if found.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            del relationships[name]
        return cut_properties(self.word)

    def images(self) -> dict[str, str]:
        """The pictures among the parts."""
        return parts.images_of(self._part.package)

    def relationships(self) -> tuple[Relationship, ...]:
        """Those of the body."""
        return parts.relationships_of(self._part)
