"""Room shared out among columns."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from ghgplan.emit.word.room import Column, given_room, mean_height

SIZE, SPARE = 180, 180


def columns(*texts: float) -> list[Column]:
    return [Column(((width,),)) for width in texts]


@given(st.lists(st.tuples(st.integers(200, 900), st.floats(0, 60)), min_size=1, max_size=7), st.integers(0, 6000))
def test_all_of_the_width_is_given_and_no_column_less_than_it_needs(needs: list[tuple[int, float]], free: int) -> None:
    least = [low for low, _ in needs]
    natural = [max(low, round(text * SIZE) + SPARE) for low, text in needs]
    width = sum(least) + free
    widths = given_room(columns(*(text for _, text in needs)), least, natural, width, SIZE, SPARE)
    assert sum(widths) == width
    assert all(each >= low - 1 for each, low in zip(widths, least, strict=True))


def test_the_long_text_gets_the_room() -> None:
    short, long = given_room(columns(3, 60), [700, 700], [720, 11000], 5000, SIZE, SPARE)
    assert long > 5 * short


def test_a_text_that_needs_a_little_more_is_not_broken_for_one_that_is_broken_anyway() -> None:
    first, _ = given_room(columns(6, 100), [500, 500], [1270, 18200], 8000, SIZE, SPARE)
    assert first >= 6 * SIZE + SPARE


def test_no_other_sharing_in_such_steps_weighs_less() -> None:
    texts, low, width = (9.0, 14.0, 30.0), 400, 4200
    natural = [round(text * SIZE) + SPARE for text in texts]
    found = given_room(columns(*texts), [low] * 3, natural, width, SIZE, SPARE)

    def weight(widths: tuple[float, ...]) -> int:
        return sum(column.heights((each - SPARE) / SIZE)[0] ** 3 for column, each in zip(columns(*texts), widths, strict=True))

    step = (width - 3 * low) / 40
    others = [(low + a * step, low + b * step, low + (40 - a - b) * step) for a, b in product(range(41), repeat=2) if a + b <= 40]
    assert weight(found) == min(map(weight, others))


def test_the_mean_height_is_that_of_the_tallest_cells() -> None:
    two_rows = [Column(((1.0,), (40.0,))), Column(((1.0, 1.0), (1.0,)))]
    assert mean_height(two_rows, (SPARE + 20 * SIZE, SPARE + 20 * SIZE), SIZE, SPARE) == (2 + 3) / 2
    assert mean_height([], (), SIZE, SPARE) == 0
