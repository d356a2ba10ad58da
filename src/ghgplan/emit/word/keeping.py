"""A prepared template as bytes, to be kept from one run to the next.

What is kept holds Python's own code, and whoever can write it can make the next run do anything. The digest tells damage, not
malice: it belongs where only the user writes, not into a folder that travels with the plans.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from sys import implementation
from typing import Any, cast

import jinja2

import ghgplan
from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.list_numbering import ListNumbering
from ghgplan.emit.word.native_charts.markup import Typefaces
from ghgplan.emit.word.package import Packed
from ghgplan.emit.word.pages import Pages
from ghgplan.emit.word.prepared import FilledPart, PreparedTemplate, StaticPart, Style
from ghgplan.emit.word.relationships import ContentTypes, Relationship
from ghgplan.emit.word.tables import HeadLook
from ghgplan.emit.word.xml import trusted

FORMAT = 2
"""Raised with every change in what ``preparation`` makes of a template."""

_NO_REFERENCES = 2
"""The version of marshal's format in which equal values give equal bytes."""
_DIGEST = 32


def to_bytes(prepared: PreparedTemplate, template: bytes) -> bytes:
    """``prepared``, made from ``template``, for ``from_bytes``. The same template gives the same bytes."""
    content = marshal.dumps(_plain(prepared), _NO_REFERENCES)
    return _key(template) + sha256(content).digest() + content


def from_bytes(kept: bytes, template: bytes) -> PreparedTemplate | None:
    """What ``to_bytes`` was given; None where ``kept`` is of another template, program or Python, or damaged."""
    key, digest, content = kept[:_DIGEST], kept[_DIGEST : 2 * _DIGEST], kept[2 * _DIGEST :]
    if key != _key(template) or digest != sha256(content).digest():
        return None
    return _rebuilt(marshal.loads(content))  # noqa: S302 - written by us, as the digest shows


def _key(template: bytes) -> bytes:
    versions = (FORMAT, ghgplan.__version__, jinja2.__version__, implementation.cache_tag, MAGIC_NUMBER.hex())
    return sha256(repr(versions).encode() + sha256(template).digest()).digest()


def _plain(value: Any) -> Any:
    """The value in what marshal knows: dataclasses as the tuples of their fields."""
    if is_dataclass(value):
        return tuple(_plain(getattr(value, each.name)) for each in fields(value))
    if isinstance(value, Mapping):
        return tuple((key, _plain(below)) for key, below in cast("Mapping[str, Any]", value).items())
    if isinstance(value, frozenset):
        return tuple(sorted(map(_plain, cast("frozenset[Any]", value))))
    if isinstance(value, tuple):
        return tuple(map(_plain, cast("tuple[Any, ...]", value)))
    return str(value) if isinstance(value, str) else value


def _rebuilt(values: tuple[Any, ...]) -> PreparedTemplate:
    kept = dict(zip((each.name for each in fields(PreparedTemplate)), values, strict=True))
    width, upright, turned, turned_width, height = kept["pages"]
    return PreparedTemplate(
        main=kept["main"],
        printed=frozenset(kept["printed"]),
        is_summary=kept["is_summary"],
        styles={name: Style(*style) for name, style in kept["styles"]},
        head_look=HeadLook(*map(trusted, kept["head_look"])) if kept["head_look"] else None,
        pages=Pages(width, trusted(upright), trusted(turned), turned_width, height),
        first_bookmark=kept["first_bookmark"],
        typefaces=Typefaces(*kept["typefaces"]),
        filled=tuple(FilledPart(*part) for part in kept["filled"]),
        static={name: StaticPart(content, Packed(*packed)) for name, (content, packed) in kept["static"]},
        properties=kept["properties"],
        lists=_lists(*kept["lists"]) if kept["lists"] else None,
        relationships=tuple(Relationship(*each) for each in kept["relationships"]),
        images=dict(kept["images"]),
        content_types=ContentTypes(*map(dict, kept["content_types"])),
        defects=frozenset(Defect(*each) for each in kept["defects"]),
    )


def _lists(*values: Any) -> ListNumbering:
    kept: dict[str, Any] = dict(zip((each.name for each in fields(ListNumbering)), values, strict=True))
    kept["taken"] = frozenset(kept["taken"])
    return ListNumbering(**kept)
