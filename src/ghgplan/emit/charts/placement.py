"""Placing the labels of points so that they hide neither one another nor the lines.

Every label has a few places near its mark, the best first, and takes the first that is free,
those of most weight before the others. Where none is free, one neighbour may step aside; where that
does not help, the label is left out. There is no chance in it, and no round after round: the same
points give the same places, after one pass over the labels, and a few over the weightiest of a crowd.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ghgplan.emit.charts.scene import Rectangle, Spot
from ghgplan.values import frozen

CLEARANCE = 0.35
"""What is kept free around a label, in millimetres."""

DISTANCES = (0.7, 1.6, 3.2, 5.5, 8.0, 10.5, 13.0)
"""From a mark's rim to its label, in millimetres."""

_LEADER_FROM = 2.0
"""A label nearer to its mark than this, in millimetres, needs no leader."""

_LEADER_CROSSING = 12.0
"""The cost of a leader across a line of the chart: more than that of the next distance."""

_SHORTENING = 40.0
"""The cost of a label's short form: more than that of most distances."""

_FURTHEST_BESIDE = 3.2
"""A label further to the side than this, in millimetres, would seem to be another year's."""

_SAME_YEAR = 0.1
"""Marks whose middles are nearer to each other from left to right than this, in millimetres, stand over one another."""


@frozen
class PointLabel:
    """What is to be placed: where its mark stands, the mark's radius and the label's size, in millimetres.

    Labels of a higher ``weight`` are placed first; ``reach`` is how far from its mark a label may stand, ``short`` the width
    and the height of what may stand in its stead.
    """

    at: Spot
    radius: float
    width: float
    height: float
    weight: int = 0
    reach: float = DISTANCES[-1]
    short: tuple[float, float] | None = None

    @property
    def mark(self) -> Rectangle:
        x, y = self.at
        return Rectangle(x - self.radius, y - self.radius, x + self.radius, y + self.radius)


@frozen
class Place:
    """Where a label may stand, its cost, and the leader to its mark where it stands away from it."""

    room: Rectangle
    cost: float
    leader: tuple[Spot, Spot] | None = None
    is_short: bool = False


Segment = tuple[Spot, Spot]

# Where the label's middle stands seen from the mark: right and down, the best first.
_DIRECTIONS = ((0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1), (1, 0), (-1, 0), (3, -1), (3, 1))
# Over and under the mark, but well to its right: years that stand close together fan out there.


def place_labels(labels: list[PointLabel], frame: Rectangle, lines: list[Segment]) -> list[Place | None]:
    """A place for each of ``labels`` within ``frame``, clear of ``lines``, of all marks and of one another; None where there is none.

    No label's middle stands left of the first mark.
    """
    marks = [label.mark for label in labels]
    first = min((label.at[0] for label in labels), default=0.0)
    choices = [_free_places(label, frame, first, lines, marks) for label in labels]
    lightest = min((label.weight for label in labels), default=0)
    heavy = [position for position, label in enumerate(labels) if label.weight > lightest]
    light = [position for position, label in enumerate(labels) if label.weight == lightest]

    def lost(taken: dict[int, Place]) -> list[int]:
        # A label that is only shortened loses less than one that is left out.
        missing = [labels[position].weight for position in heavy if position not in taken]
        return sorted(missing + [lightest for place in taken.values() if place.is_short], reverse=True)

    taken: dict[int, Place] = {}
    for number, key in enumerate(_ORDERS):
        tried = _placed(sorted(heavy, key=lambda position: (-labels[position].weight, *key(labels[position]))), choices, {})
        if number == 0 or lost(tried) < lost(taken):
            taken = tried
        if not lost(taken):
            break
    taken = _placed(sorted(light, key=lambda position: labels[position].at), choices, taken)
    return [taken.get(position) for position in range(len(labels))]


# Some crowds come apart from the left, some from the right, some from above or from below.
_ORDERS: tuple[Callable[[PointLabel], Spot], ...] = (
    lambda label: label.at,
    lambda label: (-label.at[0], label.at[1]),
    lambda label: (label.at[1], label.at[0]),
    lambda label: (-label.at[1], label.at[0]),
)


def _placed(order: list[int], choices: list[list[Place]], taken: dict[int, Place]) -> dict[int, Place]:
    """``taken``, and the places of those labels that find one when they are placed in ``order``."""
    taken = dict(taken)
    for position in order:
        place = _first_free(choices[position], taken) or _with_a_neighbour_aside(position, choices, taken)
        if place is not None:
            taken[position] = place
    return taken


def _free_places(label: PointLabel, frame: Rectangle, first: float, lines: list[Segment], marks: list[Rectangle]) -> list[Place]:
    """The places that hide nothing, whatever the other labels do; the best first."""
    (x, y), own = label.at, label.mark
    across, up = label.radius + label.reach + label.width + 1.0, label.radius + label.reach + label.height + 1.0
    near = Rectangle(x - across, y - up, x + across, y + up)
    marks = [mark for mark in marks if near.overlaps(mark)]
    lines = [line for line in lines if near.crossed_by(*line)]
    others = [mark for mark in marks if mark != own]
    # Marks upon one another cannot be told apart: a leader may cross those that its own mark touches.
    apart = [mark for mark in others if not mark.overlaps(own)]
    stacked = [mark.centre[1] for mark in others if abs(mark.centre[0] - x) < _SAME_YEAR]
    is_lower = sum(other < y for other in stacked) > sum(other > y for other in stacked)

    candidates = list(_places_around(label, frame, is_lower))
    if label.short:
        smaller = replace(label, width=label.short[0], height=label.short[1])
        candidates += [replace(place, cost=place.cost + _SHORTENING, is_short=True) for place in _places_around(smaller, frame, is_lower)]
    places: list[Place] = []
    for place in candidates:
        kept = place.room.grown(CLEARANCE)
        if place.room.centre[0] < first - 1e-6 or not frame.holds(place.room):
            continue
        if any(kept.overlaps(mark) for mark in marks) or any(kept.crossed_by(*line) for line in lines):
            continue
        if place.leader is None:
            places.append(place)
        elif not any(mark.crossed_by(*place.leader) for mark in apart):
            crossings = sum(_crossing(place.leader, line) for line in lines)
            # Across a line, a leader is worth it only for what may go far to be read.
            if not crossings or label.reach == DISTANCES[-1]:
                places.append(replace(place, cost=place.cost + _LEADER_CROSSING * crossings))
    return sorted(places, key=lambda place: place.cost)


def _places_around(label: PointLabel, frame: Rectangle, is_lower: bool) -> Iterator[Place]:
    """The label's places; that of a mark under another begins with those under it."""
    x, y = label.at
    half_width, half_height = label.width / 2, label.height / 2
    for ring, distance in enumerate(DISTANCES):
        if distance > label.reach:
            return
        away = label.radius + distance
        for rank, (right, direction) in enumerate(_DIRECTIONS):
            down = -direction if is_lower else direction
            if not down and distance > _FURTHEST_BESIDE:
                continue
            if right and down:
                # At an angle the corner is what comes near the mark.
                outwards = half_width if right > 0 else -half_width
                middle_x, middle_y = x + 0.3 * right * away + outwards, y + down * (0.75 * away + half_height)
            else:
                middle_x, middle_y = x + right * (away + half_width), y + down * (away + half_height)
            if not right:
                # Over or under a mark near the frame, a wide label moves inwards.
                middle_x = max(min(middle_x, frame.right - half_width), frame.left + half_width)
            room = Rectangle(middle_x - half_width, middle_y - half_height, middle_x + half_width, middle_y + half_height)
            yield Place(room, rank + 11.0 * ring, _leader(label, room) if distance > _LEADER_FROM else None)


def _first_free(places: list[Place], taken: dict[int, Place]) -> Place | None:
    return next((place for place in places if not any(_clash(place, other) for other in taken.values())), None)


def _with_a_neighbour_aside(position: int, choices: list[list[Place]], taken: dict[int, Place]) -> Place | None:
    """A place that is free once the one label upon it has moved to another; that label is moved."""
    for place in choices[position]:
        upon = [other for other, held in taken.items() if _clash(place, held)]
        if len(upon) != 1:
            continue
        rest = {other: held for other, held in taken.items() if other != upon[0]}
        aside = _first_free(choices[upon[0]], {**rest, position: place})
        if aside is not None:
            taken[upon[0]] = aside
            return place
    return None


def _leader(label: PointLabel, room: Rectangle) -> tuple[Spot, Spot]:
    """From the mark's rim to the nearest point of the label's edge."""
    x, y = label.at
    end_x, end_y = min(max(x, room.left), room.right), min(max(y, room.top), room.bottom)
    length = max(((end_x - x) ** 2 + (end_y - y) ** 2) ** 0.5, 1e-9)
    reach = label.radius / length
    return (x + (end_x - x) * reach, y + (end_y - y) * reach), (end_x, end_y)


def _crossing(first: Segment, second: Segment) -> bool:
    def side(a: Spot, b: Spot, c: Spot) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = first, second
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _clash(one: Place, other: Place) -> bool:
    """Whether two labels, with their leaders, are in each other's way."""
    a, b = one.room, other.room
    if a.left - CLEARANCE < b.right and b.left < a.right + CLEARANCE and a.top - CLEARANCE < b.bottom and b.top < a.bottom + CLEARANCE:
        return True
    if (one.leader and b.crossed_by(*one.leader)) or (other.leader and a.crossed_by(*other.leader)):
        return True
    return bool(one.leader and other.leader and _crossing(one.leader, other.leader))
