"""Parsed XML: the only module that knows lxml, which tells a type checker nothing."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Any

from ghgplan.emit.word.xml import NAMESPACES

etree: Any = import_module("lxml.etree")


def parse_strictly(xml: bytes, *, keep_blanks: bool = True) -> Any:
    """The root element. Nothing is repaired, nothing is fetched. Raises lxml's XMLSyntaxError."""
    return etree.fromstring(xml, etree.XMLParser(recover=False, resolve_entities=False, no_network=True, remove_blank_text=not keep_blanks))


def find(element: Any, path: str) -> list[Any]:
    """What an XPath expression finds; python-docx's own elements know no other namespaces."""
    return _expression(path)(element)


@lru_cache(maxsize=256)
def _expression(path: str) -> Any:
    # Reading an expression takes longer than most searches.
    return etree.XPath(path, namespaces=NAMESPACES)


def written(element: Any) -> bytes:
    """The element as a part of a package."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def serialised(element: Any) -> str:
    """The element as text, to be written where the prefix ``w`` is declared."""
    alone = etree.fromstring(etree.tostring(element, with_tail=False))
    etree.cleanup_namespaces(alone)
    return etree.tostring(alone, encoding="unicode").replace(f' xmlns:w="{NAMESPACES["w"]}"', "", 1)
