"""Fills a Markdown template: looks only, no way out of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import CodeType

from jinja2 import DictLoader, Template, Undefined
from jinja2.exceptions import TemplateRuntimeError

from ghgplan.emit.budget import Budget
from ghgplan.emit.sandbox import not_text
from ghgplan.emit.template_environment import LimitedEnvironment

FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "title", "trim", "upper")


class TemplateEnvironment(LimitedEnvironment):
    """Jinja for Markdown templates: what they are given is escaped already."""

    def __init__(self, budget: Budget | None = None) -> None:
        super().__init__(
            FILTERS,
            budget,
            loader=DictLoader({}),
            finalize=_text_only,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
            keep_trailing_newline=False,
        )


def fill(template: str, context: Mapping[str, object]) -> str:
    """The template with its context; no blanks at line ends, one line feed at the end.

    Raises jinja2.TemplateError: a syntax error with its line, an unknown name, or
    something that a template must not do.
    """
    try:
        rendered = Template.from_code(TemplateEnvironment(), _compiled(template), {}).render(context)
    except (TypeError, ValueError, LookupError, ArithmeticError) as error:
        # The context is text throughout, so this is the template's doing: a filter misused, a loop over nothing.
        raise TemplateRuntimeError(str(error)) from error
    text = "\n".join(line.rstrip(" \t") for line in rendered.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


@lru_cache(maxsize=16)
def _compiled(template: str) -> CodeType:
    """The template's code; a project's plans and languages share it. Raises jinja2.TemplateError."""
    return TemplateEnvironment().compile(template)


def _text_only(value: object) -> object:
    if isinstance(value, (str, Undefined)):
        return value
    raise not_text(value)
