import random
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from emit.word.reading import changed, fields, parts, problems, text_of, tree, xpath
from emit.word.samples import document, pictures, template, wide_table
from ghgplan.document.blocks import Edition
from ghgplan.emit.word import TemplateError, write_word
from ghgplan.emit.word.package import packed

SAMPLE = document(Edition.ENGLISH)
MAIN = "word/document.xml"


def write(content: bytes) -> bytes:
    return write_word(SAMPLE, pictures(SAMPLE), content)


def refused(content: bytes) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        write(content)
    return caught.value


def with_tag(tag: str) -> bytes:
    """The template with a tag of one's own in its subtitle."""
    return changed(template(), MAIN, lambda xml: xml.replace("{{ labels.contents }}", tag))


def without(part: str) -> bytes:
    return packed({name: content for name, content in parts(template()).items() if name != part})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a zip",
        template()[:1000],
        b"\xd0\xcf\x11\xe0" + bytes(600),
        packed({"a.txt": b"a"}),
        without(MAIN),
        without("[Content_Types].xml"),
        without("word/styles.xml"),
        changed(template(), MAIN, lambda xml: xml[:-20]),
        changed(template(), "[Content_Types].xml", lambda xml: xml.replace("document.main+xml", "template.main+xml")),
        changed(
            template(), MAIN, lambda xml: xml.replace("schemas.openxmlformats.org/wordprocessingml", "purl.oclc.org/ooxml/wordprocessingml")
        ),
        changed(template(), MAIN, lambda xml: xml.replace("<w:pgSz", "<w:pgZs")),
    ],
)
def test_what_is_no_word_document_is_told_apart(content: bytes) -> None:
    error = refused(content)
    assert error.code in ("GP-T01", "GP-T02", "GP-T10", "GP-T16", "GP-T24")
    assert all(error.arguments.values())


def test_a_damaged_file_never_raises_anything_else() -> None:
    chance = random.Random(1)
    for _ in range(60):
        content = bytearray(template())
        for _ in range(chance.randint(1, 30)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            write(bytes(content))
        except TemplateError as error:
            assert error.code.startswith("GP-T")  # noqa: PT017


@pytest.mark.parametrize(
    ("tag", "problem"),
    [
        ("{{ titel }}", "'titel' is undefined"),
        ("{{ labels.no_such }}", "no_such"),
        ("{{ labels }}", "prints text"),
        ("{{ title }}", "prints text"),
        ("{{ title[9] }}", "9"),
        ("{{ details.items }}", "items"),
        ("{{ edition }", "innermost block"),
        ("{% for line in title %}", "innermost block"),
        ("{{ edition | no_such }}", "no_such"),
        ("{{ edition * 3 }}", "calculation"),
        ("{{ edition.upper() }}", "upper"),
        ("{{ edition.__class__ }}", "__class__"),
        ("{{ title.append(edition) }}", "append"),
        ("{{ cycler }}", "cycler"),
        ("{{ range(10) }}", "range"),
        ("{{ edition | attr('x') }}", "attr"),
        ("{{ '&lt;/w:t&gt;' | safe }}", "safe"),
        ("{{ edition &amp; 1 }}", "unexpected"),
    ],
)
def test_a_tag_that_cannot_be_filled_says_why(tag: str, problem: str) -> None:
    error = refused(with_tag(tag))
    assert error.code == "GP-T03"
    assert problem in error.arguments["problem"]


def test_a_mistake_in_writing_says_where() -> None:
    assert "{{ labels.contents | }}" in refused(with_tag("{{ labels.contents | }}")).arguments["near"]


def test_a_template_that_never_prints_the_body_is_refused() -> None:
    assert refused(changed(template(), MAIN, lambda xml: xml.replace(" in body ", " in contents "))).code == "GP-T04"


def test_a_template_that_breaks_the_xml_is_refused_and_not_mended() -> None:
    error = refused(changed(template(), MAIN, lambda xml: xml.replace("{%p if history %}", "{% if edition == 'zh' %}", 1)))
    assert error.code == "GP-T03"
    assert "XMLSyntaxError" in error.arguments["problem"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{ edition | upper }}", "EN"),
        ("{{ labels['contents'] }}", "Contents"),
        ("{% if history %}yes{% endif %}", "yes"),
        (
            "{% for line in control %}{{ loop.index | default('') if false else line.label }};{% endfor %}",
            "Prepared by;Reviewed by;Approved by;",
        ),
        ("{{ details[0].value }} {{ date }} {{ version }}", "GHG-2025-01 2025-09-15 1.0"),
    ],
)
def test_what_a_company_may_write(tag: str, expected: str) -> None:
    assert expected in text_of(tree(write(with_tag(tag))))


def test_a_template_of_another_word_is_met_by_the_names_of_its_styles() -> None:
    """Word in Chinese gives its own ids to the same styles."""
    content = template()
    for part in ("word/styles.xml", MAIN, "word/numbering.xml"):
        content = _changed_if_there(content, part, lambda xml: xml.replace('"Heading1"', '"1"').replace('"BodyText"', '"a3"'))
    assert problems(write(content)) == []


def _changed_if_there(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    found = parts(content)
    return packed({**found, part: change(found[part].decode()).encode()})


def test_headings_that_word_does_not_number_are_numbered_by_us() -> None:
    content = changed(
        template(), "word/styles.xml", lambda xml: xml.replace('<w:ilvl w:val="1"/><w:numId w:val="1"/>', '<w:numId w:val="0"/>')
    )
    found = write(content)
    numbered = xpath(tree(found), "w:body/w:p[w:pPr/w:pStyle/@w:val='Heading2']")
    assert [text_of(paragraph) for paragraph in numbered] == ["1.1Accounting boundary", "1.2Responsibilities"]
    first = xpath(tree(found), "w:body/w:p[w:pPr/w:pStyle/@w:val='Heading1']")[0]
    assert text_of(first) == "Purpose and basis"


def test_pages_that_count_anew_are_not_turned() -> None:
    wide = document(Edition.ENGLISH, (wide_table(), *SAMPLE.blocks[:2]))
    restarted = changed(template(), MAIN, lambda xml: xml.replace("</w:sectPr></w:body>", '<w:pgNumType w:start="1"/></w:sectPr></w:body>'))
    assert xpath(tree(write_word(wide, {}, template())), "//w:pgSz/@w:orient") == ["landscape"]
    assert xpath(tree(write_word(wide, {}, restarted)), "//w:pgSz/@w:orient") == []


def test_ids_of_the_template_s_bookmarks_are_not_taken_again() -> None:
    own = '<w:p><w:bookmarkStart w:id="40" w:name="own"/><w:bookmarkEnd w:id="40"/></w:p>'
    found = write(changed(template(), MAIN, lambda xml: xml.replace("<w:body>", f"<w:body>{own}")))
    ids = [int(number) for number in xpath(tree(found), "//w:bookmarkStart/@w:id")]
    assert ids[0] == 40
    assert min(ids[1:]) == 41
    assert problems(found) == []


def test_a_thumbnail_and_the_template_s_own_words_do_not_stay() -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    found = parts(template())
    found["docProps/thumbnail.jpeg"] = b"\xff\xd8\xff"
    found["[Content_Types].xml"] = found["[Content_Types].xml"].replace(
        b"<Override", b'<Default Extension="jpeg" ContentType="image/jpeg"/><Override', 1
    )
    found["_rels/.rels"] = found["_rels/.rels"].replace(
        b"</Relationships>", f'<Relationship Id="rId9" Type="{kind}" Target="docProps/thumbnail.jpeg"/></Relationships>'.encode()
    )
    content = write(packed(found))
    assert "docProps/thumbnail.jpeg" not in parts(content)
    assert b"standard template" not in parts(content)["docProps/core.xml"]


def test_a_template_without_numbering_is_refused_like_one_whose_list_style_has_none() -> None:
    unnumbered = changed(
        template(), "word/_rels/document.xml.rels", lambda xml: xml.replace("relationships/numbering", "relationships/other")
    )
    assert (refused(unnumbered).code, refused(unnumbered).arguments["style"]) == ("GP-T02", "List Number")


def test_a_part_that_nobody_looks_into_must_be_well_formed_too() -> None:
    found = parts(template())
    found["word/theme1.xml"] = b"<a:theme>"
    found["word/_rels/document.xml.rels"] = found["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="rId9" Type="http://example.com/theme" Target="theme1.xml"/></Relationships>'
    )
    error = refused(packed(found))
    assert error.code == "GP-T03"
    assert "XMLSyntaxError" in error.arguments["problem"]


def test_the_page_is_counted_in_the_footer() -> None:
    with ZipFile(BytesIO(write(template()))) as package:
        footer = package.read("word/footer1.xml").decode()
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    assert not [code for code, _ in fields(write(template())) if "PAGE" in code]
