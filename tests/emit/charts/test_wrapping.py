from hypothesis import given
from hypothesis import strategies as st

from ghgplan.emit.charts.wrapping import CLOSING, OPENING, widest_piece, wrap, wrap_evenly


def cells(text, size):
    """Chinese two cells wide, the rest one."""
    return float(sum(2 if character > "\u2e80" else 1 for character in text))


def test_chinese_breaks_between_any_two_characters():
    assert wrap("温室气体减排计划", 8, 1, cells) == ["温室气体", "减排计划"]


def test_words_hold_together():
    assert wrap("Packing and dispatch", 11, 1, cells) == ["Packing and", "dispatch"]


def test_a_word_wider_than_the_line_is_cut_and_nothing_is_lost():
    assert wrap("administration", 6, 1, cells) == ["admini", "strati", "on"]


def test_closing_punctuation_does_not_begin_a_line():
    assert wrap("冲边、钻孔", 4, 1, cells) == ["冲", "边、", "钻孔"]


def test_a_bracket_goes_whole_to_the_next_line_where_it_fits():
    assert wrap("财务部（含仓储）（姓名）", 12, 1, cells) == ["财务部", "（含仓储）", "（姓名）"]


def test_figures_joined_by_a_dash_hold_together():
    assert wrap("2023.9–2024.9", 13, 1, cells) == ["2023.9–2024.9"]
    assert widest_piece("2023.9–2024.9 年", 1, cells) == 13


def test_even_lines_are_about_the_same_length():
    assert wrap_evenly("外购铝合金锭材料", 14, 1, cells) == ["外购铝合", "金锭材料"]


def test_no_text_has_no_lines():
    assert wrap(" \n", 10, 1, cells) == []


@given(st.text(alphabet="温室气体 abc（）、。2.", max_size=30), st.integers(min_value=2, max_value=20))
def test_every_line_fits_and_every_character_is_kept(text, width):
    for lines in (wrap(text, width, 1, cells), wrap_evenly(text, width, 1, cells)):
        assert all(cells(line, 1) <= width for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="温室气体（）、。", max_size=20))
def test_punctuation_stays_where_it_belongs_when_there_is_room(text):
    room = widest_piece(text, 1, cells)
    lines = wrap(text, max(room, 2), 1, cells)
    assert not any(line[0] in CLOSING for line in lines[1:])
    assert not any(line[-1] in OPENING for line in lines[:-1])
