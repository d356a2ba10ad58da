"""Tables, cells and the body: what Word takes for a damaged file, though the schema allows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.lint.package import DOCUMENT, Package
from ghgplan.emit.word.table_grids import span
from ghgplan.emit.word.trees import find
from ghgplan.emit.word.xml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_CONTROL = f"{_W}sdt"
_CONTENT = {f"{_W}{name}" for name in ("p", "tbl", "sdt", "customXml")}


def structure_defects(part: str, tree: Any) -> Iterator[Defect]:
    """Cells, rows and tables of one part."""
    # Nearly all cells end in a paragraph, which an expression sees at once.
    for cell in find(tree, "descendant::w:tc[not(*[last()]/self::w:p)]"):
        inside = [child.tag for child in cell if child.tag in _CONTENT]
        if not inside or inside[-1] == f"{_W}tbl":
            yield Defect(part, "a cell does not end in a paragraph")
    for table in tree.iter(f"{_W}tbl"):
        yield from _table_defects(part, table)


def body_defects(package: Package) -> Iterator[Defect]:
    """The end of the body."""
    document = package.tree(DOCUMENT)
    body = find(document, "w:body") if document is not None else []
    if not body:
        yield Defect(DOCUMENT, "there is no body")
        return
    last = [child.tag for child in body[0]][-1:]
    if last != [f"{_W}sectPr"]:
        yield Defect(DOCUMENT, "the body does not end with its section")
    before = [child.tag for child in body[0] if child.tag in _CONTENT][-1:]
    if before == [f"{_W}tbl"]:
        yield Defect(DOCUMENT, "the body ends in a table")


def _table_defects(part: str, table: Any) -> Iterator[Defect]:
    columns = len(find(table, "w:tblGrid/w:gridCol"))
    rows = _in_it(table, f"{_W}tr")
    if not rows:
        yield Defect(part, "a table has no rows")
    for row in rows:
        cells = _in_it(row, f"{_W}tc")
        if not cells:
            yield Defect(part, "a row has no cells")
            continue
        skipped = sum(int(value) for value in find(row, "w:trPr/w:gridBefore/@w:val | w:trPr/w:gridAfter/@w:val"))
        filled = skipped + sum(map(span, cells))
        if columns and filled != columns:
            yield Defect(part, "a row does not fill the columns of its table", f"{filled} of {columns}")
    following = table.getnext()
    if following is not None and following.tag == f"{_W}tbl":
        yield Defect(part, "a table follows a table without a paragraph between, which Word makes one table of")


def _in_it(whole: Any, tag: str) -> list[Any]:
    """The rows of a table or the cells of a row; content controls may hold some of them."""
    found: list[Any] = []
    for child in whole:
        if child.tag == tag:
            found.append(child)
        elif child.tag == _CONTROL:
            found += find(child, f"w:sdtContent/w:{tag.removeprefix(_W)}")
    return found
