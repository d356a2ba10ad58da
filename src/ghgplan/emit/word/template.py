"""A prepared template while one document is made with it: styles looked up, pictures and links taken in, parts filled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha1
from itertools import count
from posixpath import dirname, relpath

from jinja2.exceptions import TemplateError as JinjaError

from ghgplan.emit.budget import BudgetError
from ghgplan.emit.word.body import Layout
from ghgplan.emit.word.environment import TemplateEnvironment
from ghgplan.emit.word.errors import TemplateError
from ghgplan.emit.word.filling import body_tree, margin_tree, printed_xml
from ghgplan.emit.word.lint.package import Package
from ghgplan.emit.word.native_charts import WORKBOOK, NativeChart, Typefaces, part, workbook
from ghgplan.emit.word.package import CONTENT_TYPES, Packed, packed, relationships_part
from ghgplan.emit.word.prepared import PreparedTemplate
from ghgplan.emit.word.properties import Properties, properties_xml
from ghgplan.emit.word.relationships import (
    CHART,
    HYPERLINK,
    IMAGE,
    PACKAGE,
    ContentTypes,
    Relationship,
    Relationships,
    content_types_xml,
    relationships_xml,
)
from ghgplan.emit.word.tables import STYLE
from ghgplan.emit.word.trees import parse_strictly, written

_NUMBERED = re.compile(r"[a-zA-Z]+([1-9][0-9]*)")
_PNG = "image/png"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


class WordTemplate:
    """One template, for one document: it is changed by being used."""

    def __init__(self, prepared: PreparedTemplate) -> None:
        self._prepared = prepared
        self._folder = dirname(prepared.main)
        self._relationships = Relationships(prepared.relationships)
        self._added: dict[str, bytes] = {}
        self._charts: dict[str, str] = {}
        self._images = dict(prepared.images)
        self._lists = 0

    @property
    def layout(self) -> Layout:
        """What the body has to know. Raises TemplateError GP-T02 where the style of its tables is missing."""
        if self._prepared.head_look is None:
            raise TemplateError("GP-T02", {"style": STYLE})
        return Layout(self._prepared.pages, self._prepared.head_look, self._numbered)

    @property
    def text_width(self) -> int:
        """Between the margins of the last section, in twentieths of a point."""
        return self._prepared.pages.text_width

    @property
    def first_bookmark(self) -> int:
        """The first number that no bookmark of the template has."""
        return self._prepared.first_bookmark

    @property
    def typefaces(self) -> Typefaces:
        """The fonts that the document is set in."""
        return self._prepared.typefaces

    def id(self, name: str) -> str:
        """The id of the style of that name, which differs between Word's languages. Raises TemplateError GP-T02."""
        style = self._prepared.styles.get(name.casefold())
        if style is None:
            raise TemplateError("GP-T02", {"style": name})
        return style.id

    def bullets(self) -> int:
        """The numbering of the style List Bullet."""
        return self._numbering("List Bullet")

    def ordered(self) -> int:
        """A numbering like that of the style List Number, which counts from 1.

        It has levels of its own: lists that share theirs go on counting where the other one stopped.
        """
        self._numbering("List Number")
        lists = self._prepared.lists
        if lists is None:
            raise TemplateError("GP-T02", {"style": "List Number"})
        self._lists += 1
        return lists.numbers(self._lists)[-1]

    def look_over(self) -> None:
        """Raises TemplateError GP-T02 for a list style without numbering."""
        self.bullets()
        self.ordered()

    def web(self, address: str) -> str:
        """The relationship id of a web address."""
        return self._relationships.to(HYPERLINK, address, external=True)

    def image(self, content: bytes) -> str:
        """The relationship id of a picture, a PNG; the same bytes are stored once."""
        # Nobody is kept out by it: it tells pictures of one document apart.
        digest = sha1(content, usedforsecurity=False).hexdigest()
        if digest not in self._images:
            taken = {found[1] for name in self._images.values() if (found := _NUMBERED.match(name.rpartition("/")[2]))}
            self._images[digest] = next(f"word/media/image{number}.png" for number in count(1) if str(number) not in taken)
            self._added[self._images[digest]] = content
        return self._relationships.to(IMAGE, _way(self._images[digest], self._folder))

    def chart(self, chart: NativeChart) -> str:
        """The relationship id of a chart, which stands in the package with its workbook."""
        behind, drawn = self._free("word/embeddings/chart{}.xlsx"), self._free("word/charts/chart{}.xml")
        way = _way(behind, dirname(drawn))
        self._added |= {
            behind: workbook(chart.sheet),
            drawn: part(chart),
            relationships_part(drawn): relationships_xml([Relationship(WORKBOOK, PACKAGE, way)]),
        }
        self._charts[drawn] = _CHART
        return self._relationships.to(CHART, _way(drawn, self._folder))

    def render(self, context: Mapping[str, object], properties: Properties) -> tuple[bytes, Package]:
        """The document, and its parts as they were read. Raises TemplateError.

        GP-T03 for a tag that cannot be filled, GP-T42 where filling it goes on too long.
        """
        try:
            return self._rendered(context, properties)
        except BudgetError as error:
            raise TemplateError("GP-T42", {"most": f"{error.most:,}", "template_limit": error.limit}) from error
        except JinjaError as error:
            raise TemplateError("GP-T03", {"problem": str(error), "near": ""}) from error
        # What a template can make lxml raise is no closed list.
        except Exception as error:
            raise TemplateError("GP-T03", {"problem": f"{type(error).__name__}: {error}", "near": ""}) from error

    def _rendered(self, context: Mapping[str, object], properties: Properties) -> tuple[bytes, Package]:
        prepared = self._prepared
        environment = TemplateEnvironment()
        values = dict(context)
        parts: dict[str, bytes] = {}
        trees: dict[str, object] = {}
        for filled in prepared.filled:
            xml = printed_xml(filled, environment, values)
            if filled.kind == "notes":
                parts[filled.name] = xml.encode()
                trees[filled.name] = parse_strictly(parts[filled.name])
            else:
                trees[filled.name] = body_tree(filled.shell, xml) if filled.kind == "body" else margin_tree(xml)
                parts[filled.name] = written(trees[filled.name])
        name, pieces = prepared.properties
        parts[name] = properties_xml(pieces, properties)
        if prepared.lists:
            parts[prepared.lists.part] = prepared.lists.xml(self._lists)
        parts |= self._added
        parts[relationships_part(prepared.main)] = self._relationships.xml()
        parts[CONTENT_TYPES] = self._content_types()
        packing: dict[str, bytes | Packed] = {**{name: each.packed for name, each in prepared.static.items()}, **parts}
        whole = {**{name: each.content for name, each in prepared.static.items()}, **parts}
        return packed(packing), Package(whole, trees)

    def _content_types(self) -> bytes:
        types = self._prepared.content_types
        added = {kind for kind in ((".png", _PNG), (".xlsx", _WORKBOOK)) if any(name.endswith(kind[0]) for name in self._added)}
        defaults = {**types.defaults, **{end.removeprefix("."): kind for end, kind in added}}
        return content_types_xml(ContentTypes(defaults, {**types.overrides, **{f"/{name}": kind for name, kind in self._charts.items()}}))

    def _free(self, pattern: str) -> str:
        """A name that no part has: a template may hold charts of its own."""
        names = (pattern.format(number) for number in count(1))
        return next(name for name in names if name not in self._added and name not in self._prepared.static)

    def _numbered(self, name: str) -> bool:
        self.id(name)
        return self._prepared.styles[name.casefold()].numbering is not None

    def _numbering(self, name: str) -> int:
        self.id(name)
        found = self._prepared.styles[name.casefold()].numbering
        if found is None:
            raise TemplateError("GP-T02", {"style": name})
        return found


def _way(name: str, folder: str) -> str:
    """A part as it is named in ``folder``."""
    # From the package's top: anything else would be looked up where this process stands.
    return relpath(f"/{name}", f"/{folder}")


__all__ = ["TemplateError", "WordTemplate"]
