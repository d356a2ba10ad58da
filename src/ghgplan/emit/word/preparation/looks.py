"""The looks of a template: its styles, its pages, the fonts it is set in."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from markupsafe import Markup

from ghgplan.emit.word.native_charts.markup import Typefaces
from ghgplan.emit.word.pages import Pages
from ghgplan.emit.word.prepared import Style
from ghgplan.emit.word.tables import STYLE, HeadLook
from ghgplan.emit.word.trees import find, serialised
from ghgplan.emit.word.xml import NAMESPACES, NOTHING, trusted

_W = f"{{{NAMESPACES['w']}}}"


def styles_of(word: WordDocument) -> dict[str, Style]:
    """The styles by name, capitals folded."""
    return {style.name.casefold(): Style(style.style_id, _numbering(style)) for style in word.styles if style.name}


def _numbering(style: Any) -> int | None:
    """The numbering that the style has, or inherits."""
    seen: set[str] = set()
    while style is not None and style.style_id not in seen:
        found = find(style.element, "w:pPr/w:numPr/w:numId/@w:val")
        if found:
            return (int(found[0]) or None) if found[0].isdecimal() else None
        seen.add(style.style_id)
        # Styles of lists are based on none.
        style = getattr(style, "base_style", None)
    return None


def head_look_of(word: WordDocument) -> HeadLook | None:
    """What the style of tables gives its first row; None where that style is missing."""
    style = {style.name.casefold(): style for style in word.styles if style.name}.get(STYLE.casefold())
    if style is None or style.type != WD_STYLE_TYPE.TABLE:
        return None
    cell = "w:tblStylePr[@w:type='firstRow']/w:tcPr"
    return HeadLook(_copied(find(style.element, f"{cell}/w:shd")), _copied(find(style.element, f"{cell}/w:tcBorders")))


def typefaces_of(word: WordDocument) -> Typefaces:
    """The fonts that the document is set in; those of its theme, where it names none itself."""
    fonts = "w:docDefaults/w:rPrDefault/w:rPr/w:rFonts"
    named = {script: find(word.styles.element, f"{fonts}/@w:{script}") for script in ("ascii", "eastAsia")}
    usual = Typefaces()
    return Typefaces(*map(str, named["ascii"] or [usual.latin]), *map(str, named["eastAsia"] or [usual.east_asian]))


def pages_of(section: Any) -> Pages:
    """The pages of a section. It is not divided where each part would count its pages anew, or begin with a title page."""
    size, margins = find(section, "w:pgSz")[0], find(section, "w:pgMar")[0]
    width, height = size.get(f"{_W}w"), size.get(f"{_W}h")
    sides = sum(int(margins.get(f"{_W}{side}")) for side in ("left", "right"))
    turned = deepcopy(section)
    turned_size = find(turned, "w:pgSz")[0]
    for name, value in (("w", height), ("h", width), ("orient", "landscape")):
        turned_size.set(f"{_W}{name}", value)
    whole = int(width) >= int(height) or find(section, "w:titlePg | w:pgNumType/@w:start")
    return Pages(int(width) - sides, _copied([section]), _copied([turned]), None if whole else int(height) - sides, int(height))


def _copied(found: list[Any]) -> Markup:
    """An element of the template, to be written again."""
    return trusted(serialised(found[0])) if found else NOTHING
