"""What a Word template may do: print text, go through lists, choose, look up keys. Nothing is called."""

from __future__ import annotations

from typing import Any, NoReturn

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ghgplan.emit.word.xml import escaped, trusted

_FILTERS = ("default", "first", "join", "last", "length", "lower", "replace", "trim", "upper")
_LOOP = ("first", "index", "index0", "last", "length", "nextitem", "previtem")


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for templates that come from anywhere."""

    # A text repeated a thousand million times would fill the memory.
    intercepted_binops = frozenset(("*", "**", "%", "+"))

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=_text_only)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}

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


def _text_only(value: object) -> object:
    """Text as XML, with its braces written so that docxtpl takes none for its own; no other value is printed."""
    if isinstance(value, (Markup, Undefined)):
        return value
    if isinstance(value, str):
        # docxtpl makes line breaks and tabs of these.
        return trusted(escaped(value).replace("&#10;", "\n").replace("&#9;", "\t").replace("&#13;", ""))
    raise TemplateRuntimeError(f"A template prints text, not {type(value).__name__}.")
