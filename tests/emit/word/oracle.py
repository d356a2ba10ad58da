"""The same template filled by docxtpl and python-docx: what ``ghgplan.emit.word`` does without them is held against it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from copy import deepcopy
from io import BytesIO
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docxtpl import DocxTemplate
from markupsafe import Markup

from ghgplan.document.blocks import Document
from ghgplan.emit.word.body import Layout
from ghgplan.emit.word.environment import TemplateEnvironment
from ghgplan.emit.word.errors import TemplateError
from ghgplan.emit.word.full_context import template_context
from ghgplan.emit.word.lists import DEEPEST
from ghgplan.emit.word.native_charts import WORKBOOK, NativeChart, Typefaces, part, workbook
from ghgplan.emit.word.package import normalised
from ghgplan.emit.word.pages import Pages
from ghgplan.emit.word.properties import Properties, properties_of
from ghgplan.emit.word.tables import STYLE, HeadLook
from ghgplan.emit.word.trees import find, parse_strictly, serialised
from ghgplan.emit.word.xml import NAMESPACES, NOTHING, trusted

_W = f"{{{NAMESPACES['w']}}}"


class _StrictTemplate(DocxTemplate):
    """docxtpl without its two habits of changing texts silently."""

    def fix_tables(self, xml: str) -> Any:
        # The parser that docxtpl uses here leaves out what it cannot read, up to the rest of the document.
        parse_strictly(xml.encode())
        tree = super().fix_tables(xml)
        # A cell whose every paragraph was left out by a tag: Word calls such a file damaged.
        for cell in find(tree, "//w:tc[not(w:p)]"):
            cell.append(cell.makeelement(f"{_W}p"))
        return tree

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Nothing: the properties are set from the document, where nobody has to escape them."""


class Oracle:
    """A template in docxtpl's hands, for one document."""

    def __init__(self, content: bytes) -> None:
        self._template = _StrictTemplate(BytesIO(content))
        self._template.init_docx()
        self._word = self._template.get_docx()
        self._styles = {style.name.casefold(): style for style in self._word.styles if style.name}
        self._section = _pages(find(self._word.element, "w:body/w:sectPr")[-1])
        bookmarks = find(self._word.element, "//w:bookmarkStart")
        self.first_bookmark = 1 + max((int(start.get(f"{_W}id")) for start in bookmarks), default=0)

    @property
    def layout(self) -> Layout:
        """What the body has to know. Raises TemplateError GP-T02 where the style of its tables is missing."""
        return Layout(self._section, self._head_look(), self._numbered)

    @property
    def text_width(self) -> int:
        """Between the margins of the last section, in twentieths of a point."""
        return self._section.text_width

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

    @property
    def typefaces(self) -> Typefaces:
        """The fonts that the document is set in; those of its theme, where it names none itself."""
        fonts = "w:docDefaults/w:rPrDefault/w:rPr/w:rFonts"
        named = {script: find(self._word.styles.element, f"{fonts}/@w:{script}") for script in ("ascii", "eastAsia")}
        usual = Typefaces()
        return Typefaces(*named["ascii"] or [usual.latin], *named["eastAsia"] or [usual.east_asian])

    def chart(self, chart: NativeChart) -> str:
        """The relationship id of a chart, which stands in the package with its workbook."""
        package = self._word.part.package
        behind = Part(_free(package, "/word/embeddings/chart%d.xlsx"), CONTENT_TYPE.SML_SHEET, workbook(chart.sheet), package)
        drawn = Part(_free(package, "/word/charts/chart%d.xml"), CONTENT_TYPE.DML_CHART, part(chart), package)
        drawn.load_rel(RELATIONSHIP_TYPE.PACKAGE, behind, WORKBOOK)
        return self._word.part.relate_to(drawn, RELATIONSHIP_TYPE.CHART)

    def render(self, context, properties: Properties) -> bytes:
        filled = BytesIO()
        self._template.render(dict(context), TemplateEnvironment(), autoescape=True)
        _set_properties(self._word, properties)
        self._template.save(filled)
        return normalised(filled.getvalue())

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


def _free(package: Any, name: str) -> PackURI:
    """A name that no part has: a template may hold charts of its own."""
    return package.next_partname(name)


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


def _set_properties(word, properties: Properties) -> None:
    core = word.core_properties
    midnight = datetime.datetime.combine(properties.date, datetime.time())
    core.title = _short(properties.title)
    core.subject = _short(properties.subject)
    core.author = core.last_modified_by = _short(properties.author)
    core.language = properties.language
    core.created = core.modified = midnight
    core.version = _short(properties.version)
    core.revision = 1
    core.keywords = core.comments = core.category = core.content_status = core.identifier = ""
    relationships = word.part.package.rels
    for name in [name for name, found in relationships.items() if found.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relationships[name]


def _short(text: str) -> str:
    return " ".join(text.split())[:255]


def filled_by_docxtpl(document: Document, pictures: Mapping[str, bytes], content: bytes) -> bytes:
    """The file as docxtpl and python-docx make it."""
    oracle = Oracle(content)
    printed = oracle._template.get_undeclared_template_variables(TemplateEnvironment())
    return oracle.render(template_context(document, oracle, pictures, printed), properties_of(document))
