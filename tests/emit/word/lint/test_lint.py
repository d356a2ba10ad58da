"""Each defect is planted into a good file: the lint names it, and is silent about the file without it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from emit.word.reading import parts
from emit.word.samples import document, pictures, template
from ghgplan.document.blocks import Edition
from ghgplan.emit.word import write_word
from ghgplan.emit.word.lint import Defect, lint
from ghgplan.emit.word.package import packed

MAIN = "word/document.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
BEGIN, END = "<w:p><w:r>", "</w:r></w:p>"
CELL = re.compile(r"(<w:tc>(?:<w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)?)(?:(?!</w:tc>).)*</w:tc>", re.DOTALL)


@cache
def good() -> bytes:
    sample = document(Edition.SIDE_BY_SIDE)
    return write_word(sample, pictures(sample), template())


def planted(change: Callable[[str], str], part: str = MAIN) -> tuple[Defect, ...]:
    found = parts(good())
    before = found[part].decode()
    after = change(before)
    assert after != before
    return lint(packed({**found, part: after.encode()}))


def added(xml: str) -> Callable[[str], str]:
    """At the beginning of the body."""
    return lambda text: text.replace("<w:body>", f"<w:body>{xml}", 1)


def test_a_good_file_has_no_defect() -> None:
    assert lint(good()) == ()


@pytest.mark.parametrize(
    ("change", "problem", "what"),
    [
        pytest.param(lambda xml: CELL.sub(r"\1</w:tc>", xml, count=1), "a cell does not end in a paragraph", "", id="cell"),
        pytest.param(
            lambda xml: re.sub(r"(<w:tr>(?:<w:trPr>.*?</w:trPr>)?)<w:tc>.*?</w:tr>", r"\1</w:tr>", xml, count=1, flags=re.DOTALL),
            "a row has no cells",
            "",
            id="row",
        ),
        pytest.param(added(f'{BEGIN}<w:fldChar w:fldCharType="begin"/>{END}'), "a field begins and does not end", "", id="field begin"),
        pytest.param(added(f'{BEGIN}<w:fldChar w:fldCharType="end"/>{END}'), "a field ends that never began", "", id="field end"),
        pytest.param(
            added(f"{BEGIN}<w:instrText> PAGE </w:instrText>{END}"), "an instruction stands outside of a field", "PAGE", id="instruction"
        ),
        pytest.param(
            lambda xml: xml.replace('w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"', 1),
            "a field waits to be refreshed, about which Word asks",
            "",
            id="dirty field",
        ),
        pytest.param(
            added('<w:p><w:bookmarkStart w:id="9001" w:name="open"/></w:p>'), "a bookmark begins and does not end", "9001", id="bookmark"
        ),
        pytest.param(added('<w:p><w:bookmarkEnd w:id="9001"/></w:p>'), "a bookmark ends that never began", "9001", id="bookmark end"),
        pytest.param(
            added('<w:p><w:pPr><w:pStyle w:val="NoSuch"/></w:pPr></w:p>'), "a style is not defined", "NoSuch", id="paragraph style"
        ),
        pytest.param(added('<w:p><w:r><w:rPr><w:rStyle w:val="No"/></w:rPr></w:r></w:p>'), "a style is not defined", "No", id="run style"),
        pytest.param(
            added('<w:p><w:pPr><w:numPr><w:numId w:val="777"/></w:numPr></w:pPr></w:p>'),
            "a numbering is not defined",
            "777",
            id="numbering",
        ),
        pytest.param(
            lambda xml: re.sub(r"<w:sectPr(?:(?!<w:sectPr).)*</w:sectPr></w:body>", "</w:body>", xml, flags=re.DOTALL),
            "the body does not end with its section",
            "",
            id="section",
        ),
        pytest.param(
            lambda xml: re.sub(r'(<wp:extent [^>]*?)cx="\d+"', r'\1cx="0"', xml, count=1), "a picture has no extent", "", id="extent"
        ),
        pytest.param(
            lambda xml: re.sub(r'(<wp:extent [^>]*?)cx="\d+"', r'\1cx="90000000"', xml, count=1),
            "a picture is larger than any page",
            "",
            id="large picture",
        ),
        pytest.param(
            added("<w:p><w:r><w:t>{{ na</w:t></w:r><w:r><w:t>me }}</w:t></w:r></w:p>"),
            "a tag of the template is left",
            "{{ name }}",
            id="tag",
        ),
        pytest.param(
            lambda xml: re.sub(r'(<wp:docPr [^>]*?)descr="[^"]+"', r'\1descr=" "', xml, count=1),
            "a picture has no alternative text",
            None,
            id="alternative",
        ),
        pytest.param(
            lambda xml: re.sub(r'(<w:hyperlink w:anchor=")[^"]+', r"\1nowhere", xml, count=1),
            "a reference leads to a bookmark that is not there",
            "nowhere",
            id="link",
        ),
        pytest.param(
            lambda xml: re.sub(r" REF \w+ ", " REF nowhere ", xml, count=1),
            "a reference leads to a bookmark that is not there",
            "nowhere",
            id="reference",
        ),
        pytest.param(
            added('<w:p><w:bookmarkStart w:id="9001" w:name="SECTION_1"/><w:bookmarkEnd w:id="9001"/></w:p>'),
            "two bookmarks have one name",
            "section_1",
            id="bookmark name",
        ),
        pytest.param(
            added(
                '<w:p><w:bookmarkStart w:id="9" w:name="a"/><w:bookmarkEnd w:id="9"/><w:bookmarkStart w:id="9" w:name="b"/><w:bookmarkEnd w:id="9"/></w:p>'
            ),
            "two bookmarks have one number",
            "9",
            id="bookmark number",
        ),
        pytest.param(
            lambda xml: re.sub(r'<wp:docPr id="\d+"', '<wp:docPr id="5"', xml), "two pictures have one number", "5", id="picture number"
        ),
        pytest.param(
            lambda xml: xml.replace("</w:tbl>", "</w:tbl><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", 1),
            "a table follows a table without a paragraph between, which Word makes one table of",
            "",
            id="table after table",
        ),
        pytest.param(
            lambda xml: xml.replace("<w:gridCol ", '<w:gridCol w:w="1"/><w:gridCol ', 1),
            "a row does not fill the columns of its table",
            None,
            id="columns",
        ),
        pytest.param(
            lambda xml: re.sub(r'r:embed="\w+"', 'r:embed="rId999"', xml, count=1),
            "a relationship is not defined",
            "rId999",
            id="relationship",
        ),
    ],
)
def test_a_defect_of_the_body_is_named(change: Callable[[str], str], problem: str, what: str | None) -> None:
    found = planted(change)
    assert (MAIN, problem) in {(defect.part, defect.problem) for defect in found}, found
    if what is not None:
        assert what in {defect.what for defect in found if defect.problem == problem}


def test_a_relationship_to_nothing_is_named() -> None:
    found = planted(lambda xml: re.sub(r'Target="media/[^"]+"', 'Target="media/gone.png"', xml, count=1), RELATIONSHIPS)
    assert Defect(MAIN, "a relationship leads to a part that is not there", "word/media/gone.png") in found
    assert "no part refers to this part" in {defect.problem for defect in found}


def test_a_relationship_that_nothing_uses_is_named() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    orphan = f'<Relationship Id="rId900" Type="{kind}" Target="https://example.com" TargetMode="External"/></Relationships>'
    assert planted(lambda xml: xml.replace("</Relationships>", orphan), RELATIONSHIPS) == (
        Defect(MAIN, "nothing uses a relationship", "rId900 hyperlink"),
    )


def test_a_part_that_nobody_refers_to_is_named() -> None:
    assert lint(packed({**parts(good()), "word/stray.bin": b"x"})) == (Defect("word/stray.bin", "no part refers to this part"),)


def test_braces_that_the_document_says_itself_are_no_tags() -> None:
    found = parts(good())
    found[MAIN] = added("<w:p><w:r><w:t>a {{ 7*7 }} b</w:t></w:r></w:p>")(found[MAIN].decode()).encode()
    content = packed(found)
    assert [defect.what for defect in lint(content)] == ["{{ 7*7 }}"]
    assert lint(content, ["a {{ 7*7 }} b"]) == ()
    assert lint(content, ["{{ 7*8 }}"]) != ()
