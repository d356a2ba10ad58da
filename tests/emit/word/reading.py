"""Reads Word files back: their parts, and what Word would stumble over that no schema forbids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from ghgplan.emit.word.package import packed
from ghgplan.emit.word.xml import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"
_BLOCK_PARENTS = {"body", "tc", "hdr", "ftr"}


def parts(docx: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(docx: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed; the change must have changed something."""
    content = parts(docx)
    before = content[part].decode()
    after = change(before)
    assert after != before
    return packed({**content, part: after.encode()})


def tree(docx: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(docx)[part])


def xpath(element: etree._Element, path: str) -> list:
    return element.xpath(path, namespaces=NAMESPACES)


def text_of(element: etree._Element) -> str:
    return "".join(xpath(element, ".//w:t/text()"))


def style_name(docx: bytes, paragraph: etree._Element) -> str:
    styles = {style.get(f"{W}styleId"): xpath(style, "string(w:name/@w:val)") for style in xpath(tree(docx, "word/styles.xml"), "w:style")}
    return styles[xpath(paragraph, "string(w:pPr/w:pStyle/@w:val)")]


def fields(docx: bytes) -> list[tuple[str, str]]:
    """Each field's instruction and its cached result, in the order in which they begin."""
    found: list[tuple[str, str]] = []
    open_fields: list[list] = []
    for run in tree(docx).iter(f"{W}r"):
        for piece in run:
            if piece.tag == f"{W}fldChar":
                sign = piece.get(f"{W}fldCharType")
                if sign == "begin":
                    open_fields.append(["", "", False])
                elif sign == "separate":
                    open_fields[-1][2] = True
                else:
                    code, result, _ = open_fields.pop()
                    found.append((code.strip(), result))
            elif open_fields and piece.tag == f"{W}instrText":
                open_fields[-1][0] += piece.text
            elif open_fields and piece.tag == f"{W}t" and open_fields[-1][2]:
                open_fields[-1][1] += piece.text
    return found


def problems(docx: bytes) -> list[str]:
    """What is wrong with a Word file beyond its schema."""
    return list(_problems(docx))


def _problems(docx: bytes) -> Iterator[str]:
    content = parts(docx)
    styles = {style.get(f"{W}styleId") for style in xpath(tree(docx, "word/styles.xml"), "w:style")}
    numbers = set(xpath(tree(docx, "word/numbering.xml"), "w:num/@w:numId"))
    for name in content:
        if re.fullmatch(r"word/(document|header\d+|footer\d+)\.xml", name):
            yield from (f"{name}: {problem}" for problem in _part_problems(tree(docx, name), styles, numbers))
    document = tree(docx)
    relationships = tree(docx, "word/_rels/document.xml.rels")
    known = {relationship.get("Id") for relationship in relationships}
    used = set(xpath(document, "//@r:id | //@r:embed"))
    yield from (f"relationship {name} does not exist" for name in used - known)
    if xpath(document, "w:body/*[last()]")[0].tag != f"{W}sectPr":
        yield "the body does not end with its section"


def _part_problems(root: etree._Element, styles: set[str], numbers: set[str]) -> Iterator[str]:
    for kind in ("pStyle", "rStyle", "tblStyle"):
        yield from (f"unknown style {name}" for name in set(xpath(root, f"//w:{kind}/@w:val")) - styles)
    # 0 is no numbering: it takes away that of the style.
    yield from (f"unknown numbering {name}" for name in set(xpath(root, "//w:numPr/w:numId/@w:val")) - numbers - {"0"})
    for paragraph in root.iter(f"{W}p"):
        parent = etree.QName(paragraph.getparent()).localname
        if parent not in _BLOCK_PARENTS:
            yield f"a paragraph in {parent}"
    yield from ("a table right after a table" for _ in xpath(root, "//w:tbl/following-sibling::*[1][self::w:tbl]"))
    yield from ("a table without a paragraph after it" for table in root.iter(f"{W}tbl") if table.getnext() is None)
    yield from _cell_problems(root)
    yield from _bookmark_problems(root)
    signs = Counter(xpath(root, "//w:fldChar/@w:fldCharType"))
    if not signs["begin"] == signs["separate"] == signs["end"]:
        yield f"fields begin and end unevenly: {dict(signs)}"
    yield from ("a field that is to be refreshed" for _ in xpath(root, "//w:fldChar[@w:dirty]"))
    yield from ("a picture without an alternative text" for _ in xpath(root, "//wp:docPr[not(@descr) or @descr='']"))
    yield from ("a picture without extent" for _ in xpath(root, "//wp:extent[@cx<=0 or @cy<=0]"))
    pictures = Counter(xpath(root, "//wp:docPr/@id"))
    yield from (f"two pictures of id {name}" for name, count in pictures.items() if count > 1)


def _cell_problems(root: etree._Element) -> Iterator[str]:
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield "a cell that does not end in a paragraph"
    for table in root.iter(f"{W}tbl"):
        columns = len(xpath(table, "w:tblGrid/w:gridCol"))
        for row in xpath(table, "w:tr"):
            spans = sum(int(xpath(cell, "string(w:tcPr/w:gridSpan/@w:val)") or 1) for cell in xpath(row, "w:tc"))
            if spans != columns:
                yield f"a row of {spans} cells in a table of {columns} columns"
        if xpath(table, "w:tblPr/w:tblStyle/@w:val") == ["GhgplanTable"]:
            if not xpath(table, "w:tr[1]/w:trPr/w:tblHeader"):
                yield "a table without head rows"
            if not xpath(table, "w:tblPr/w:tblCaption[@w:val!='']"):
                yield "a table without an alternative text"


def _bookmark_problems(root: etree._Element) -> Iterator[str]:
    starts, ends = xpath(root, "//w:bookmarkStart/@w:id"), xpath(root, "//w:bookmarkEnd/@w:id")
    if sorted(starts) != sorted(ends) or len(set(starts)) != len(starts):
        yield "bookmarks that do not pair"
    names = [name.casefold() for name in xpath(root, "//w:bookmarkStart/@w:name")]
    yield from (f"two bookmarks {name}" for name, count in Counter(names).items() if count > 1)
    yield from (f"no name for a bookmark: {name}" for name in names if not re.fullmatch(r"[a-z]\w{0,39}", name, re.ASCII))
    targets = set(xpath(root, "//w:hyperlink/@w:anchor"))
    targets |= {code.split()[1] for code in xpath(root, "//w:instrText/text()") if code.split()[0] in ("REF", "PAGEREF")}
    yield from (f"a link to nowhere: {name}" for name in targets if name.casefold() not in names)
