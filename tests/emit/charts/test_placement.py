from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ghgplan.emit.charts.placement import PointLabel, place_labels
from ghgplan.emit.charts.scene import Rectangle

FRAME = Rectangle(0.0, 0.0, 150.0, 60.0)


def test_a_lone_label_stands_over_its_mark():
    placement = place_labels([PointLabel((50.0, 30.0), 1.0, 8.0, 4.0)], FRAME, [])
    assert placement.collisions == 0
    assert placement.places[0].room.centre[0] == 50.0
    assert placement.places[0].room.bottom < 29.0
    assert placement.places[0].leader is None


def test_a_label_under_the_upper_edge_goes_below():
    placement = place_labels([PointLabel((50.0, 2.0), 1.0, 8.0, 4.0)], FRAME, [])
    assert placement.places[0].room.top > 3.0


def test_what_cannot_be_placed_is_counted():
    labels = [PointLabel((5.0, 5.0), 1.0, 8.0, 4.0)] * 3
    assert place_labels(labels, Rectangle(0.0, 0.0, 10.0, 10.0), []).collisions > 0


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(min_value=5, max_value=55), min_size=2, max_size=8))
def test_reported_freedom_is_true(heights):
    spots = [(10.0 + 16 * position, height) for position, height in enumerate(heights)]
    lines = list(pairwise(spots))
    labels = [PointLabel(spot, 1.0, 8.0, 4.0) for spot in spots]
    placement = place_labels(labels, FRAME, lines)
    rooms = [place.room for place in placement.places]
    hidden = sum(one.overlaps(other) for position, one in enumerate(rooms) for other in rooms[position + 1 :])
    hidden += sum(room.crossed_by(*line) for room in rooms for line in lines)
    hidden += sum(not FRAME.holds(room) for room in rooms)
    if placement.collisions == 0:
        assert hidden == 0
    assert placement == place_labels(labels, FRAME, lines)
