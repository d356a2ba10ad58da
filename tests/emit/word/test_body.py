from lxml import etree

from emit.word.reading import W, problems, style_name, text_of, tree, xpath
from emit.word.samples import document, template, wide_table
from emit.wording import Writer, figure_text
from ghgplan.document.blocks import Block, BulletList, Edition, Heading, ListItem, Note, Paragraph
from ghgplan.emit.word import write_word

BOTH = Writer(Edition.SIDE_BY_SIDE)
WIDE = wide_table()


def written(edition: Edition, *blocks: Block) -> tuple[bytes, list[etree._Element]]:
    """The file, and what the template's three sections hold after the second."""
    content = write_word(document(edition, blocks), {}, template())
    assert problems(content) == []
    elements = list(xpath(tree(content), "w:body")[0])
    front = [position for position, each in enumerate(elements) if xpath(each, "w:pPr/w:sectPr")][1]
    return content, elements[front + 1 : -1]


def heading(number: str, text: str = "Heading") -> Heading:
    return Heading(number.count(".") + 1, number, figure_text(text), f"section-{number}")


def ordered(*texts: str) -> BulletList:
    return BulletList(tuple(ListItem(BOTH(text, text)) for text in texts), ordered=True)


def test_prose_takes_the_style_of_its_language() -> None:
    for edition, style in ((Edition.CHINESE, "Body Text First Indent"), (Edition.ENGLISH, "Body Text")):
        content, body = written(edition, Paragraph(Writer(edition)("正文", "Text")))
        assert [style_name(content, paragraph) for paragraph in body] == [style]


def test_annexes_are_not_counted_by_word_and_say_their_letters() -> None:
    annex = Heading(1, "", figure_text("Annex A: Record"), "section-a")
    content, body = written(Edition.ENGLISH, heading("1"), annex, heading("A.1"), heading("2"))
    assert [style_name(content, element) for element in body] == ["heading 1", "heading 1", "heading 2", "heading 1"]
    assert [xpath(element, "string(w:pPr/w:numPr/w:numId/@w:val)") for element in body] == ["", "0", "0", ""]
    assert [text_of(element) for element in body] == ["Heading", "Annex A: Record", "A.1Heading", "Heading"]


def test_the_end_of_a_turned_page_is_too_low_to_begin_another() -> None:
    _, body = written(Edition.ENGLISH, Paragraph(figure_text("x")), WIDE, Paragraph(figure_text("y")))
    ends = [element for element in body if xpath(element, "w:pPr/w:sectPr")]
    assert [xpath(end, "string(w:pPr/w:spacing/@w:line)") for end in ends] == ["20", "20"]
    assert all(xpath(end, "w:pPr/w:spacing/@w:lineRule") == ["exact"] for end in ends)
    assert ends[1].getprevious().tag == f"{W}tbl"


def test_each_ordered_list_counts_from_one() -> None:
    words = Writer(Edition.ENGLISH)
    first, second = (BulletList((ListItem(words("", text)), ListItem(words("", text), 1)), ordered=True) for text in "ab")
    content, body = written(Edition.ENGLISH, first, Paragraph(words("", "x")), second)
    numbers = [xpath(paragraph, "string(w:pPr/w:numPr/w:numId/@w:val)") for paragraph in body]
    assert numbers[0] == numbers[1] != numbers[3] == numbers[4]
    numbering = tree(content, "word/numbering.xml")
    for number in {numbers[0], numbers[3]}:
        assert xpath(numbering, f"w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride/@w:val") == ["1", "1", "1"]
    levels = [xpath(numbering, f"string(w:num[@w:numId='{number}']/w:abstractNumId/@w:val)") for number in numbers if number]
    assert len(set(levels)) == 2


def test_bullets_share_one_numbering_and_stand_at_their_levels() -> None:
    words = Writer(Edition.ENGLISH)
    items = tuple(ListItem(words("", "x"), level) for level in (0, 1, 2, 7))
    content, body = written(Edition.ENGLISH, BulletList(items), BulletList(items))
    assert {xpath(paragraph, "string(w:pPr/w:numPr/w:numId/@w:val)") for paragraph in body} == {"2"}
    assert [xpath(paragraph, "string(w:pPr/w:numPr/w:ilvl/@w:val)") for paragraph in body[:4]] == ["0", "1", "2", "2"]
    assert style_name(content, body[0]) == "List Bullet"


def test_both_languages_stand_in_parallel() -> None:
    blocks = (
        heading("1"),
        Paragraph(BOTH("一", "one")),
        Note(BOTH("注", "note")),
        ordered("a", "b"),
        heading("2"),
        Paragraph(BOTH("二", "two")),
    )
    _, body = written(Edition.SIDE_BY_SIDE, *blocks)
    assert [etree.QName(element).localname for element in body] == ["p", "tbl", "p", "tbl", "p"]
    rows = [[text_of(cell) for cell in xpath(row, "w:tc")] for row in xpath(body[1], "w:tr")]
    assert rows == [["一", "one"], ["注", "note"], ["a", "a"], ["b", "b"]]


def test_each_column_counts_its_own_list() -> None:
    _, body = written(Edition.SIDE_BY_SIDE, ordered("a", "b"))
    numbers = [xpath(row, ".//w:numId/@w:val") for row in xpath(body[0], "w:tr")]
    assert numbers[0] == numbers[1]
    assert len(set(numbers[0])) == 2


def test_what_reads_the_same_in_both_languages_stands_once() -> None:
    _, body = written(Edition.SIDE_BY_SIDE, Paragraph(figure_text("E = AD × EF × GWP")))
    assert xpath(body[0], "w:tr/w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]


def test_only_long_rows_may_break_over_pages() -> None:
    _, body = written(Edition.SIDE_BY_SIDE, Paragraph(BOTH("短", "short")), Paragraph(BOTH("长" * 401, "long")))
    assert [bool(xpath(row, "w:trPr/w:cantSplit")) for row in xpath(body[0], "w:tr")] == [True, False]


def orientations(body: list[etree._Element]) -> list[str]:
    return [xpath(element, "string(w:pPr/w:sectPr/w:pgSz/@w:orient)") or "upright" for element in body if xpath(element, "w:pPr/w:sectPr")]


def test_a_table_too_wide_for_its_words_stands_on_a_turned_page_with_its_heading() -> None:
    _, body = written(Edition.ENGLISH, Paragraph(figure_text("x")), heading("1"), WIDE, Paragraph(figure_text("y")))
    assert orientations(body) == ["upright", "landscape"]
    section_ends = [position for position, element in enumerate(body) if xpath(element, "w:pPr/w:sectPr")]
    turned = body[section_ends[0] + 1 : section_ends[1]]
    assert [text_of(element)[:7] for element in turned if element.tag == f"{W}p"] == ["Heading", "Table 1"]
    widths = xpath(next(element for element in turned if element.tag == f"{W}tbl"), "w:tblGrid/w:gridCol/@w:w")
    assert sum(map(int, widths)) == 16838 - 2 * 1418


def test_no_page_is_left_empty_before_the_first_or_after_the_last_turned_one() -> None:
    assert orientations(written(Edition.ENGLISH, heading("1"), WIDE, Paragraph(figure_text("y")))[1]) == ["landscape"]
    assert orientations(written(Edition.ENGLISH, Paragraph(figure_text("x")), WIDE)[1]) == []
