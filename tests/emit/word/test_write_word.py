import datetime
import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from emit.word.reading import fields, parts, problems, style_name, text_of, tree, xpath
from emit.word.samples import document, measures_table, pictures, template
from emit.wording import figure_text
from ghgplan.document.blocks import Cell, Document, Edition, Heading, Line, Paragraph, Run, Table, plain
from ghgplan.emit.word import write_word

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=80)
LINES = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.sampled_from("\n\t"), max_size=80)
SOUP = "{{ x }} {% if %} {# {_{ }_} {_% %_} R&D <w:t> </w:t></w:r> &amp; ]]> \u2028𠮷"


@pytest.fixture(scope="module", params=list(Edition), ids=str)
def written(request: pytest.FixtureRequest) -> tuple[Document, bytes]:
    sample = document(request.param)
    return sample, write_word(sample, pictures(sample), template())


def in_one_language(*blocks) -> bytes:
    return write_word(document(Edition.ENGLISH, blocks), {}, template())


def english(text: str) -> tuple[Line, ...]:
    return (Line("en", (Run(text),)),)


def test_word_has_nothing_to_stumble_over(written: tuple[Document, bytes]) -> None:
    assert problems(written[1]) == []


def test_the_same_input_gives_the_same_bytes(written: tuple[Document, bytes]) -> None:
    sample, content = written
    assert write_word(sample, pictures(sample), template()) == content


def test_where_this_process_stands_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr("os.getcwd", gone)
    sample = document(Edition.ENGLISH)
    assert write_word(sample, pictures(sample), template())


def test_no_part_tells_when_and_where_it_was_made(written: tuple[Document, bytes]) -> None:
    with ZipFile(BytesIO(written[1])) as package:
        entries = package.infolist()
    assert {(entry.date_time, entry.create_system, entry.external_attr) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"
    assert [entry.filename for entry in entries[1:]] == sorted(entry.filename for entry in entries[1:])


def test_no_tag_of_the_template_is_left(written: tuple[Document, bytes]) -> None:
    for name, content in parts(written[1]).items():
        if name.endswith(".xml"):
            assert not re.search(rb"\{\{|\}\}|\{%|%\}", content), name


def test_word_is_not_asked_to_refresh_anything(written: tuple[Document, bytes]) -> None:
    assert b"updateFields" not in parts(written[1])["word/settings.xml"]


def test_every_heading_stands_in_its_style_with_a_bookmark(written: tuple[Document, bytes]) -> None:
    sample, content = written
    found = [
        (style_name(content, paragraph), text_of(paragraph))
        for paragraph in xpath(tree(content), "w:body/w:p[w:bookmarkStart[starts-with(@w:name, 'section_')]]")
    ]
    assert found == [(f"heading {heading.level}", plain(heading.words, "\u2002")) for heading in sample.headings()]


def test_the_contents_link_to_every_heading(written: tuple[Document, bytes]) -> None:
    sample, content = written
    links = xpath(tree(content), "w:body/w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]/w:hyperlink")
    assert [(link.get(f"{{{link.nsmap['w']}}}anchor"), text_of(link)) for link in links] == [
        (heading.name.replace("-", "_"), heading.number + plain(heading.words, "\u2002")) for heading in sample.headings()
    ]
    assert [code for code, _ in fields(content) if code.startswith("TOC")] == [r'TOC \n \h \z \o "1-3"']


def test_references_repeat_the_labels(written: tuple[Document, bytes]) -> None:
    sample, content = written
    labels = {"zh": ("表 1", "图 1"), "en": ("Table 1", "Figure 1")}
    expected = [label for language in sample.edition.languages for label in labels[language]]
    assert [result for code, result in fields(content) if code.startswith("REF")] == expected
    for code, result in fields(content):
        if code.startswith("REF"):
            bookmark = code.split()[1]
            labelled = xpath(tree(content), f"//w:p[w:bookmarkStart[@w:name='{bookmark}']]")[0]
            assert result in text_of(labelled)


def test_one_number_is_counted_for_each_caption(written: tuple[Document, bytes]) -> None:
    sample, content = written
    counted = [(code, result) for code, result in fields(content) if code.startswith("SEQ") and r"\c" not in code]
    table, figure = ("Table", "Figure") if sample.edition is Edition.ENGLISH else ("表", "图")
    orders = ((table, 1), (figure, 1), (table, 2), (figure, 2))
    assert counted == [(rf"SEQ {kind} \* ARABIC", str(number)) for kind, number in orders]
    repeated = [(code, result) for code, result in fields(content) if r"\c" in code]
    assert len(repeated) == (4 if sample.edition is Edition.SIDE_BY_SIDE else 0)


def test_a_picture_is_stored_once_and_said_in_words(written: tuple[Document, bytes]) -> None:
    sample, content = written
    assert len([name for name in parts(content) if name.startswith("word/media/")]) == 1
    described = xpath(tree(content), "//wp:docPr/@descr")
    assert described == [plain(figure.alternative, " / ") for figure in sample.figures()]


def test_properties_come_from_the_cover(written: tuple[Document, bytes]) -> None:
    sample, content = written
    core = docx.Document(BytesIO(content)).core_properties
    assert core.title == plain(sample.cover.title, " / ")
    assert core.author == core.last_modified_by == plain(sample.cover.company, " / ")
    assert core.language == ("en-US" if sample.edition is Edition.ENGLISH else "zh-CN")
    assert core.created == core.modified == datetime.datetime(2025, 9, 15, tzinfo=datetime.UTC)
    assert (core.version, core.keywords, core.comments) == ("1.0", "", "")


def test_cover_control_and_history_are_printed(written: tuple[Document, bytes]) -> None:
    sample, content = written
    cover = sample.cover
    printed = text_of(tree(content))
    words = [cover.title, cover.subtitle or (), cover.company, *(value for _, value in cover.details)]
    words += [part for line in cover.control for part in (line.label, line.by, line.date)] + [line.change for line in cover.history]
    for line in (line for each in words for line in each):
        assert line.text in printed
    assert all(line.text in text_of(tree(content, "word/header1.xml")) for line in (*cover.title, *cover.company))


def test_no_history_no_heading_for_it() -> None:
    content = write_word(document(Edition.ENGLISH, (), history=False), {}, template())
    assert "Revision history" not in text_of(tree(content))
    assert "Contents" not in text_of(tree(content))
    assert problems(content) == []


def test_the_cover_does_not_lay_the_text_into_properties_as_markup() -> None:
    sample = document(Edition.ENGLISH, ())
    titled = replace(sample, cover=replace(sample.cover, title=english("R&D <plan>" + "x" * 300)))
    core = docx.Document(BytesIO(write_word(titled, {}, template()))).core_properties
    assert core.title == ("R&D <plan>" + "x" * 300)[:255]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(heading=TEXTS, text=LINES, cell=LINES, title=TEXTS)
@example(heading=SOUP, text=SOUP, cell=SOUP, title=SOUP)
@example(heading="a", text="{", cell="}", title="{")
def test_every_text_comes_back_as_it_was(heading: str, text: str, cell: str, title: str) -> None:
    head = ((Cell(english("Head")),),)
    blocks = (
        Heading(1, "1", english(heading), "section-1"),
        Paragraph(english(text)),
        Table("table-1", english("Table 1"), english(title), head, ((Cell(english(cell)),),), (1,)),
    )
    sample = document(Edition.ENGLISH, blocks)
    content = write_word(replace(sample, cover=replace(sample.cover, title=english(title))), {}, template())
    word = docx.Document(BytesIO(content))
    texts = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs]
    assert ("Heading 1", heading) in texts
    assert ("Body Text", text) in texts
    assert ("Title", title) in texts
    assert ("Caption", f"Table 1\u2002{title}") in texts
    assert word.tables[-1].rows[1].cells[0].text == cell
    assert word.sections[-1].header.tables[0].rows[0].cells[0].text.endswith(f"  {title}")


def test_what_xml_cannot_hold_is_a_bug() -> None:
    for text in ("\ud800", "\x07", "\uffff"):
        with pytest.raises(ValueError, match=r"U\+"):
            in_one_language(Paragraph(english(text)))


def test_a_thousand_rows_take_no_time() -> None:
    content = in_one_language(Paragraph(english("See below.")), measures_table(Edition.ENGLISH, 1000))
    assert len(xpath(tree(content), "w:body/w:tbl[last()]/w:tr")) == 1001


def test_two_documents_of_one_template_do_not_meet() -> None:
    first = in_one_language(Paragraph(figure_text("one")))
    in_one_language(Paragraph(figure_text("two")))
    assert in_one_language(Paragraph(figure_text("one"))) == first
