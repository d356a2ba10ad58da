from hypothesis import given
from hypothesis import strategies as st

from emit.markdown.reading import TEXTS, inlines, kinds, read, seen
from emit.markdown.samples import sample
from emit.wording import Writer
from ghgplan.document.blocks import BulletList, Edition, Heading, Line, ListItem, Note, Paragraph, Run, Words
from ghgplan.emit.markdown.blocks import block_text, block_texts, caption_text


def words(text: str, language: str = "zh") -> Words:
    return (Line(language, (Run(text),)),)


@given(TEXTS, st.integers(1, 8))
def test_a_heading_comes_back_literally_in_one_line(text: str, level: int) -> None:
    markdown = block_text(Heading(level, "2.1", words(text), "section-2-1"), "charts")
    assert kinds(markdown) == ["heading_open"]
    assert "\n" not in markdown
    assert read(inlines(markdown)[0]).text.rstrip() == f"2.1 {seen(text)}".rstrip()


def test_a_heading_without_a_number_begins_with_its_words() -> None:
    assert block_text(Heading(1, "", words("附录A　记录"), "section-a"), "charts") == '## <a id="section-a"></a>附录A　记录'


@given(TEXTS)
def test_a_note_is_one_quotation(text: str) -> None:
    markdown = block_text(Note(words(text, "en")), "charts")
    assert kinds(markdown) == (["blockquote_open", "paragraph_open"] if seen(text) else [])
    assert "".join(seen(read(tokens).text) for tokens in inlines(markdown)) == seen(text)


def test_lists_in_a_row_stay_apart() -> None:
    one = BulletList((ListItem(words("a")),))
    numbered = BulletList((ListItem(words("a")),), ordered=True)
    texts = [text for _, text in block_texts((one, one, one, numbered, numbered, one), "charts")]
    assert texts == ["- a", "* a", "- a", "1. a", "1) a", "- a"]
    assert kinds("\n\n".join(texts)).count("bullet_list_open") == 4


def test_a_block_without_text_leaves_no_gap() -> None:
    assert block_texts((Paragraph(words(" \n ")), Paragraph(words("a"))), "charts") == [("paragraph", "a")]


def test_a_caption_holds_label_and_text_of_each_language() -> None:
    both = Writer(Edition.SIDE_BY_SIDE)
    assert caption_text(both("表 1", "Table 1"), both("目标", "Targets")) == "**表 1** 目标\\\n**Table 1** Targets"
    assert caption_text(both("图 1", "Figure 1"), words("A_1")) == "**图 1** A_1\\\n**Figure 1**"


def test_every_reference_has_its_anchor() -> None:
    for edition in Edition:
        markdown = "\n\n".join(text for _, text in block_texts(sample(edition).blocks, "charts"))
        tokens = [token for line in inlines(markdown) for token in line]
        anchors = {token.content[7:-2] for token in tokens if token.content.startswith("<a id=")}
        targets = {
            str(token.attrs["href"])[1:] for token in tokens if token.type == "link_open" and str(token.attrs["href"]).startswith("#")
        }
        assert targets
        assert targets <= anchors
