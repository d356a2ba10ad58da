"""The parts of a template filled: what docxtpl does after Jinja, for text that has been through our environment.

docxtpl itself is not loaded here; the tests hold every part that is made against what it makes.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Template

from ghgplan.emit.word.environment import TemplateEnvironment
from ghgplan.emit.word.prepared import FilledPart
from ghgplan.emit.word.table_grids import fit_grids
from ghgplan.emit.word.trees import find, parse_strictly
from ghgplan.emit.word.xml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_FIRST_DRAWING = 1001

_SIGN = re.compile("[\t\a\n\f]")
"""What docxtpl makes tabs, paragraphs, line breaks and pages of."""
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>")
_END = "</w:p>"
_RUN = re.compile(r"<w:r(?: [^>]*)?>.*?</w:r>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>.*?</w:t>", re.DOTALL)
_PARAGRAPH_LOOKS = re.compile(r"<w:pPr>.*?</w:pPr>")
_RUN_LOOKS = re.compile(r"<w:rPr>.*?</w:rPr>")
_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


def printed_xml(part: FilledPart, environment: TemplateEnvironment, context: Mapping[str, object]) -> str:
    """What the part's tags print, as XML. Raises jinja2's TemplateError."""
    template = Template.from_code(environment, marshal.loads(part.code), {})  # noqa: S302 - written by us, see ``keeping``
    xml = template.render(context)
    for written, meant in _BRACES:
        xml = xml.replace(written, meant)
    return "".join(_with_breaks(xml))


def body_tree(shell: bytes, xml: str) -> Any:
    """The document around the body ``xml``. Raises lxml's XMLSyntaxError where it is not well-formed."""
    body = parse_strictly(xml.encode())
    fit_grids(body)
    # A cell whose every paragraph was left out by a tag: Word calls such a file damaged.
    for cell in find(body, "//w:tc[not(w:p)]"):
        cell.append(cell.makeelement(f"{_W}p"))
    for number, drawing in enumerate(find(body, "//wp:docPr"), _FIRST_DRAWING):
        drawing.set("id", str(number))
    document = parse_strictly(shell)
    document.replace(find(document, "w:body")[0], body)
    return document


def margin_tree(xml: str) -> Any:
    """A header or footer."""
    return parse_strictly(xml.encode(), keep_blanks=False)


def _with_breaks(xml: str) -> Iterator[str]:
    """The XML in pieces, with tabs and breaks as Word's own. Most paragraphs have none and are left as they are."""
    done = 0
    sign = _SIGN.search(xml)
    while sign:
        place = sign.start()
        before = xml.rfind(_END, done, place)
        start = _PARAGRAPH.search(xml, done if before < 0 else before + len(_END))
        if start is None:
            break
        if start.start() > place:
            sign = _SIGN.search(xml, start.start())
            continue
        end = xml.find(_END, start.end())
        if end < 0:
            break
        yield xml[done : start.start()]
        done = end + len(_END)
        yield _paragraph(xml[start.start() : done])
        sign = _SIGN.search(xml, done)
    yield xml[done:]


def _paragraph(xml: str) -> str:
    looks = _first(_PARAGRAPH_LOOKS, xml)
    return _RUN.sub(lambda run: _run(run[0], looks), xml)


def _run(xml: str, paragraph_looks: str) -> str:
    looks = _first(_RUN_LOOKS, xml)
    end, start = "</w:t></w:r>", f'<w:r>{looks}<w:t xml:space="preserve">'
    next_paragraph = f"<w:p>{paragraph_looks}{start}"
    signs = {
        "\t": f"{end}<w:r>{looks}<w:tab/></w:r>{start}",
        "\a": f"{end}</w:p>{next_paragraph}",
        "\n": '</w:t><w:br/><w:t xml:space="preserve">',
        "\f": f'{end}</w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>{next_paragraph}',
    }
    return _TEXT.sub(lambda text: _SIGN.sub(lambda sign: signs[sign[0]], text[0]), xml)


def _first(pattern: re.Pattern[str], xml: str) -> str:
    found = pattern.search(xml)
    return found[0] if found else ""
