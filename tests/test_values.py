"""``@frozen`` does what ``dataclass(frozen=True, slots=True)`` does."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any, Generic, TypeVar

import pytest

from ghgplan.values import frozen

T = TypeVar("T")
MADE: list[str] = []


def anew() -> list[str]:
    MADE.append("one")
    return list(MADE)


class _Point:
    """A point."""

    x: int
    y: int = 2
    seen: list[str] = field(default_factory=anew)

    @property
    def total(self) -> int:
        return self.x + self.y


class _Alone:
    one: str


class _Nothing:
    """Has no fields."""


def both(cls: type) -> tuple[Any, Any]:
    """The class by the standard library and by us."""
    parts = {key: value for key, value in vars(cls).items() if key not in ("__dict__", "__weakref__")}
    theirs, ours = (type(cls.__name__, (), dict(parts)) for _ in range(2))
    return dataclass(frozen=True, slots=True)(theirs), frozen(ours)


@frozen
class Held(Generic[T]):
    """Known to pickle by its name."""

    value: T
    below: tuple["Held[Any]", ...] = ()


SAMPLES: list[tuple[type, Callable[[Any], Any]]] = [
    (_Point, lambda made: made(1, 2, ["a"])),
    (_Point, lambda made: made(y=3, x=1, seen=["b"])),
    (_Point, lambda made: replace(made(1, seen=[]), x=9)),
    (_Alone, lambda made: made("a")),
    (_Nothing, lambda made: made()),
]


@pytest.mark.parametrize(("cls", "make"), SAMPLES)
def test_values_read_and_compare_as_the_standard_librarys(cls: type, make: Callable[[Any], Any]):
    theirs, ours = both(cls)
    assert repr(make(ours)) == repr(make(theirs))
    assert dataclasses.asdict(make(ours)) == dataclasses.asdict(make(theirs))
    assert [(each.name, each.type) for each in fields(ours)] == [(each.name, each.type) for each in fields(theirs)]
    assert ours.__match_args__ == theirs.__match_args__
    assert ours.__slots__ == theirs.__slots__
    assert not hasattr(make(ours), "__dict__")
    assert make(ours) == make(ours)
    assert make(ours) != make(theirs)


@pytest.mark.parametrize("given", [((), {}), ((1, 2, [], 4), {}), ((1,), {"x": 1}), ((1,), {"z": 1})])
def test_what_cannot_be_made_is_a_type_error(given: tuple[tuple[Any, ...], dict[str, Any]]):
    positional, named = given
    for made in both(_Point):
        for _ in range(2):  # the first time, and when the method is compiled
            with pytest.raises(TypeError):
                made(*positional, **named)


def test_equality_asks_for_the_class_and_all_values():
    assert Held(1) == Held(1) != Held(2)
    assert Held(1, (Held(2),)) != Held(1)
    assert Held(1).__eq__((1, ())) is NotImplemented
    assert len({Held(1), Held(1), Held(2)}) == 2
    with pytest.raises(TypeError):
        hash(Held([]))


def test_nothing_changes_a_value():
    held: Any = Held(1)
    for name in ("value", "other"):
        with pytest.raises(FrozenInstanceError):
            setattr(held, name, 2)
        with pytest.raises(FrozenInstanceError):
            delattr(held, name)
    assert held.value == 1


def test_a_factory_makes_a_default_for_each():
    made = both(_Point)[1]
    assert made(1).seen is not made(1).seen
    assert made(1, seen=None).seen is None
    assert made(1).total == 3


def test_values_match_by_position_and_by_name():
    match Held(1, (Held("a"),)):
        case Held(value=int(), below=(Held(str(text)),)):
            assert text == "a"
        case _:
            pytest.fail("nothing matched")


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_values_are_copied_and_pickled(again: Callable[[Any], Any]):
    held = Held(1, (Held("a"),))
    assert again(held) == held
    assert repr(again(held)) == repr(held)


def test_what_a_class_says_itself_stays():
    @frozen
    class Own:
        name: str

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "own"

    assert Own("a") == 3
    assert (hash(Own("a")), repr(Own("a"))) == (7, "own")


def test_a_value_of_a_derived_class_is_made_too():
    class Below(Held[int]):
        pass

    assert Below(3).value == 3
    assert Below(3) != Held(3)


def test_mutable_defaults_are_refused():
    with pytest.raises(ValueError, match="mutable default"):

        @frozen
        class _Wrong:
            items: list[str] = []  # noqa: RUF012


def test_what_is_not_to_be_compared_is_not() -> None:
    @frozen
    class Timed:
        result: str
        seconds: float = field(default=0.0, compare=False)

    assert Timed("a", 1.0) == Timed("a", 2.0)
    assert hash(Timed("a", 1.0)) == hash(Timed("a", 2.0))
    assert Timed("a", 1.0) != Timed("b", 1.0)
    assert repr(Timed("a", 1.0)).endswith("Timed(result='a', seconds=1.0)")


@pytest.mark.parametrize("option", [{"init": False}, {"repr": False}, {"kw_only": True}, {"hash": False}])
def test_what_a_field_cannot_be_is_refused(option: dict[str, bool]) -> None:
    class Odd:
        one: str = field(default="", **option)  # type: ignore[call-overload]

    with pytest.raises(TypeError, match="Odd"):
        frozen(Odd)
