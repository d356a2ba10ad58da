"""Answers about a plan that many rules ask for, remembered while the plan is at hand.

A plan's hash goes through all that it holds, which takes as long as the answer; so it is known by being the same object.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST = 16
"""A group has few members: their plans and its own are kept, those of the plans before are let go."""


def once_each(function: Callable[[T], R]) -> Callable[[T], R]:
    """``function``, asked once for each object; its argument and its result must never change."""
    known: OrderedDict[int, tuple[T, R]] = OrderedDict()

    @wraps(function)
    def remembered(subject: T) -> R:
        # The subject is kept with the answer, so that no other object can come to have its id.
        if id(subject) not in known:
            known[id(subject)] = (subject, function(subject))
            if len(known) > MOST:
                known.popitem(last=False)
        return known[id(subject)][1]

    return remembered
