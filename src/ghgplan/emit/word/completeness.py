"""Whether a Word file holds every text of its document: docxtpl and lxml can lose some without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ghgplan.document.blocks import Document
from ghgplan.document.reading import flat, missing
from ghgplan.emit.word.lint.package import DOCUMENT, Package
from ghgplan.emit.word.trees import find
from ghgplan.emit.word.xml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_PARAGRAPH = f"{_W}p"
_DESCRIBED = f"{{{NAMESPACES['wp']}}}docPr"
_CONTENTS = re.compile(r"toc [1-9]", re.IGNORECASE)


def lost_texts(document: Document, file: bytes | Package) -> tuple[str, ...]:
    """The texts of the document's blocks that the file does not hold in their order."""
    return tuple(missing(document.blocks, flat(body_texts(file))))


def body_texts(file: bytes | Package) -> Iterator[str]:
    """The text of each paragraph of the body but those of the contents; before it, what the pictures in it show."""
    package = Package.of(file)
    in_contents = {
        str(style.get(f"{_W}styleId"))
        for style in find(package.tree("word/styles.xml"), "w:style")
        if _CONTENTS.fullmatch(str((find(style, "w:name/@w:val") or [""])[0]))
    }
    document = package.tree(DOCUMENT)
    if document is None:
        return
    # Few paragraphs are entries of the contents or show a picture: these are looked for, instead of asking each of them.
    entries = {style.getparent().getparent() for style in document.iter(f"{_W}pStyle") if style.get(f"{_W}val") in in_contents}
    shown: dict[Any, list[str]] = {}
    for picture in document.iter(_DESCRIBED):
        for around in picture.iterancestors(_PARAGRAPH):
            shown.setdefault(around, []).append(str(picture.get("descr") or ""))
    for paragraph, text in package.paragraphs(DOCUMENT):
        if paragraph not in entries:
            yield from shown.get(paragraph, ())
            yield text
