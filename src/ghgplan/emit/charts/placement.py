"""Placing the labels of points so that they hide neither one another nor the lines.

Every label has a list of places around its mark, the best first. Each takes the place
that costs least beside what the others hold now, in turn, until nobody moves. There is
no chance in it: the same points give the same places.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from ghgplan.emit.charts.scene import Rectangle, Spot

COLLISION = 1000.0
"""The cost of a label upon another label, a mark, a line or the frame: more than any other cost can add up to."""

LEADER_CROSSING = 12.0
"""The cost of a leader across a line of the chart."""

CLEARANCE = 0.35
"""What is kept free around a label, in millimetres."""

_DISTANCES = (0.7, 1.6, 2.6, 4.0, 6.5, 9.5, 13.0, 17.0, 22.0)
_ROUNDS = 12
_LEADER_FROM = 2.0
"""A label nearer to its mark than this, in millimetres, needs no leader."""


@dataclass(frozen=True, slots=True)
class PointLabel:
    """What is to be placed: where its mark stands, the mark's radius and the label's size, in millimetres."""

    at: Spot
    radius: float
    width: float
    height: float

    @property
    def mark(self) -> Rectangle:
        x, y = self.at
        return Rectangle(x - self.radius, y - self.radius, x + self.radius, y + self.radius)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label may stand, its own cost, and the leader to its mark where it stands away from it."""

    room: Rectangle
    cost: float
    leader: tuple[Spot, Spot] | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """The places of all labels, in their order; ``collisions`` counts what could not be avoided."""

    places: tuple[Place, ...]
    collisions: int


Segment = tuple[Spot, Spot]


# Where the label's middle stands seen from the mark: right and down, the best first.
_DIRECTIONS = ((0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1), (1, 0), (-1, 0))


def _places_around(label: PointLabel, frame: Rectangle) -> list[Place]:
    (x, y), places = label.at, list[Place]()
    half_width, half_height = label.width / 2, label.height / 2
    for ring, distance in enumerate(_DISTANCES):
        away = label.radius + distance
        for rank, (right, down) in enumerate(_DIRECTIONS):
            if right and down:
                # At an angle the corner is what comes near the mark.
                middle_x, middle_y = x + right * (0.3 * away + half_width), y + down * (0.75 * away + half_height)
            else:
                middle_x, middle_y = x + right * (away + half_width), y + down * (away + half_height)
            if not right:
                # Over or under a mark near the frame, a wide label moves inwards.
                middle_x = max(min(middle_x, frame.right - half_width), frame.left + half_width)
            room = Rectangle(middle_x - half_width, middle_y - half_height, middle_x + half_width, middle_y + half_height)
            places.append(Place(room, rank + 9.0 * ring, _leader(label, room) if distance > _LEADER_FROM else None))
    return places


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


def _with_surroundings(label: PointLabel, place: Place, frame: Rectangle, lines: list[Segment], marks: list[Rectangle]) -> Place:
    """``place`` with the cost of what it hides whatever the other labels do."""
    kept = place.room.grown(CLEARANCE)
    collisions = (not frame.holds(place.room)) + sum(kept.overlaps(mark) for mark in marks)
    collisions += sum(kept.crossed_by(*line) for line in lines)
    cost = place.cost + COLLISION * collisions
    if place.leader:
        cost += LEADER_CROSSING * sum(_crossing(place.leader, line) for line in lines)
        cost += COLLISION * sum(mark != label.mark and mark.crossed_by(*place.leader) for mark in marks)
    return Place(place.room, cost, place.leader)


def _between(one: Place, other: Place) -> float:
    """The cost of two labels beside each other."""
    collisions = int(one.room.grown(CLEARANCE).overlaps(other.room))
    collisions += bool(one.leader and other.room.crossed_by(*one.leader)) + bool(other.leader and one.room.crossed_by(*other.leader))
    collisions += bool(one.leader and other.leader and _crossing(one.leader, other.leader))
    return COLLISION * collisions


def place_labels(labels: list[PointLabel], frame: Rectangle, lines: list[Segment]) -> Placement:
    """A place for each of ``labels`` within ``frame``, clear of ``lines``, of all marks and of one another if at all possible."""
    marks = [label.mark for label in labels]
    choices = [
        sorted(
            (_with_surroundings(label, place, frame, lines, marks) for place in _places_around(label, frame)), key=lambda place: place.cost
        )
        for label in labels
    ]
    taken: list[Place] = []
    for places in choices:
        taken.append(_cheapest(places, taken))
    for _ in range(_ROUNDS):
        before = list(taken)
        for position, places in enumerate(choices):
            taken[position] = _cheapest(places, taken[:position] + taken[position + 1 :])
        if taken == before:
            break
    alone = sum(int(place.cost // COLLISION) for place in taken)
    pairs = sum(_between(one, other) > 0 for one, other in combinations(taken, 2))
    return Placement(tuple(taken), alone + pairs)


def _cheapest(places: list[Place], others: list[Place]) -> Place:
    return min(places, key=lambda place: place.cost + sum(_between(place, other) for other in others))
