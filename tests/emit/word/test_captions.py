import pytest

from emit.word.reading import fields, text_of, tree, xpath
from emit.word.samples import document, template
from emit.wording import figure_text
from ghgplan.document.blocks import Cell, Edition, Line, Paragraph, Run, Table
from ghgplan.emit.word import write_word


def captioned(label: str, *before) -> bytes:
    words = (Line("en", (Run(label),)),)
    table = Table("t", words, figure_text("Caption"), ((Cell(figure_text("h")),),), ((Cell(figure_text("1")),),), (1,))
    return write_word(document(Edition.ENGLISH, (*before, table)), {}, template())


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Table 12", (r"SEQ Table \* ARABIC", "12")),
        ("Appendix table 3", (r"SEQ Table \* ARABIC", "3")),
        ("表3（续）", (r"SEQ 表 \* ARABIC", "3")),
    ],
)
def test_the_number_is_a_field_in_the_label(label: str, field: tuple[str, str]) -> None:
    content = captioned(label)
    assert field in fields(content)
    assert f"{label}\u2002Caption" in text_of(tree(content))


def test_a_label_without_a_number_stays_text() -> None:
    content = captioned("Overview")
    assert not [code for code, _ in fields(content) if code.startswith("SEQ")]
    assert "Overview\u2002Caption" in text_of(tree(content))


def test_a_reference_in_other_words_is_a_link_and_no_field() -> None:
    content = captioned("Table 1", Paragraph((Line("en", (Run("the table below", target="#t"),)),)))
    assert not [code for code, _ in fields(content) if code.startswith("REF")]
    assert [text_of(link) for link in xpath(tree(content), "//w:hyperlink[@w:anchor='t']")] == ["the table below"]
