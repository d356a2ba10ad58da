"""Fills a Markdown template: looks only, no way out of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NoReturn

from jinja2 import DictLoader, StrictUndefined, Template, Undefined
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "replace", "reverse", "title", "trim", "upper")
_LOOP = ("first", "index", "index0", "last", "length", "nextitem", "previtem")


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """What a template may do: print text, go through lists, choose, look up keys. Nothing is called."""

    # A text repeated a thousand million times would fill the memory.
    intercepted_binops = frozenset(("*", "**", "%", "+"))

    def __init__(self) -> None:
        super().__init__(
            loader=DictLoader({}),
            undefined=StrictUndefined,
            finalize=_text_only,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
            keep_trailing_newline=False,
        )
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

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> NoReturn:  # noqa: ARG002
        raise SecurityError(f"A template does not calculate ({operator}).")


def fill(template: str, context: Mapping[str, object]) -> str:
    """The template with its context; no blanks at line ends, one line feed at the end.

    Raises jinja2.TemplateError: a syntax error with its line, an unknown name, or
    something that a template must not do.
    """
    try:
        rendered = _compiled(template).render(context)
    except (TypeError, ValueError, LookupError, ArithmeticError) as error:
        # The context is text throughout, so this is the template's doing: a filter misused, a loop over nothing.
        raise TemplateRuntimeError(str(error)) from error
    text = "\n".join(line.rstrip(" \t") for line in rendered.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


@lru_cache(maxsize=16)
def _compiled(template: str) -> Template:
    return TemplateEnvironment().from_string(template)


def _text_only(value: object) -> object:
    if isinstance(value, (str, Undefined)):
        return value
    raise TemplateRuntimeError(f"A template prints text, not {type(value).__name__}.")
