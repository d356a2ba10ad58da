"""What must be one of its kind in a part: bookmarks, and the numbers of pictures and paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.trees import find
from ghgplan.emit.word.xml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
# What stands in for a drawing in older programs is the same drawing.
_PICTURES = "//wp:docPr[not(ancestor::*[local-name()='Fallback'])]/@id"
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


def identity_defects(part: str, tree: Any) -> Iterator[Defect]:
    """Bookmarks that do not pair, and whatever is there twice."""
    starts = [str(start.get(f"{_W}id")) for start in tree.iter(f"{_W}bookmarkStart")]
    ends = [str(end.get(f"{_W}id")) for end in tree.iter(f"{_W}bookmarkEnd")]
    yield from (Defect(part, "a bookmark begins and does not end", name) for name in starts if name not in ends)
    yield from (Defect(part, "a bookmark ends that never began", name) for name in ends if name not in starts)
    names = [str(start.get(f"{_W}name")) for start in tree.iter(f"{_W}bookmarkStart")]
    yield from (Defect(part, "a bookmark's name is longer than 40 characters", name) for name in names if len(name) > 40)
    yield from _twice(part, "two bookmarks have one number", starts)
    yield from _twice(part, "two bookmarks have one name", [name.casefold() for name in names])
    yield from _twice(part, "two pictures have one number", (str(found) for found in find(tree, _PICTURES)))
    paragraphs = (element.get(_PARAGRAPH_ID) for element in tree.iter(f"{_W}p", f"{_W}tr"))
    yield from _twice(part, "two paragraphs have one number", (name for name in paragraphs if name))


def _twice(part: str, problem: str, names: Iterable[str]) -> Iterator[Defect]:
    yield from (Defect(part, problem, name) for name, count in Counter(names).items() if count > 1)
