from ghgplan.emit.word.list_numbering import ListNumbering

LISTS = ListNumbering("word/numbering.xml", "<a>", "|", "</a>", ("<l ", "/>"), ("<n ", " of ", "/>"), 7, frozenset({1, 3}))


def test_each_list_has_a_number_and_levels_of_its_own() -> None:
    assert LISTS.numbers(3) == [2, 4, 5]
    assert LISTS.xml(2) == b"<a><l 7/><l 8/>|<n 2 of 7/><n 4 of 8/></a>"


def test_without_lists_the_part_stays_as_it_is() -> None:
    assert LISTS.xml(0) == b"<a>|</a>"
