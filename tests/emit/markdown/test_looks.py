import pytest
from hypothesis import given
from hypothesis import strategies as st

from emit.markdown.reading import TEXTS, inlines, kinds, read, seen
from ghgplan.document.blocks import Line, Run
from ghgplan.emit.markdown.looks import flowing, label, single

RUNS = st.lists(
    st.builds(Run, TEXTS, st.booleans(), st.booleans(), st.sampled_from([None, None, None, "https://example.com", "#table-1"])), max_size=4
).map(tuple)


def line(*runs: Run, language: str = "zh") -> Line:
    return Line(language, runs)


@given(TEXTS, st.sampled_from(["zh", "en"]))
def test_a_paragraph_comes_back_literally(text: str, language: str) -> None:
    markdown = flowing(line(Run(text), language=language))
    assert kinds(markdown) == (["paragraph_open"] if seen(text) else [])
    assert "".join(seen(read(tokens).text) for tokens in inlines(markdown)) == seen(text)


@given(RUNS)
def test_looks_come_back_on_every_character(runs: tuple[Run, ...]) -> None:
    markdown = flowing(line(*runs))
    expected = [(c, (run.strong, run.emphasis, run.target is not None)) for run in runs for c in run.text if not c.isspace()]
    readings = [read(tokens) for tokens in inlines(markdown)]
    found = [(c, look) for reading in readings for c, look in zip(reading.text, reading.looks, strict=True) if not c.isspace()]
    assert found == expected
    assert "".join(seen(reading.text) for reading in readings) == seen("".join(run.text for run in runs))


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ((Run("降至"), Run("0.71", strong=True), Run("。")), "降至**0.71**。"),
        ((Run("目标：", strong=True), Run("到2030年")), "<strong>目标：</strong>到2030年"),
        ((Run("目标：", strong=True), Run(" 到2030年")), "**目标：** 到2030年"),
        ((Run("a ", strong=True), Run("b", emphasis=True)), "**a** *b*"),
        ((Run("a", strong=True), Run("b", emphasis=True)), "<strong>a</strong><em>b</em>"),
        ((Run("a", strong=True, emphasis=True),), "***a***"),
        ((Run("a", strong=True), Run("b", strong=True)), "**ab**"),
        ((Run("见!"), Run("表 1", target="#table-1")), "见\\![表 1](#table-1)"),
        ((Run("a", strong=True, target="https://example.com"),), "[**a**](https://example.com)"),
        ((Run("  ", strong=True),), ""),
    ],
)
def test_marks_where_they_are_read_and_tags_where_not(runs: tuple[Run, ...], markdown: str) -> None:
    assert flowing(line(*runs)) == markdown


def test_english_takes_a_line_for_each_sentence() -> None:
    text = line(Run("One. Two 2.5 t. (Three) e.g. four? "), Run("Five!", strong=True), Run(" Six."), language="en")
    assert flowing(text) == "One.\nTwo 2.5 t. (Three) e.g. four?\n**Five!**\nSix."


def test_chinese_stands_in_one_line_for_a_line_feed_would_show_as_a_blank() -> None:
    assert flowing(line(Run("一。二。Three. Four."))) == "一。二。Three. Four."


def test_breaks() -> None:
    assert flowing(line(Run("a\n\n b \r\nc\n"))) == "a\\\n\\\nb\\\nc"
    assert single(line(Run("a\n b"))) == "a<br>b"
    assert label((line(Run("a\nb", strong=True)), line(Run("[c]")))) == r"a b / \[c\]"
