"""Columns of an edited line lead back to the file's line."""

from hypothesis import given
from hypothesis import strategies as st

from ghgplan.plan.edited_text import Edit, EditedText


def test_columns_behind_an_edit_move_back() -> None:
    text = EditedText("name：甲")
    text.apply(0, Edit(4, 5, ": "))
    assert text.text == "name: 甲"
    assert [text.column_in_file(0, column) for column in range(7)] == [0, 1, 2, 3, 4, 4, 5]


def test_several_edits_on_a_line_add_up() -> None:
    text = EditedText("a\u202eb\u202ec")
    text.apply(0, Edit(3, 4, ""))
    text.apply(0, Edit(1, 2, ""))
    assert text.text == "abc"
    assert [text.column_in_file(0, column) for column in range(3)] == [0, 2, 4]


def test_other_lines_stay() -> None:
    text = EditedText("ab\ncd")
    text.apply(1, Edit(0, 1, ""))
    assert text.lines == ("ab", "d")
    assert text.original == ("ab", "cd")
    assert text.column_in_file(0, 1) == 1


@given(st.text("abc", min_size=1, max_size=20), st.data())
def test_characters_that_stay_lead_back_to_themselves(line: str, data: st.DataObject) -> None:
    text = EditedText(line)
    for _ in range(data.draw(st.integers(1, 4))):
        now = text.lines[0]
        start = data.draw(st.integers(0, len(now)))
        end = data.draw(st.integers(start, len(now)))
        text.apply(0, Edit(start, end, "X" * data.draw(st.integers(0, 3))))
    for column, character in enumerate(text.lines[0]):
        if character != "X":
            assert line[text.column_in_file(0, column)] == character
        assert 0 <= text.column_in_file(0, column) <= len(line)
