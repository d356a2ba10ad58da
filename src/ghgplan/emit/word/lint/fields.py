"""Fields: each begins, parts and ends, and none waits to be refreshed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.xml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_REFERRING = ("REF", "PAGEREF", "NOTEREF")


def field_defects(part: str, tree: Any) -> Iterator[Defect]:
    """Stray pieces of fields, fields that Word would ask about, and references to bookmarks that are not there."""
    codes: list[str] = [str(found.get(f"{_W}instr")) for found in tree.iter(f"{_W}fldSimple")]
    open_fields: list[list[str]] = []
    for piece in tree.iter(f"{_W}fldChar", f"{_W}instrText"):
        sign = piece.get(f"{_W}fldCharType")
        if piece.tag == f"{_W}instrText":
            if open_fields:
                open_fields[-1].append(piece.text or "")
            else:
                yield Defect(part, "an instruction stands outside of a field", (piece.text or "").strip())
        elif sign == "begin":
            open_fields.append([])
            if piece.get(f"{_W}dirty") not in (None, "0", "false"):
                yield Defect(part, "a field waits to be refreshed, about which Word asks")
        elif not open_fields:
            yield Defect(part, "a field ends that never began")
        elif sign == "end":
            codes.append("".join(open_fields.pop()))
    yield from (Defect(part, "a field begins and does not end", "".join(pieces).strip()) for pieces in open_fields)
    # In headers and notes a bookmark of the body may be meant, which they cannot see from here.
    if any(True for _ in tree.iter(f"{_W}body")):
        yield from _reference_defects(part, tree, codes)


def _reference_defects(part: str, tree: Any, codes: list[str]) -> Iterator[Defect]:
    # Word does not tell capitals from small letters in the names of bookmarks.
    names = {str(start.get(f"{_W}name")).casefold() for start in tree.iter(f"{_W}bookmarkStart")} | {"_top"}
    targets = [link.get(f"{_W}anchor") for link in tree.iter(f"{_W}hyperlink")]
    targets += [words[1] for words in (code.split() for code in codes) if len(words) > 1 and words[0].upper() in _REFERRING]
    for target in targets:
        if target is not None and target.casefold() not in names:
            yield Defect(part, "a reference leads to a bookmark that is not there", target)
