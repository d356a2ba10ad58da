"""Prepared templates make what docxtpl and python-docx make of the same template, part by part."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from emit.word.oracle import filled_by_docxtpl
from emit.word.reading import changed, parts
from emit.word.samples import document, picture, pictures, template, wide_table
from ghgplan.document.blocks import Document, Edition, Paragraph
from ghgplan.emit.word import prepare, write_word
from ghgplan.emit.word.keeping import to_bytes
from ghgplan.emit.word.package import packed
from published_plans import PLANS, composed

ROOT = Path(__file__).parents[3]
TEMPLATES = {name: (ROOT / f"templates/{name}.docx").read_bytes() for name in ("standard", "summary")}
MAIN, RELATIONSHIPS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def assert_same(made: bytes, expected: bytes) -> None:
    ours, theirs = parts(made), parts(expected)
    assert list(ours) == list(theirs)
    for name, part in theirs.items():
        if ours[name] != part:
            assert name.endswith((".xml", ".rels")), name
            assert _canonical(ours[name]) == _canonical(part), name


def _canonical(part: bytes) -> bytes:
    return etree.tostring(etree.fromstring(part), method="c14n")


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("plan", PLANS)
def test_every_plan_is_filled_as_docxtpl_fills_it(plan: str, edition: Edition, name: str) -> None:
    of = composed(plan, edition)
    images = {figure.file: picture(1260, 700 + number) for number, figure in enumerate(of.figures())}
    assert_same(write_word(of, images, TEMPLATES[name]), filled_by_docxtpl(of, images, TEMPLATES[name]))


def in_body(xml: str) -> Callable[[], bytes]:
    return lambda: changed(template(), MAIN, lambda whole: whole.replace("<w:body>", f"<w:body>{xml}", 1))


def paragraph(text: str, looks: str = "") -> str:
    return f'<w:p>{looks}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{paragraph(text)}</w:tc>' for text in texts)}</w:tr>"


def grid(*widths: int) -> str:
    return f"<w:tblGrid>{''.join(f'<w:gridCol w:w={chr(34)}{width}{chr(34)}/>' for width in widths)}</w:tblGrid>"


def with_part(name: str, kind: str, content_type: str, xml: str, relationships: str = "") -> bytes:
    found = parts(template())
    found[f"word/{name}"] = xml.encode()
    if relationships:
        found[f"word/_rels/{name}.rels"] = relationships.encode()
    link = f'<Relationship Id="rId77" Type="{KINDS}/{kind}" Target="{name}"/></Relationships>'
    found[RELATIONSHIPS] = found[RELATIONSHIPS].replace(b"</Relationships>", link.encode())
    kinds = f'<Override PartName="/word/{name}" ContentType="{content_type}"/></Types>'
    found[TYPES] = found[TYPES].replace(b"</Types>", kinds.encode())
    return packed(found)


def footnotes() -> bytes:
    note = f'<w:footnote w:id="2">{paragraph("{{ company[0] }} &amp; {{ details[0].value }}")}</w:footnote>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:footnotes {W}>{note}</w:footnotes>'
    found = with_part("footnotes.xml", "footnotes", kind, xml)
    mark = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    return changed(found, MAIN, lambda whole: whole.replace("<w:body>", f"<w:body>{mark}", 1))


def header() -> bytes:
    link = f'<Relationship Id="rId3" Type="{KINDS}/hyperlink" Target="https://example.com/?a=1&amp;b=2" TargetMode="External"/>'
    relationships = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link}</Relationships>'
    text = paragraph("{% for line in running %}{{ line.company }}\t{{ line.title }}{% endfor %}")
    linked = f'<w:p><w:hyperlink r:id="rId3">{paragraph("x")[5:-6]}</w:hyperlink></w:p>'
    xml = f'<w:hdr {W} xmlns:r="{KINDS}">\n  {text}\n  {linked}\n</w:hdr>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    found = with_part("header9.xml", "header", kind, xml, relationships)
    return changed(found, MAIN, lambda whole: whole.replace("<w:pgSz", '<w:headerReference w:type="even" r:id="rId77"/><w:pgSz', 1))


def text_box() -> str:
    inner = paragraph("{{ version }}{% if history %}, {{ history[0].change }}{% endif %}")
    box = f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>'
    return f"<w:p><w:r>{box}</w:r></w:p>"


def alternative_text() -> str:
    wp, a = (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
    )
    shape = f'<a:graphic xmlns:a="{a}"><a:graphicData uri="urn:x"/></a:graphic>'
    inline = f'<wp:inline xmlns:wp="{wp}"><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="n" descr="{{{{ company[0] }}}} {{{{ edition }}}}"/>{shape}</wp:inline>'
    return f"<w:p><w:r><w:drawing>{inline}</w:drawing></w:r></w:p>"


COMPANY = {
    "rows": in_body(
        f"<w:tbl>{grid(3000, 3000)}{row('{%tr for line in details %}')}{row('{{ line.label }}', '{{ line.value }}')}{row('{%tr endfor %}')}</w:tbl>"
    ),
    "cells more than the grid": in_body(
        f"<w:tbl>{grid(3000, 3001, 4000)}<w:tr>"
        + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("{%tc for line in details %}", "{{ line.label }}", "{%tc endfor %}"))
        + "</w:tr></w:tbl><w:p/>"
    ),
    "cells fewer than the grid": in_body(
        f"<w:tbl>{grid(1000, 1001, 4003, 5000)}<w:tr>"
        + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("{%tc for line in title %}", "{{ line }}", "{%tc endfor %}"))
        + "</w:tr></w:tbl><w:p/>"
    ),
    "an empty cell": in_body(
        f"<w:tbl>{grid(9000)}<w:tr><w:tc>{paragraph('{%p if not version %}')}{paragraph('x')}{paragraph('{%p endif %}')}</w:tc></w:tr></w:tbl><w:p/>"
    ),
    "paragraphs": in_body(
        paragraph("{%p for line in control %}") + paragraph("{{ line.by }} {{ line.date }}") + paragraph("{%p endfor %}")
    ),
    "a run": in_body(paragraph("before {{r labels.contents }} after").replace("{{r", "{{")),
    "a tag over several runs": in_body(
        '<w:p><w:r><w:t>{{ ver</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>sion }} }</w:t></w:r></w:p>'
    ),
    "lines and tabs": in_body(
        paragraph("a {{ details[0].value }}\t{{ control[0].label }} {{ history[0].change }}", "<w:pPr><w:jc/></w:pPr>")
    ),
    "signs of docxtpl": in_body(paragraph("{_{ version }_} {_% if %_} {# said #}")),
    "marks of Word": in_body(paragraph("{{ details[0].value | default(“-”) }} &lt;&amp;&gt; “quoted”")),
    "a text box": in_body(text_box()),
    "alternative text": in_body(alternative_text()),
    "footnotes": footnotes,
    "header": header,
    "no core properties": lambda: packed(
        {
            name: re.sub(rb"<Relationship [^>]*core-properties[^>]*/>", b"", content)
            for name, content in parts(template()).items()
            if name != "docProps/core.xml"
        }
    ),
    "a chart's name taken": lambda: with_part("charts/chart1.xml", "x", "application/x+xml", "<x/>"),
}


@pytest.mark.parametrize("edition", [Edition.ENGLISH, Edition.SIDE_BY_SIDE])
@pytest.mark.parametrize("kind", COMPANY)
def test_a_company_s_template_is_filled_as_docxtpl_fills_it(kind: str, edition: Edition) -> None:
    sample, content = document(edition), COMPANY[kind]()
    printed = prepare(content)
    word = _without_guard(sample, content)
    assert "body" in printed.printed
    assert_same(word, filled_by_docxtpl(sample, pictures(sample), content))


def _without_guard(sample: Document, content: bytes) -> bytes:
    from ghgplan.emit.word.full_context import template_context
    from ghgplan.emit.word.properties import properties_of
    from ghgplan.emit.word.template import WordTemplate

    prepared = prepare(content)
    word = WordTemplate(prepared)
    return word.render(template_context(sample, word, pictures(sample), prepared.printed), properties_of(sample))[0]


def test_pages_turned_and_lists_of_their_own_come_out_alike() -> None:
    for edition in Edition:
        sample = document(edition)
        wide = document(edition, (wide_table(), *sample.blocks, *(block for block in sample.blocks if not isinstance(block, Paragraph))))
        assert_same(_without_guard(wide, template()), filled_by_docxtpl(wide, pictures(wide), template()))


def test_a_picture_of_the_template_is_not_stored_again() -> None:
    sample = document(Edition.ENGLISH)
    (content,) = set(pictures(sample).values())
    found = parts(with_part("media/logo1.png", "image", "image/png", ""))
    found["word/media/logo1.png"] = content
    own = packed(found)
    made = _without_guard(sample, own)
    assert_same(made, filled_by_docxtpl(sample, pictures(sample), own))
    assert [name for name in parts(made) if "media" in name] == ["word/media/logo1.png"]


def test_one_template_is_prepared_once() -> None:
    assert prepare(template()) is prepare(bytes(bytearray(template())))


def test_a_document_changes_nothing_in_its_template() -> None:
    kept = to_bytes(prepare(template()), template())
    sample = document(Edition.SIDE_BY_SIDE)
    first = write_word(sample, pictures(sample), prepare(template()))
    assert to_bytes(prepare(template()), template()) == kept
    assert write_word(sample, pictures(sample), template()) == first


def test_a_prepared_template_needs_neither_docxtpl_nor_python_docx(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(to_bytes(prepare(template()), template()))
    program = f"""
import sys
from pathlib import Path
from emit.word.samples import document, pictures, template
from ghgplan.document.blocks import Edition
from ghgplan.emit.word import write_word
from ghgplan.emit.word.keeping import from_bytes
sample = document(Edition.ENGLISH)
prepared = from_bytes(Path({str(kept)!r}).read_bytes(), template())
assert write_word(sample, pictures(sample), prepared)[:2] == b"PK"
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert run.returncode == 0, run.stderr
    assert not {"docx", "docxtpl", "docxcompose", "matplotlib"} & set(run.stdout.split())
