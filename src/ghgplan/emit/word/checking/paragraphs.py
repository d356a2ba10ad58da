"""The paragraphs of a part, each with its own text: that of a text box inside it belongs to the paragraphs of the box."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ghgplan.emit.word.trees import find
from ghgplan.emit.word.xml import NAMESPACES
from ghgplan.values import frozen

_W = f"{{{NAMESPACES['w']}}}"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_THINGS = (f"{_W}drawing", f"{_W}pict", f"{_W}object", f"{_W}sectPr")
_LONGEST = 60


@frozen
class Paragraph:
    """A paragraph. ``number`` counts from 1 through the part; ``attributes`` are texts of pictures and tables that hold tags."""

    number: int
    text: str
    element: Any
    attributes: tuple[str, ...]

    @property
    def near(self) -> str:
        """The text, short enough for a message."""
        plain = " ".join((self.text or " ".join(self.attributes)).split())
        return plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…"

    @property
    def holds_more_than_text(self) -> bool:
        """Whether there is a picture in it, or the end of a section."""
        return any(True for _ in self.element.iter(*_THINGS))


def paragraphs(tree: Any) -> Iterator[Paragraph]:
    """The paragraphs of a part in order, and between them what else holds tags in its attributes, like the caption of a table.

    What only old programs are shown is a copy, and left out.
    """
    number = 0
    for element in tree.iter():
        if element.tag == f"{_W}p":
            number += 1
            if find(element, "ancestor::*[local-name()='Fallback']"):
                continue
            pieces: list[str] = []
            attributes: list[str] = []
            _collect(element, pieces, attributes)
            yield Paragraph(number, "".join(pieces), element, tuple(attributes))
        elif isinstance(element.tag, str) and (tagged := _tagged(element)) and not find(element, "ancestor::w:p"):
            yield Paragraph(number, "", element, tagged)


def text_of(element: Any) -> str:
    """All text of a cell or row."""
    return "".join(each.text or "" for each in element.iter(f"{_W}t"))


def around(paragraph: Paragraph, name: str) -> Any:
    """The element ``w:name`` that holds the paragraph, None where none does."""
    return next(iter(paragraph.element.iterancestors(f"{_W}{name}")), None)


def _collect(element: Any, pieces: list[str], attributes: list[str]) -> None:
    for child in element:
        if child.tag == f"{_W}p" or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        pieces.append(_SIGNS.get(child.tag, ""))
        attributes += _tagged(child)
        _collect(child, pieces, attributes)


def _tagged(element: Any) -> tuple[str, ...]:
    return tuple(value for value in element.attrib.values() if "{{" in value or "{%" in value)
