"""The parts with tags: patched by docxtpl, read and compiled by Jinja."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, meta

from ghgplan.emit.word.environment import TemplateEnvironment
from ghgplan.emit.word.prepared import FilledPart
from ghgplan.emit.word.trees import find, written

_PARAGRAPH = re.compile(r"<w:p[ >]")
_TAG = re.compile(r"<[^>]+>")


def filled_parts(template: DocxTemplate) -> Iterator[FilledPart]:
    """The body, the headers and footers that it refers to, and the footnotes."""
    word: Any = template.get_docx()
    shell = deepcopy(word.element)
    for below in list(find(shell, "w:body")[0]):
        below.getparent().remove(below)
    yield FilledPart(word.part.partname.membername, "body", _compiled(_body(template)), written(shell))
    for part in _margins(template):
        yield FilledPart(part.partname.membername, "margin", _compiled(_margin(template, part)))
    for part in word.part.package.parts:
        if part.content_type == CONTENT_TYPE.WML_FOOTNOTES:
            yield FilledPart(part.partname.membername, "notes", _compiled(_patched(template, part.blob.decode())))


def printed_names(template: DocxTemplate) -> frozenset[str]:
    """The names that body, headers and footers print or ask for."""
    whole = "".join((_body(template), *(_margin(template, part) for part in _margins(template))))
    return frozenset(meta.find_undeclared_variables(TemplateEnvironment().parse(whole)))


def _margins(template: DocxTemplate) -> list[Any]:
    """The headers, then the footers, each once."""
    handle = cast("Any", template)
    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    return list(dict.fromkeys(part for kind in kinds for _, part in handle.get_headers_footers(kind)))


def _body(template: DocxTemplate) -> str:
    return _patched(template, cast("Any", template).get_xml())


def _margin(template: DocxTemplate, part: Any) -> str:
    return _patched(template, cast("Any", template).get_part_xml(part))


def _patched(template: DocxTemplate, xml: str) -> str:
    return cast("Any", template).patch_xml(xml)


def _compiled(source: str) -> bytes:
    try:
        return marshal.dumps(TemplateEnvironment().compile(source))
    except TemplateSyntaxError:
        _tell_where(source)
        raise


def _tell_where(source: str) -> None:
    """Raises the mistake with the text of its paragraph as ``near``: Jinja counts lines, and Word's XML has none."""
    lines = _PARAGRAPH.sub(lambda start: f"\n{start[0]}", source).split("\n")
    try:
        TemplateEnvironment().compile("\n".join(lines))
    except TemplateSyntaxError as error:
        cast("Any", error).near = _TAG.sub("", lines[min(error.lineno, len(lines)) - 1])
        raise
