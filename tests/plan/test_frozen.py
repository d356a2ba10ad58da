"""A dictionary that refuses to change."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest

from ghgplan.plan.frozen import Frozen

CHANGES: list[Callable[[Frozen[str, int]], object]] = [
    lambda frozen: frozen.__setitem__("b", 2),
    lambda frozen: frozen.__delitem__("a"),
    lambda frozen: frozen.clear(),
    lambda frozen: frozen.pop("a"),
    lambda frozen: frozen.popitem(),
    lambda frozen: frozen.setdefault("b", 2),
    lambda frozen: frozen.update(b=2),
    lambda frozen: frozen.__ior__({"b": 2}),
]


@pytest.mark.parametrize("change", CHANGES)
def test_no_change_is_taken(change: Callable[[Frozen[str, int]], object]) -> None:
    frozen = Frozen({"a": 1})
    with pytest.raises(TypeError, match="frozen"):
        change(frozen)
    assert frozen == {"a": 1}


def test_copies_are_equal_and_frozen() -> None:
    frozen = Frozen({"a": Frozen({"b": 1})})
    for copied in (pickle.loads(pickle.dumps(frozen)), copy.deepcopy(frozen)):
        assert copied == frozen
        assert isinstance(copied, Frozen)
        assert isinstance(copied["a"], Frozen)
