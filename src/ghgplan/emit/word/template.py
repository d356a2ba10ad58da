"""A Word template: opened, asked for its looks, and filled."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from io import BytesIO
from typing import Any, cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError as JinjaError
from markupsafe import Markup

from ghgplan.emit.word.body import Layout
from ghgplan.emit.word.environment import TemplateEnvironment
from ghgplan.emit.word.errors import TemplateError
from ghgplan.emit.word.lists import DEEPEST
from ghgplan.emit.word.package import normalised
from ghgplan.emit.word.pages import Pages
from ghgplan.emit.word.properties import Properties, set_properties
from ghgplan.emit.word.tables import STYLE, HeadLook
from ghgplan.emit.word.trees import find, parse_strictly, serialised
from ghgplan.emit.word.xml import NAMESPACES, NOTHING, trusted

_W = f"{{{NAMESPACES['w']}}}"


class _StrictTemplate(DocxTemplate):
    """docxtpl without its two habits of changing texts silently."""

    def fix_tables(self, xml: str) -> Any:
        # The parser that docxtpl uses here leaves out what it cannot read, up to the rest of the document.
        parse_strictly(xml.encode())
        return super().fix_tables(xml)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Nothing: the properties are set from the document, where nobody has to escape them."""


class WordTemplate:
    """One template, for one document: it is changed by being used."""

    def __init__(self, content: bytes) -> None:
        """Raises TemplateError GP-T01 where ``content`` is no Word document."""
        self._template = _StrictTemplate(BytesIO(content))
        try:
            self._template.init_docx()
            self._word = cast("WordDocument", self._template.get_docx())
            self._styles = {style.name.casefold(): style for style in self._word.styles if style.name}
            self.layout = self._layout()
            bookmarks = find(self._word.element, "//w:bookmarkStart")
            self.first_bookmark = 1 + max((int(start.get(f"{_W}id")) for start in bookmarks), default=0)
        except TemplateError:
            raise
        # A broken file fails in a dozen ways, each with an exception of its own.
        except Exception as error:
            raise TemplateError("GP-T01", {"problem": _problem(error)}) from error

    def id(self, name: str) -> str:
        """The id of the style of that name, which differs between Word's languages. Raises TemplateError GP-T02."""
        return self._style(name).style_id

    def bullets(self) -> int:
        """The numbering of the style List Bullet."""
        return self._numbering_id("List Bullet")

    def ordered(self) -> int:
        """A numbering like that of the style List Number, which counts from 1.

        It has levels of its own: lists that share theirs go on counting where the other one stopped.
        """
        like = self._numbering_id("List Number")
        numbering = self._numbering()
        found = find(numbering, f"w:abstractNum[@w:abstractNumId=../w:num[@w:numId='{like}']/w:abstractNumId/@w:val]")
        if not found:
            raise TemplateError("GP-T02", {"style": "List Number"})
        levels = deepcopy(found[0])
        for identity in find(levels, "w:nsid | w:tmpl | w:name | w:styleLink | w:numStyleLink | w:lvl/w:pStyle"):
            identity.getparent().remove(identity)
        number = 1 + max(int(taken) for taken in find(numbering, "w:abstractNum/@w:abstractNumId"))
        levels.set(f"{_W}abstractNumId", str(number))
        find(numbering, "w:abstractNum")[-1].addnext(levels)
        added = numbering.add_num(number)
        for level in range(DEEPEST + 1):
            added.add_lvlOverride(level).add_startOverride(1)
        return int(added.numId)

    def _numbering(self) -> Any:
        try:
            return self._word.part.numbering_part.element
        # Without such a part python-docx knows nothing better; with a damaged one it has no element.
        except (NotImplementedError, AttributeError) as error:
            raise TemplateError("GP-T02", {"style": "List Number"}) from error

    def web(self, address: str) -> str:
        """The relationship id of a web address."""
        return self._word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def image(self, content: bytes) -> str:
        """The relationship id of a picture; the same bytes are stored once."""
        return self._word.part.get_or_add_image(BytesIO(content))[0]

    def render(self, context: Mapping[str, object], properties: Properties) -> bytes:
        """The document. Raises TemplateError GP-T03 for a tag that cannot be filled, GP-T04 where the body is never printed."""
        filled = BytesIO()
        try:
            environment = TemplateEnvironment()
            self._template.render(dict(context), environment, autoescape=True)
            printed = self._template.get_undeclared_template_variables(environment)
            set_properties(self._word, properties)
            self._template.save(filled)  # pyright: ignore[reportUnknownMemberType]
            document = normalised(filled.getvalue())
        except JinjaError as error:
            raise TemplateError("GP-T03", {"problem": str(error), "near": _near(error)}) from error
        # What a template can make docxtpl, python-docx and lxml raise is no closed list.
        except Exception as error:
            raise TemplateError("GP-T03", {"problem": _problem(error), "near": ""}) from error
        if "body" not in printed:
            raise TemplateError("GP-T04")
        return document

    def _layout(self) -> Layout:
        return Layout(_pages(find(self._word.element, "w:body/w:sectPr")[-1]), self._head_look(), self._numbered)

    def _head_look(self) -> HeadLook:
        style: Any = self._style(STYLE, WD_STYLE_TYPE.TABLE).element
        cell = "w:tblStylePr[@w:type='firstRow']/w:tcPr"
        shading = find(style, f"{cell}/w:shd")
        rule = find(style, f"{cell}/w:tcBorders")
        return HeadLook(_copied(shading), _copied(rule))

    def _numbered(self, name: str) -> bool:
        return self._number_of(self._style(name)) is not None

    def _numbering_id(self, name: str) -> int:
        found = self._number_of(self._style(name))
        if found is None:
            raise TemplateError("GP-T02", {"style": name})
        return found

    def _number_of(self, style: Any) -> int | None:
        """The numbering that the style has, or inherits."""
        while style is not None:
            found = find(style.element, "w:pPr/w:numPr/w:numId/@w:val")
            if found:
                return int(found[0]) or None
            style = style.base_style
        return None

    def _style(self, name: str, kind: WD_STYLE_TYPE | None = None) -> Any:
        style: Any = self._styles.get(name.casefold())
        if style is None or (kind is not None and style.type != kind):
            raise TemplateError("GP-T02", {"style": name})
        return style


def _pages(section: Any) -> Pages:
    """The pages of a section. It is not divided where each part would count its pages anew, or begin with a title page."""
    size, margins = find(section, "w:pgSz")[0], find(section, "w:pgMar")[0]
    width, height = size.get(f"{_W}w"), size.get(f"{_W}h")
    sides = sum(int(margins.get(f"{_W}{side}")) for side in ("left", "right"))
    turned = deepcopy(section)
    turned_size = find(turned, "w:pgSz")[0]
    for name, value in (("w", height), ("h", width), ("orient", "landscape")):
        turned_size.set(f"{_W}{name}", value)
    whole = int(width) >= int(height) or find(section, "w:titlePg | w:pgNumType/@w:start")
    return Pages(int(width) - sides, _copied([section]), _copied([turned]), None if whole else int(height) - sides)


def _copied(found: list[Any]) -> Markup:
    """An element of the template, to be written again."""
    return trusted(serialised(found[0])) if found else NOTHING


def _near(error: JinjaError) -> str:
    """The text of the paragraph that a mistake in writing stands in: docxtpl hands over the three before it too."""
    lines: list[str] = list(getattr(error, "docx_context", ()))
    position = min(getattr(error, "lineno", None) or 1, 4) - 1
    return " ".join(lines[position].split()) if position < len(lines) else ""


def _problem(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


__all__ = ["TemplateError", "WordTemplate"]
