"""Where links lead to: a Word bookmark for each heading, table and figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from itertools import count

from markupsafe import Markup

from ghgplan.catalogue import Language
from ghgplan.document.blocks import Block, Figure, Heading, Table
from ghgplan.emit.word.xml import w

_LONGEST = 32
"""Word takes 40 characters; eight are kept for a language and a count."""


class Bookmarks:
    """The bookmarks of one document.

    A table's or figure's bookmark holds its label, so that a field can repeat it. Side by
    side there are two labels: the second language has a bookmark of its own.
    """

    def __init__(self, blocks: Iterable[Block], first_id: int) -> None:
        self._names: dict[str, str] = {}
        self._labels: dict[tuple[str, Language | None], tuple[str, str]] = {}
        self._ids = count(first_id)
        self._taken: set[str] = set()
        for block in blocks:
            if not isinstance(block, (Heading, Table, Figure)):
                continue
            name = self._free(bookmark_name(block.name))
            self._names.setdefault(block.name, name)
            if not isinstance(block, Heading):
                for position, line in enumerate(block.label):
                    own = self._free(f"{name}_{line.language}") if position else name
                    self._labels.setdefault((block.name, line.language), (own, line.text))

    def name(self, block: str) -> str | None:
        """The bookmark of the block, None where there is no such block."""
        return self._names.get(block)

    def label(self, block: str, language: Language | None) -> tuple[str, str] | None:
        """The bookmark around the block's label in ``language``, and the label."""
        return self._labels.get((block, language))

    def _free(self, name: str) -> str:
        """``name``, or one like it where it is taken; Word does not tell capitals from small letters."""
        names = (name if number == 1 else f"{name}_{number}" for number in count(1))
        free = next(name for name in names if name.casefold() not in self._taken)
        self._taken.add(free.casefold())
        return free

    def around(self, name: str, content: Markup) -> Markup:
        """``content`` as what the bookmark holds."""
        number = next(self._ids)
        return w("bookmarkStart", id=number, name=name) + content + w("bookmarkEnd", id=number)


def bookmark_name(name: str) -> str:
    """A name that Word takes: ASCII letters, digits and underscores, a letter first, at most 32 characters.

    What cannot be kept is told apart by a digest, so that two Chinese names stay two.
    """
    plain = re.sub(r"[^A-Za-z0-9_]+", "_", name).strip("_")
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", name) and len(plain) <= _LONGEST:
        return plain
    digest = sha256(name.encode()).hexdigest()[:8]
    return f"b_{plain[: _LONGEST - 11]}_{digest}".replace("__", "_")
