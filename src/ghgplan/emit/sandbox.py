"""What a template may do: print text, go through lists, choose, look up keys. Nothing is called, nothing calculated.

Templates come from anywhere, and a template engine's own sandbox still lets a template
reach the files behind what it is given; so nothing is open but the keys of plain data.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NoReturn

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

_LOOP = ("first", "index", "index0", "last", "length", "nextitem", "previtem")


class DataEnvironment(ImmutableSandboxedEnvironment):
    """Jinja over plain data: dictionaries, lists and texts."""

    # A text repeated a thousand million times would fill the memory.
    intercepted_binops = frozenset(("*", "**", "%", "+"))

    def __init__(self, filters: Collection[str], **options: Any) -> None:
        super().__init__(undefined=StrictUndefined, **options)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in filters}

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, (dict, list, tuple)) and isinstance(argument, (str, int)):
            try:
                return obj[argument]  # type: ignore[index]
            except (LookupError, TypeError):
                return self.undefined(obj=obj, name=str(argument))
        return self.unsafe_undefined(obj, str(argument))

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        return self.undefined(f"{attribute!r} is not open to a template.", name=attribute, obj=obj, exc=SecurityError)

    def is_safe_callable(self, obj: Any) -> bool:
        if isinstance(obj, Undefined):
            # Says which name it is that is not there to be called.
            str(obj)
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> NoReturn:  # noqa: ARG002
        raise SecurityError(f"A template does not calculate ({operator}).")


def not_text(value: object) -> TemplateRuntimeError:
    """The error for a template that prints anything but text."""
    return TemplateRuntimeError(f"A template prints text, not {type(value).__name__}.")
