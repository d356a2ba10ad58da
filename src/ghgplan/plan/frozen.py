"""An immutable dictionary: plans are frozen down to the last value, and can still be pickled."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Frozen(dict[K, V]):
    """A dict that refuses to change."""

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("a plan is frozen")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse  # pyright: ignore[reportAssignmentType]

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (dict(self),))
