"""The template's numberings, cut for those that a document adds."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document as WordDocument

from ghgplan.emit.word.list_numbering import ListNumbering
from ghgplan.emit.word.lists import DEEPEST
from ghgplan.emit.word.trees import etree, find, written
from ghgplan.emit.word.xml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_HERE = "ghgplan: {}"
_NUMBER, _LEVELS = 1_999_999_991, 1_999_999_992
"""Numbers that stand for those of a list until they are cut out."""


def list_numbering(word: WordDocument, like: int) -> ListNumbering | None:
    """How lists that count from 1 are numbered: like the numbering ``like``; None where that is not there."""
    try:
        part: Any = word.part.numbering_part
        numbering: Any = part.element
    # Without such a part python-docx knows nothing better; with a damaged one it has no element.
    except (NotImplementedError, AttributeError):
        return None
    found = find(numbering, f"w:abstractNum[@w:abstractNumId=../w:num[@w:numId='{like}']/w:abstractNumId/@w:val]")
    if not found:
        return None
    levels = deepcopy(found[0])
    for identity in find(levels, "w:nsid | w:tmpl | w:name | w:styleLink | w:numStyleLink | w:lvl/w:pStyle"):
        identity.getparent().remove(identity)
    levels.set(f"{_W}abstractNumId", str(_LEVELS))
    first_levels = 1 + max(int(taken) for taken in find(numbering, "w:abstractNum/@w:abstractNumId"))
    taken = frozenset(int(number) for number in find(numbering, "w:num/@w:numId"))
    pieces = _pieces(deepcopy(numbering), levels)
    return ListNumbering(
        part.partname.membername,
        before=pieces[0],
        levels=_cut(pieces[1], _LEVELS),
        between=pieces[2],
        numbering=(*_cut(pieces[3], _NUMBER)[:1], *_cut(_cut(pieces[3], _NUMBER)[1], _LEVELS)),
        after=pieces[4],
        first_levels=first_levels,
        taken=taken,
    )


def _pieces(numbering: Any, levels: Any) -> list[str]:
    """The part's text: before the levels, the levels, between, the numbering, after it."""
    last = find(numbering, "w:abstractNum")[-1]
    last.addnext(levels)
    added = numbering.add_num(_LEVELS)
    added.numId = _NUMBER
    for level in range(DEEPEST + 1):
        added.add_lvlOverride(level).add_startOverride(1)
    marks = [_HERE.format(place) for place in range(4)]
    levels.addprevious(etree.Comment(marks[0]))
    levels.addnext(etree.Comment(marks[1]))
    added.addprevious(etree.Comment(marks[2]))
    added.addnext(etree.Comment(marks[3]))
    text = written(numbering).decode()
    pieces: list[str] = []
    for mark in marks:
        piece, _, text = text.partition(f"<!--{mark}-->")
        pieces.append(piece)
    return [*pieces, text]


def _cut(text: str, number: int) -> tuple[str, str]:
    before, _, after = text.partition(str(number))
    return before, after
