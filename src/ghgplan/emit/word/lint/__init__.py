"""What makes Word repair or refuse a file, or show something wrong, and what no schema forbids.

Every document that is built is looked through once more, as bytes: whatever went wrong
on the way is seen here before anyone opens the file. What a schema forbids the tests ask
the Open XML SDK; it does not see most of what is asked here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.lint.fields import field_defects
from ghgplan.emit.word.lint.identities import identity_defects
from ghgplan.emit.word.lint.package import Package
from ghgplan.emit.word.lint.pictures import picture_defects
from ghgplan.emit.word.lint.relationships import relationship_defects
from ghgplan.emit.word.lint.structure import body_defects, structure_defects
from ghgplan.emit.word.lint.styles import style_defects
from ghgplan.emit.word.lint.tags import tag_defects

_Look: TypeAlias = Callable[[str, Any], Iterator[Defect]]
_LOOKS: Sequence[_Look] = (structure_defects, field_defects, identity_defects, picture_defects)


def lint(file: bytes | Package, said: Iterable[str] = ()) -> tuple[Defect, ...]:
    """The defects of a .docx, each once, in the order of its parts. Raises ValueError and lxml's errors for what is no package.

    ``said`` are the document's own texts: braces in them are no tags.
    """
    return tuple(dict.fromkeys(_defects(Package.of(file), said)))


def _defects(package: Package, said: Iterable[str]) -> Iterator[Defect]:
    with_braces = sorted((text for text in set(said) if "{" in text or "}" in text), key=len, reverse=True)
    for name, tree in package.stories():
        for look in _LOOKS:
            yield from look(name, tree)
        yield from style_defects(name, tree, package)
        yield from tag_defects(name, package, with_braces)
    yield from body_defects(package)
    yield from relationship_defects(package)


__all__ = ["Defect", "lint"]
