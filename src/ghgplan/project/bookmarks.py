"""The bookmarks of a laid-out PDF, which say where each heading stands."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import Destination

from ghgplan.document.blocks import Document


def heading_pages(pdf: bytes, document: Document) -> dict[str, int] | None:
    """The page of each heading, counted from 1; None where the PDF's bookmarks are not the document's headings."""
    reader = PdfReader(BytesIO(pdf))
    bookmarks = iter([(_letters(str(mark.title)), reader.get_destination_page_number(mark)) for mark in _flat(reader.outline)])
    pages: dict[str, int] = {}
    for heading in document.headings():
        words = _letters("".join(line.text for line in heading.words))
        # A template may have headings of its own before and between.
        page = next((page for title, page in bookmarks if title.endswith(words)), None)
        if page is None or page < 0:
            return None
        pages[heading.name] = page + 1
    return pages


def _flat(outline: object) -> Iterator[Destination]:
    if isinstance(outline, Destination):
        yield outline
    elif isinstance(outline, list):
        for below in outline:  # pyright: ignore[reportUnknownVariableType]
            yield from _flat(below)  # pyright: ignore[reportUnknownArgumentType]


def _letters(text: str) -> str:
    return "".join(text.split())
