import pytest

from ghgplan.emit.markdown.literal import address, anchor, escape, escape_line_start, picture_path


@pytest.mark.parametrize(
    "text",
    [
        "R&D",
        "< 5 %",
        "a_b",
        "5 > 3",
        "1.5 t",
        "-5 %",
        "#1",
        "C# 2",
        "（1）",
        "甲、乙",
        "100%",
        "a | b",
        "x = y",
        "2025-01-01",
        "Go!",
        "(a)",
        "+86 21",
    ],
)
def test_what_needs_no_escape_gets_none(text: str) -> None:
    assert escape_line_start(escape(text)) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("_a_", r"\_a\_"),
        ("<b>", r"\<b>"),
        ("&lt;", r"\&lt;"),
        ("1. x", r"1\. x"),
        ("12)", r"12\)"),
        ("- x", r"\- x"),
        ("---", r"\---"),
        ("-|-", r"\-|-"),
        (":-", r"\:-"),
        ("###", r"\###"),
        ("==", r"\=="),
        ("C:\\x", r"C:\\x"),
        ("http://example.com/*", r"http\://example.com/\*"),
        ("www.example.com。见", r"www\.example.com。见"),
        ("http://example.com\nx", "http\\://example.com\nx"),
    ],
)
def test_what_would_be_read_is_escaped(text: str, escaped: str) -> None:
    assert escape_line_start(escape(text)) == escaped


def test_an_anchor_is_one_word_and_keeps_chinese() -> None:
    assert anchor("table.目标 2026") == "table.目标-2026"
    assert anchor("scope 1+2") == "scope-1_2b2"
    assert anchor('"><script>') == "_22_3e_3cscript_3e"


def test_an_address_ends_where_it_ends() -> None:
    assert address("https://example.com/a (b)") == "https://example.com/a%20%28b%29"
    assert address("https://example.com/?a=1&copy;=2") == "https://example.com/?a=1&amp;copy;=2"
    assert address("#scope 1+2") == "#scope-1_2b2"


def test_a_picture_path_is_a_path_and_not_a_query() -> None:
    assert picture_path("charts", "01 路径#1?.png") == "charts/01%20路径%231%3F.png"
    assert picture_path("", "a.png") == "a.png"
    assert picture_path("../charts/", "a.png") == "../charts/a.png"
