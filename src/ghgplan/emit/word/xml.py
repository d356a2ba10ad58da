"""WordprocessingML as text: elements that are well-formed because nothing else can be built.

Every piece is ``Markup``, so that a template prints it as it stands. Braces are written
as character references: docxtpl would take some pairs of them for its own signs, in
values too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from markupsafe import Markup

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}

NOTHING = Markup()

_REFERENCES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "{": "&#123;",
        "}": "&#125;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("[^ !#-%'-;=?-z|~-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no XML, and all that is written as a reference."""


def trusted(xml: str) -> Markup:
    """``xml`` as it stands: for this module, and for what a template's own parts hold."""
    # Markup's own way to a new one looks at what it is given, and there are tens of thousands in a document.
    return str.__new__(Markup, xml)


def escaped(text: str) -> Markup:
    """``text`` for between tags and for inside an attribute. Raises ValueError for what XML cannot hold."""
    # Nearly all texts stand as they are, and one look tells.
    if not _SPECIAL.search(text):
        return trusted(text)
    if found := _NOT_XML.search(text):
        raise ValueError(f"U+{ord(found[0]):04X} cannot stand in a document")
    return trusted(text.translate(_REFERENCES))


def element(name: str, attributes: Mapping[str, str | int], *content: Markup) -> Markup:
    """``<name …>content</name>``; names with their prefix, as they are written."""
    opening = name + "".join([f' {key}="{_value(str(value))}"' for key, value in attributes.items()])
    inside = "".join(content)
    return trusted(f"<{opening}>{inside}</{name}>" if inside else f"<{opening}/>")


@lru_cache(maxsize=4096)
def _value(text: str) -> str:
    """An attribute's value: most of a document's are the same few names and widths."""
    return str(escaped(text))


def w(name: str, /, *content: Markup, **attributes: str | int) -> Markup:
    """An element of WordprocessingML, whose attributes are of it too: ``w("jc", val="center")``."""
    opening = _opening(name, *[f"{key}={value}" for key, value in attributes.items()]) if attributes else f"w:{name}"
    inside = "".join(content)
    return trusted(f"<{opening}>{inside}</w:{name}>" if inside else f"<{opening}/>")


@lru_cache(maxsize=4096)
def _opening(name: str, *attributes: str) -> str:
    pairs = (attribute.partition("=") for attribute in attributes)
    return f"w:{name}" + "".join([f' w:{key}="{escaped(value)}"' for key, _, value in pairs])


def joined(parts: Iterable[Markup]) -> Markup:
    """The parts one after the other."""
    return trusted("".join(parts))


def declared(*prefixes: str) -> dict[str, str]:
    """Attributes that declare namespaces which a template need not know."""
    return {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes}
