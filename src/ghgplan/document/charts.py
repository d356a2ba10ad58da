"""What a chart shows, before anyone draws it: all labels final, all numbers decimal.

One description serves every drawer. A label is a tuple with one text for each language
of the edition; drawers put them on lines of their own, or beside one another.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from ghgplan.values import frozen

Label: TypeAlias = tuple[str, ...]


@frozen
class Point:
    """A value of a year, with the text that stands beside its mark."""

    year: int
    value: Decimal
    text: str


@frozen
class PathwaySeries:
    """A pathway's targets, or the values that were achieved."""

    name: Label
    kind: Literal["target", "actual"]
    points: tuple[Point, ...]
    base_year: int | None = None
    """The year whose point is marked as the base year, in a target series."""
    aim: int | None = None
    """The year whose point is marked as the intermediate target."""


@frozen
class PathwayChart:
    """Intensity by year: targets as a line with labelled points, actual values as marks."""

    vertical: Label
    horizontal: Label
    base_label: Label
    aim_label: Label
    series: tuple[PathwaySeries, ...]


@frozen
class Bar:
    """A category's values, one for each part of the stack, None where there is none."""

    name: Label
    values: tuple[Decimal | None, ...]
    texts: tuple[str, ...]


@frozen
class StackedBars:
    """Amounts by category (entity, year), stacked by part (scope, source). Shares where they make 100 %."""

    vertical: Label
    parts: tuple[Label, ...]
    bars: tuple[Bar, ...]
    totals: tuple[str, ...] = ()
    """The text over each bar, where its total means something."""
    total_label: Label = ()
    """What a table of the totals calls them."""
    room_label: Label = ()
    """What such a table calls a column that only makes room for labels."""


@frozen
class FlowDiagram:
    """Steps one after the other."""

    steps: tuple[Label, ...]


@frozen
class TreeBox:
    """A box and those that hang under it."""

    text: Label
    below: tuple[TreeBox, ...] = ()


@frozen
class TreeDiagram:
    """Boxes under boxes: an organisation, a boundary, a system."""

    top: TreeBox


@frozen
class WaterfallStep:
    """A bar of a waterfall: a level from zero (``start``, ``end``), or a change from the level before it."""

    name: Label
    kind: Literal["start", "change", "missing", "end"]
    value: Decimal
    """The level, or how far it falls: a negative change rises."""
    text: str


@frozen
class WaterfallChart:
    """How an amount falls, cause by cause, from one level to another; what is missing is set apart."""

    vertical: Label
    steps: tuple[WaterfallStep, ...]
    columns: tuple[Label, ...] = ()
    """What a table of the steps calls its columns: amount, level after it, hidden base, bar, bar below zero, room for labels."""
    cut_label: Label = ()
    """What is said of an axis that does not begin at zero, where a drawer cannot show it."""


Chart: TypeAlias = PathwayChart | StackedBars | FlowDiagram | TreeDiagram | WaterfallChart
