"""The environment of Word templates: texts become XML as they are printed."""

from __future__ import annotations

from jinja2 import Undefined
from markupsafe import Markup

from ghgplan.emit.budget import Budget
from ghgplan.emit.sandbox import not_text
from ghgplan.emit.template_environment import LimitedEnvironment
from ghgplan.emit.word.xml import escaped, trusted

FILTERS = ("default", "first", "join", "last", "length", "lower", "trim", "upper")


class TemplateEnvironment(LimitedEnvironment):
    """Jinja for Word templates."""

    def __init__(self, budget: Budget | None = None) -> None:
        super().__init__(FILTERS, budget, autoescape=True, finalize=_text_only)


def _text_only(value: object) -> object:
    """Text as XML, with its braces written so that docxtpl takes none for its own; no other value is printed."""
    if isinstance(value, (Markup, Undefined)):
        return value
    if isinstance(value, str):
        # docxtpl makes line breaks and tabs of these.
        return trusted(escaped(value).replace("&#10;", "\n").replace("&#9;", "\t").replace("&#13;", ""))
    raise not_text(value)
