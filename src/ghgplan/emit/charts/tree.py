"""Laying out a tree: an organisation, a boundary, a system, each box above or left of what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.document.charts import TreeBox, TreeDiagram
from ghgplan.emit.charts.flow import boxed
from ghgplan.emit.charts.lettering import TextBlock, least_width, stacked
from ghgplan.emit.charts.scene import Item, Measure, Rectangle, Scene, Stroke
from ghgplan.emit.charts.style import AXIS, BOX_FILL, BOX_FILL_TOP, WIDTH
from ghgplan.values import frozen

PADDING = 1.6
GAP = 2.6
LEVEL_GAP = 7.0
MARGIN = 0.5
WIDEST_BOX = 44.0
NARROWEST_BOX = 15.0
MOST_LINES_HIGH = 30.0
"""A box higher than this, in millimetres, is better read sideways."""


@frozen
class Node:
    """A box with its text set: ``breadth`` is its side along the row, ``depth`` the other, ``span`` what its whole branch takes."""

    text: TextBlock
    breadth: float
    depth: float
    span: float
    below: tuple[Node, ...]


@frozen
class Branch:
    """A node in its place: ``across`` along the row, ``level`` from the top, counted from 0."""

    node: Node
    across: float
    level: int
    below: tuple[Branch, ...]

    def walk(self) -> Iterator[Branch]:
        yield self
        for one in self.below:
            yield from one.walk()


def lay_out_tree(chart: TreeDiagram, measure: Measure) -> Scene:
    """The scene of ``chart``: downwards where the lowest row has room for its words, else from left to right."""
    room = (WIDTH - 2 * MARGIN + GAP) / _leaves(chart.top) - GAP
    width = min(WIDEST_BOX, room)
    least = max(least_width(box.text, measure) for box in _boxes(chart.top)) + 2 * PADDING
    if width >= max(least, NARROWEST_BOX):
        node = _set_downwards(chart.top, width, measure)
        if max(branch.node.depth for branch in _placed(node, 0.0, 0).walk()) <= MOST_LINES_HIGH:
            return _downwards(node)
    return _sideways(chart.top, measure)


def _boxes(box: TreeBox) -> Iterator[TreeBox]:
    yield box
    for below in box.below:
        yield from _boxes(below)


def _leaves(box: TreeBox) -> int:
    return sum(map(_leaves, box.below)) or 1


def _levels(box: TreeBox) -> int:
    return 1 + max(map(_levels, box.below), default=0)


def _span(breadth: float, below: tuple[Node, ...]) -> float:
    return max(breadth, sum(node.span for node in below) + GAP * (len(below) - 1))


def _set_downwards(box: TreeBox, width: float, measure: Measure) -> Node:
    below = tuple(_set_downwards(one, width, measure) for one in box.below)
    # A box over several others may be as wide as they are together.
    breadth = min(WIDEST_BOX, _span(width, below))
    text = stacked(box.text, breadth - 2 * PADDING, measure)
    breadth = max(width, min(breadth, text.width + 6 * PADDING))
    return Node(text, breadth, text.height + 2 * PADDING, _span(breadth, below), below)


def _set_sideways(box: TreeBox, width: float, measure: Measure) -> Node:
    below = tuple(_set_sideways(one, width, measure) for one in box.below)
    text = stacked(box.text, width - 2 * PADDING, measure)
    breadth = text.height + 2 * PADDING
    return Node(text, breadth, width, _span(breadth, below), below)


def _placed(node: Node, start: float, level: int) -> Branch:
    """The node in the middle of its branch, which begins at ``start``, and what belongs to it beside one another."""
    branches: list[Branch] = []
    at = start + (node.span - sum(one.span for one in node.below) - GAP * (len(node.below) - 1)) / 2
    for one in node.below:
        branches.append(_placed(one, at, level + 1))
        at += one.span + GAP
    middle = (branches[0].across + branches[-1].across) / 2 if branches else start + node.span / 2
    # Over uneven branches the middle of the outer boxes may lie too far to one side.
    middle = min(max(middle, start + node.breadth / 2), start + node.span - node.breadth / 2)
    return Branch(node, middle, level, tuple(branches))


def _downwards(node: Node) -> Scene:
    tree = _placed(node, (WIDTH - node.span) / 2, 0)
    heights: dict[int, float] = {}
    for branch in tree.walk():
        heights[branch.level] = max(heights.get(branch.level, 0.0), branch.node.depth)
    tops = {level: MARGIN + sum(heights[above] + LEVEL_GAP for above in range(level)) for level in heights}

    def room(branch: Branch) -> Rectangle:
        top, half = tops[branch.level], branch.node.breadth / 2
        return Rectangle(branch.across - half, top, branch.across + half, top + heights[branch.level])

    items: list[Item] = []
    for branch in tree.walk():
        start = room(branch)
        for below in branch.below:
            end = room(below)
            bend = end.top - LEVEL_GAP / 2
            path = ((start.centre[0], start.bottom), (start.centre[0], bend), (end.centre[0], bend), (end.centre[0], end.top))
            items.append(Stroke(path, AXIS, 1.0))
    items.extend(item for branch in tree.walk() for item in boxed(room(branch), branch.node.text, _fill(branch)))
    last = max(heights)
    return Scene(tops[last] + heights[last] + MARGIN, tuple(items))


def _sideways(box: TreeBox, measure: Measure) -> Scene:
    levels = _levels(box)
    width = min(WIDEST_BOX, (WIDTH - 2 * MARGIN - (levels - 1) * LEVEL_GAP) / levels)
    node = _set_sideways(box, width, measure)
    tree = _placed(node, MARGIN, 0)
    left = (WIDTH - levels * width - (levels - 1) * LEVEL_GAP) / 2

    def room(branch: Branch) -> Rectangle:
        x, half = left + branch.level * (width + LEVEL_GAP), branch.node.breadth / 2
        return Rectangle(x, branch.across - half, x + width, branch.across + half)

    items: list[Item] = []
    for branch in tree.walk():
        start = room(branch)
        for below in branch.below:
            end = room(below)
            bend = end.left - LEVEL_GAP / 2
            path = ((start.right, start.centre[1]), (bend, start.centre[1]), (bend, end.centre[1]), (end.left, end.centre[1]))
            items.append(Stroke(path, AXIS, 1.0))
    items.extend(item for branch in tree.walk() for item in boxed(room(branch), branch.node.text, _fill(branch)))
    return Scene(node.span + 2 * MARGIN, tuple(items))


def _fill(branch: Branch) -> str:
    return BOX_FILL if branch.level else BOX_FILL_TOP
