"""Answers about a plan that many rules ask for, remembered as long as the plan is at hand.

A plan's hash goes through all that it holds, which takes as long as the answer; so it is known by being the same object.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

T = TypeVar("T")
R = TypeVar("R")


def once_each(function: Callable[[T], R]) -> Callable[[T], R]:
    """``function``, asked once for each object; its argument and its result must never change.

    An answer goes when its object does, so it must not hold that object: of hundreds of plans one after the other, none stays.
    """
    known: dict[int, tuple[ref[T], R]] = {}

    @wraps(function)
    def remembered(subject: T) -> R:
        key = id(subject)
        found = known.get(key)
        if found is None or found[0]() is not subject:
            found = known[key] = (ref(subject, lambda _: known.pop(key, None)), function(subject))
        return found[1]

    return remembered
