from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ghgplan.emit.charts.placement import PointLabel, place_labels
from ghgplan.emit.charts.scene import Rectangle

FRAME = Rectangle(0.0, 0.0, 150.0, 60.0)


def test_a_lone_label_stands_over_its_mark():
    (place,) = place_labels([PointLabel((50.0, 30.0), 1.0, 8.0, 4.0)], FRAME, [])
    assert place is not None
    assert place.room.centre[0] == 50.0
    assert place.room.bottom < 29.0
    assert place.leader is None


def test_a_label_under_the_upper_edge_goes_below():
    (place,) = place_labels([PointLabel((50.0, 2.0), 1.0, 8.0, 4.0)], FRAME, [])
    assert place is not None
    assert place.room.top > 3.0


def test_of_two_marks_over_one_another_the_lower_has_its_label_below():
    upper, lower = place_labels([PointLabel((50.0, 30.0), 1.0, 8.0, 4.0), PointLabel((50.0, 30.5), 1.0, 8.0, 4.0)], FRAME, [])
    assert upper is not None
    assert lower is not None
    assert upper.room.bottom < 29.0
    assert lower.room.top > 31.5


def test_what_has_no_place_is_left_out_the_lightest_first():
    labels = [PointLabel((5.0, 5.0), 1.0, 8.0, 3.0, weight) for weight in (1, 3, 2)]
    places = place_labels(labels, Rectangle(0.0, 0.0, 10.0, 10.0), [])
    assert [place is None for place in places] == [True, False, False]


def test_a_short_form_stands_where_the_whole_does_not():
    (place,) = place_labels([PointLabel((5.0, 5.0), 1.0, 30.0, 9.0, short=(8.0, 3.0))], Rectangle(0.0, 0.0, 10.0, 10.0), [])
    assert place is not None
    assert place.is_short


def test_a_label_that_may_not_go_far_is_left_out_instead():
    crowd = [PointLabel((50.0 + x, 30.0 + y), 1.5, 8.0, 4.0, 2) for x in (-6, -3, 0, 3, 6) for y in (-6, -3, 3, 6)]
    *_, near = place_labels([*crowd, PointLabel((50.0, 30.0), 1.0, 8.0, 4.0, reach=1.6)], FRAME, [])
    *_, far = place_labels([*crowd, PointLabel((50.0, 30.0), 1.0, 8.0, 4.0, 3)], FRAME, [])
    assert near is None
    assert far is None or far.leader is not None


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(min_value=5, max_value=55), min_size=2, max_size=8))
def test_labels_that_are_placed_hide_nothing(heights):
    spots = [(10.0 + 16 * position, height) for position, height in enumerate(heights)]
    lines = list(pairwise(spots))
    labels = [PointLabel(spot, 1.0, 8.0, 4.0) for spot in spots]
    places = place_labels(labels, FRAME, lines)
    rooms = [place.room for place in places if place]
    assert rooms
    assert not [room for position, one in enumerate(rooms) for room in rooms[position + 1 :] if one.overlaps(room)]
    assert not [room for room in rooms for line in lines if room.crossed_by(*line)]
    assert all(FRAME.holds(room) for room in rooms)
    assert places == place_labels(labels, FRAME, lines)
