"""The tags of a paragraph, and what in its text looks like one but is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ghgplan.values import frozen

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
"""A whole tag, for finding them where none is filled."""

_PREFIX = re.compile(r"(p|tr|tc|r) ")
_LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_FULL_WIDTH = re.compile(r"[｛{][｛{%％][^｛{}｝]*[%％]?[｝}]?[｝}]?|[｝}%％]｝|｝[｝}]")
_SINGLE = re.compile(r"(?<!\{)\{\s*([A-Za-z_][\w.]*)\s*\}(?!\})")
_QUOTES = str.maketrans("“”‘’", "\"\"''")

Prefix = Literal["", "p", "tr", "tc", "r"]


@frozen
class Tag:
    """A tag. ``prefix`` says what of Word it stands for: a paragraph, a row, a cell, a run; ``body`` is what stands behind it."""

    sign: str
    prefix: Prefix
    body: str
    written: str

    @property
    def keyword(self) -> str:
        return self.body.split(None, 1)[0] if self.body.strip() else ""

    @property
    def has_curly_quotes(self) -> bool:
        return self.written != self.written.translate(_QUOTES)


@frozen
class Slip:
    """A piece of text that was meant to be a tag, or a part of one, and is none."""

    kind: Literal["split", "full-width", "single"]
    written: str


def tags(text: str) -> Iterator[Tag]:
    """The tags in the order of the text, comments without a prefix left out: they do nothing."""
    for match in TAG.finditer(text):
        # What Word has put into a tag is taken out of it when it is filled.
        inside = match[0][2:-2].replace("\t", "").replace("\n", "").translate(_QUOTES)
        prefix = _PREFIX.match(inside)
        tag = Tag(match[0][:2], prefix[1] if prefix else "", inside[prefix.end() :] if prefix else inside, match[0])  # type: ignore[arg-type]
        if tag.sign != "{#" or tag.prefix:
            yield tag


def rest(text: str) -> str:
    """The text without its tags, as it is printed."""
    return TAG.sub("", text)


def slips(text: str) -> Iterator[Slip]:
    """What looks like a tag."""
    printed = TAG.sub("\0", text)
    wide = next((match for match in _FULL_WIDTH.finditer(printed) if any(sign in match[0] for sign in "｛｝％")), None)
    if wide:
        yield Slip("full-width", wide[0])
        return
    loose = _LOOSE.search(printed)
    if loose:
        start = loose.start() if loose[0][0] == "{" else max(0, loose.start() - 30)
        yield Slip("split", printed[start : loose.end() + 30].replace("\0", "…"))
        return
    for single in _SINGLE.finditer(printed):
        yield Slip("single", single[1])
