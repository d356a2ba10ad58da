"""``@frozen``: a frozen dataclass with slots whose class is made in a tenth of the time.

``dataclass(frozen=True, slots=True)`` writes and compiles six methods for every class when its module is loaded, used or not: a tenth
of a second for the classes of one check. Here the standard library makes the fields and the slots, and its ``fields``, ``replace`` and
``match`` work as ever; equality, hash and the like are closures, and ``__init__`` is compiled when the first instance is made.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: type[T], /) -> type[T]:
    """Make ``cls`` a frozen dataclass with slots. Methods that it defines itself stay; fields take a default or a default factory, and ``compare``."""
    own = set(vars(cls))
    # Typed as anything: what the methods are called is known here, of what class they are is not.
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    names = tuple(field.name for field in dataclasses.fields(made))
    compared = tuple(field.name for field in dataclasses.fields(made) if field.compare)
    if any(not field.init or not field.repr or field.kw_only or field.hash is not None for field in dataclasses.fields(made)):
        raise TypeError(f"{cls.__qualname__}: of what a field may be, only its default and compare are known here")
    methods = {**_comparing(compared), **_kept_as_made(names), "__init__": _init_on_first_use(made), "__repr__": _repr(names)}
    for name, method in methods.items():
        if name not in own:
            method.__qualname__ = f"{made.__qualname__}.{name}"
            setattr(made, name, method)
    return made


def _init_on_first_use(made: Any) -> Callable[..., None]:
    def __init__(self: Any, *given: Any, **named: Any) -> None:  # noqa: N807 - it stands in for the method of this name
        made.__init__ = _compiled_init(made)
        made.__init__(self, *given, **named)

    return __init__


def _compiled_init(made: Any) -> Callable[..., None]:
    """``__init__`` written out: each value goes to its slot, past the ``__setattr__`` that refuses."""
    known: dict[str, Any] = {"MADE_ANEW": _MADE_ANEW}
    parameters: list[str] = []
    lines: list[str] = []
    for field in dataclasses.fields(made):
        name = field.name
        known[f"set_{name}"] = getattr(made, name).__set__
        value = name
        if field.default is not MISSING:
            known[f"default_{name}"] = field.default
            parameters.append(f"{name}=default_{name}")
        elif field.default_factory is not MISSING:
            known[f"make_{name}"] = field.default_factory
            parameters.append(f"{name}=MADE_ANEW")
            value = f"make_{name}() if {name} is MADE_ANEW else {name}"
        else:
            parameters.append(name)
        lines.append(f" set_{name}(self, {value})")
    # The names are those of the class's own fields, as in the standard library.
    exec(f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines or [" pass"]), known)  # noqa: S102
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


_MADE_ANEW = object()
"""Stands for a default that its factory makes for each instance."""


def _comparing(names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    values = _values(names)

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _kept_as_made(names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """What refuses changes, and what copies and pickles in spite of that."""

    def __setattr__(_self: Any, name: str, _value: object) -> NoReturn:  # noqa: N807
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(_self: Any, name: str) -> NoReturn:  # noqa: N807
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self: Any) -> list[Any]:  # noqa: N807
        return [getattr(self, name) for name in names]

    def __setstate__(self: Any, state: list[Any]) -> None:  # noqa: N807
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {"__setattr__": __setattr__, "__delattr__": __delattr__, "__getstate__": __getstate__, "__setstate__": __setstate__}


def _repr(names: tuple[str, ...]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:  # noqa: N807
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return __repr__


def _values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _: ()
