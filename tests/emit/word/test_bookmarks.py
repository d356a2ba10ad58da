import re

from hypothesis import given
from hypothesis import strategies as st

from ghgplan.document.blocks import Heading, Line, Run, Table
from ghgplan.emit.word.bookmarks import Bookmarks, bookmark_name
from ghgplan.emit.word.xml import NOTHING


def heading(name: str) -> Heading:
    return Heading(1, "1", (Line("en", (Run("x"),)),), name)


def test_a_plain_name_stays_readable() -> None:
    assert bookmark_name("section-1-2") == "section_1_2"


@given(st.text(min_size=1))
def test_every_name_is_one_that_word_takes(name: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,31}", bookmark_name(name))


def test_two_chinese_names_stay_two() -> None:
    assert bookmark_name("减排路径") != bookmark_name("减排目标")


@given(st.lists(st.text(min_size=1), unique=True))
def test_names_are_unique_also_for_who_does_not_tell_capitals(names: list[str]) -> None:
    bookmarks = Bookmarks([heading(name) for name in names], 0)
    given_names = [bookmarks.name(name) for name in names]
    assert len({name.casefold() for name in given_names if name}) == len(names)


def test_names_that_differ_in_what_cannot_be_kept() -> None:
    bookmarks = Bookmarks([heading("a-b"), heading("a_b"), heading("A-B")], 0)
    assert [bookmarks.name(name) for name in ("a-b", "a_b", "A-B")] == ["a_b", "a_b_2", "A_B_3"]


def test_each_language_of_a_label_has_a_bookmark() -> None:
    label = tuple(Line(language, (Run(text),)) for language, text in (("zh", "表 1"), ("en", "Table 1")))
    bookmarks = Bookmarks([Table("table-1", label, (), (), (), (1,))], 0)
    assert bookmarks.label("table-1", "zh") == ("table_1", "表 1")
    assert bookmarks.label("table-1", "en") == ("table_1_en", "Table 1")
    assert bookmarks.label("table-2", "en") is None


def test_ids_go_on_from_those_of_the_template() -> None:
    bookmarks = Bookmarks([], 7)
    first, second = bookmarks.around("x", NOTHING), bookmarks.around("y", NOTHING)
    assert re.findall(r'w:id="(\d+)"', first + second) == ["7", "7", "8", "8"]
