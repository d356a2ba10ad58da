from hypothesis import given
from hypothesis import strategies as st

from emit.markdown.reading import PARSER, TEXTS, inlines, read, seen
from ghgplan.document.blocks import BulletList, Heading, Line, ListItem, Run, Words
from ghgplan.emit.markdown.lists import contents_text, list_text


def words(text: str) -> Words:
    return (Line("en", (Run(text),)),)


def bullets(*items: tuple[str, int], ordered: bool = False) -> BulletList:
    return BulletList(tuple(ListItem(words(text), level) for text, level in items), ordered)


@given(st.lists(st.tuples(TEXTS, st.integers(0, 3)), min_size=1, max_size=5), st.booleans(), st.booleans())
def test_items_and_their_levels_come_back(items: list[tuple[str, int]], ordered: bool, other_marker: bool) -> None:
    markdown = list_text(bullets(*items, ordered=ordered), other_marker)
    tokens = PARSER.parse(markdown)
    depth, found = -1, []
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
            assert token.type.startswith("ordered") == ordered
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            found.append([depth, ""])
        elif token.type == "inline":
            found[-1][1] = seen(read(token.children or []).text)
    expected, parent = [], -1
    for text, level in items:
        parent = min(level, parent + 1)
        expected.append([parent, seen(text)])
    assert found == expected


def test_ordered_lists_count_at_every_level_anew() -> None:
    numbered = bullets(("a", 0), ("b", 1), ("c", 1), ("d", 0), ("e", 1), ordered=True)
    assert list_text(numbered) == "1. a\n   1. b\n   2. c\n2. d\n   1. e"


def test_an_item_after_nine_others_is_indented_by_its_own_marker() -> None:
    numbered = bullets(*[("x", 0)] * 10, ("y\nz", 1), ordered=True)
    assert list_text(numbered).endswith("10. x\n    1. y\\\n       z")


@given(TEXTS)
def test_headings_come_back_as_links(text: str) -> None:
    markdown = contents_text([Heading(1, "1", words("A"), "section-1"), Heading(2, "1.1", words(text), "section-1-1")])
    first, second = inlines(markdown)
    assert read(first).text == "1 A"
    assert read(second).text == " ".join(f"1.1 {text}".split())
    assert [token.attrs.get("href") for token in second if token.type == "link_open"] == ["#section-1-1"]


def test_an_annex_is_listed_by_its_words() -> None:
    headings = [Heading(1, "1", words("x"), "1"), Heading(1, "", words("Annex A: y"), "a"), Heading(2, "A.1", words("z"), "a-1")]
    assert contents_text(headings) == "- [1 x](#1)\n- [Annex A: y](#a)\n  - [A.1 z](#a-1)"


def test_contents_nest_by_level_without_gaps() -> None:
    headings = [Heading(level, number, words("x"), number) for level, number in ((1, "1"), (3, "1.1.1"), (2, "1.2"), (1, "2"))]
    assert contents_text(headings) == "- [1 x](#1)\n  - [1.1.1 x](#1.1.1)\n  - [1.2 x](#1.2)\n- [2 x](#2)"
