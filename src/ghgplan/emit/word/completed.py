"""What a company's template lacks of the writer's styles, taken from the standard look.

Not every program that templates are made with has all kinds of styles, and nobody makes thirty of them by hand: what is
there is used as it is, the rest is added. Sizes and colours come with a style, the typeface stays the template's.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from posixpath import dirname, join
from typing import Any

from ghgplan.emit.word.checking.package import unpacked
from ghgplan.emit.word.checking.parts import Template, read_parts
from ghgplan.emit.word.checking.wanted import STYLES
from ghgplan.emit.word.package import CONTENT_TYPES, packed, relationships_part
from ghgplan.emit.word.relationships import (
    NUMBERING,
    ContentTypes,
    Relationships,
    content_types_of,
    content_types_xml,
    relationships_of,
)
from ghgplan.emit.word.trees import find, parse_strictly, written
from ghgplan.emit.word.xml import NAMESPACES
from ghgplan.package_files import package_text

_W = f"{{{NAMESPACES['w']}}}"
_LISTS = ("List Bullet", "List Number")
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_NUMBERING = f'<w:numbering xmlns:w="{NAMESPACES["w"]}"/>'.encode()


def lacking(template: Template) -> tuple[str, ...]:
    """The styles that the writer uses and the template does not have, and its lists that count nothing; in the writer's order."""
    tree = template.trees.get(template.part("styles"))
    if tree is None:
        return ()
    known = _by_name(tree)
    return tuple(name for name in _wanted() if name.casefold() not in known or (name in _LISTS and not _counts(tree, name)))


def completed(content: bytes) -> bytes:
    """The template ``content`` with the styles that it lacks; as it is where it lacks none, or cannot be read."""
    parts = unpacked(content)[0]
    template = read_parts(parts)[0] if parts else None
    names = lacking(template) if template else ()
    if template is None or not names:
        return content
    styles = template.part("styles")
    tree = deepcopy(template.trees[styles])
    added = dict(parts)
    for name in names:
        _add_style(tree, name)
    lists = [name for name in names if name in _LISTS]
    if lists:
        added |= _with_numbering(template, tree, lists)
    return packed({**added, styles: written(tree)})


def _wanted() -> dict[str, str]:
    """The styles of the writer with their kinds."""
    return {name: kind for styles in STYLES.values() for name, kind in styles.items()}


def _add_style(tree: Any, name: str) -> None:
    known = _by_name(tree)
    if name.casefold() in known:
        return
    style = deepcopy(_by_name(_standard("styles"))[name.casefold()])
    taken = {each.get(f"{_W}styleId") for each in find(tree, "w:style")}
    own = style.get(f"{_W}styleId")
    style.set(f"{_W}styleId", own if own not in taken else f"ghgplan{own}")
    for reference in find(style, "w:basedOn | w:next | w:link"):
        target = _same_style(tree, reference.get(f"{_W}val"))
        if target is None:
            style.remove(reference)
        else:
            reference.set(f"{_W}val", target)
    # Numbers of headings and lists are counted by numbering that the template does not have; headings have theirs written out.
    for numbering in find(style, "w:pPr/w:numPr"):
        numbering.getparent().remove(numbering)
    tree.append(style)


def _same_style(tree: Any, standard_id: str) -> str | None:
    """The id of the template's style for one of the standard look: the same by name, or what stands for none at all."""
    (standard,) = find(_standard("styles"), f"w:style[@w:styleId='{standard_id}']")
    found = _by_name(tree).get(find(standard, "w:name/@w:val")[0].casefold())
    if found is None and standard.get(f"{_W}default"):
        kind = standard.get(f"{_W}type")
        found = next(iter(find(tree, f"w:style[@w:type='{kind}' and (@w:default='1' or @w:default='true')]")), None)
    return None if found is None else found.get(f"{_W}styleId")


def _with_numbering(template: Template, styles: Any, names: list[str]) -> dict[str, bytes]:
    """The parts in which the lists ``names`` get something that counts them."""
    part = template.part("numbering")
    tree = deepcopy(template.trees[part]) if part else parse_strictly(_NUMBERING)
    for name in names:
        _count(styles, name, _add_numbering(tree, name))
    if part:
        return {part: written(tree)}
    folder = dirname(template.main)
    part = join(folder, "numbering.xml")
    return {part: written(tree), **_registered(template, part)}


def _add_numbering(tree: Any, name: str) -> int:
    """Adds the standard numbering of the list ``name``; its number."""
    standard = _standard("numbering")
    (style,) = find(_standard("styles"), f"w:style[w:name/@w:val='{name}']")
    (like,) = find(style, "w:pPr/w:numPr/w:numId/@w:val")
    (levels,) = find(standard, f"w:abstractNum[@w:abstractNumId=../w:num[@w:numId='{like}']/w:abstractNumId/@w:val]")
    levels = deepcopy(levels)
    abstract = 1 + max((int(each) for each in find(tree, "w:abstractNum/@w:abstractNumId")), default=-1)
    number = 1 + max((int(each) for each in find(tree, "w:num/@w:numId")), default=0)
    levels.set(f"{_W}abstractNumId", str(abstract))
    others = find(tree, "w:abstractNum")
    tree.insert(tree.index(others[-1]) + 1 if others else 0, levels)
    last = find(tree, "w:num | w:abstractNum")[-1]
    num = f'<w:num xmlns:w="{NAMESPACES["w"]}" w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'
    last.addnext(parse_strictly(num.encode()))
    return number


def _count(styles: Any, name: str, number: int) -> None:
    style = _by_name(styles)[name.casefold()]
    properties = next(iter(find(style, "w:pPr")), None)
    if properties is None:
        properties = parse_strictly(f'<w:pPr xmlns:w="{NAMESPACES["w"]}"/>'.encode())
        before = find(style, "w:rPr | w:tblPr | w:trPr | w:tcPr | w:tblStylePr")
        style.insert(style.index(before[0]) if before else len(style), properties)
    for old in find(properties, "w:numPr"):
        properties.remove(old)
    # By the schema it comes after these.
    earlier = find(properties, "w:pStyle | w:keepNext | w:keepLines | w:pageBreakBefore | w:framePr | w:widowControl")
    counted = f'<w:numPr xmlns:w="{NAMESPACES["w"]}"><w:numId w:val="{number}"/></w:numPr>'
    properties.insert(properties.index(earlier[-1]) + 1 if earlier else 0, parse_strictly(counted.encode()))


def _counts(tree: Any, name: str) -> bool:
    """Whether the list's style, or one that it is based on, has a numbering."""
    styles = {each.get(f"{_W}styleId"): each for each in find(tree, "w:style")}
    style, seen = _by_name(tree).get(name.casefold()), set[str]()
    while style is not None and style.get(f"{_W}styleId") not in seen:
        found = find(style, "w:pPr/w:numPr/w:numId/@w:val")
        if found:
            return found[0] != "0"
        seen.add(style.get(f"{_W}styleId"))
        style = styles.get(next(iter(find(style, "w:basedOn/@w:val")), None))
    return False


def _registered(template: Template, part: str) -> dict[str, bytes]:
    """The package's lists of parts and of relationships with a new part in them."""
    types = content_types_of(template.trees[CONTENT_TYPES])
    name = relationships_part(template.main)
    links = Relationships(relationships_of(template.trees[name]))
    links.to(NUMBERING, part.rpartition("/")[2])
    return {
        CONTENT_TYPES: content_types_xml(ContentTypes(types.defaults, {**types.overrides, f"/{part}": _NUMBERING_TYPE})),
        name: links.xml(),
    }


def _by_name(tree: Any) -> dict[str, Any]:
    return dict(_named(tree))


def _named(tree: Any) -> Iterator[tuple[str, Any]]:
    for style in find(tree, "w:style"):
        for name in find(style, "w:name/@w:val"):
            yield name.casefold(), style


@cache
def _standard(part: str) -> Any:
    """A part of the standard template: ``styles`` or ``numbering``."""
    return parse_strictly(package_text(f"emit/word/looks/{part}.xml").encode())
