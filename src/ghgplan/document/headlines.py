"""A plan on one page: the figures, targets and pathways that a customer asks for first, all text final."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from ghgplan.values import frozen

if TYPE_CHECKING:
    from ghgplan.document.blocks import Words


@frozen
class KeyFigure:
    """What it is called, and its value with its unit."""

    label: Words
    value: Words


@frozen
class TargetLine:
    """A target: in words, and its years and figures as far as it has them."""

    owner: Words
    statement: Words
    base_year: Words
    base: Words
    year: Words
    value: Words
    reduction: Words


@frozen
class PathwayLine:
    """A pathway and where it stands in the base year and in two years that customers compare by."""

    name: Words
    unit: Words
    base_year: Words
    base: Words
    in_2030: Words
    in_2050: Words


@frozen
class Headlines:
    """What a summary shows."""

    figures: Mapping[str, Words] = field(default_factory=dict[str, "Words"])
    """By name, a dash where the plan has none: ``scope 1``, ``total``, ``measures``, ..."""
    key_figures: tuple[KeyFigure, ...] = ()
    """Those that the plan has, in the order of a table."""
    targets: tuple[TargetLine, ...] = ()
    """The few that fit on a page, those with a year and a figure first."""
    more_targets: Words = ()
    """How many there are beside them; empty where there are none."""
    pathways: tuple[PathwayLine, ...] = ()
    statement: Words = ()
    """What the plan is, in one or two sentences."""
    chart: str = ""
    """The name of the figure that says most; empty where the plan has none for it."""
