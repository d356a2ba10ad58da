"""The pictures that a plan brings: which files its outline names, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ghgplan.diagnostics import Path
from ghgplan.plan.source import Listing, Scalar, Source
from ghgplan.values import frozen

KEY = "picture"


@frozen
class PictureFile:
    """A picture as documents hold it: upright, in sRGB, no larger than a page needs, without metadata."""

    content: bytes
    ending: Literal["png", "jpg"]


def picture_paths(source: Source) -> Iterator[tuple[Path, Scalar]]:
    """The picture files that a plan names, as written, with the path of each."""
    yield from _named(source, ("outline",))


def _named(source: Source, path: Path) -> Iterator[tuple[Path, Scalar]]:
    for section in _items(source, path):
        for item in _items(source, (*section, "body")):
            written = source.node((*item, KEY))
            if isinstance(written, Scalar) and written.text:
                yield (*item, KEY), written
        yield from _named(source, (*section, "sections"))


def _items(source: Source, path: Path) -> list[Path]:
    node = source.node(path)
    return [(*path, str(number)) for number in range(len(node.items))] if isinstance(node, Listing) else []
