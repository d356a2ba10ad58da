"""The environment of all templates: the sandbox, behind the allow-list, with a budget."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

from jinja2 import TemplateSyntaxError, nodes

from ghgplan.emit.budget import Budget
from ghgplan.emit.language import Refusal, refusals
from ghgplan.emit.sandbox import DataEnvironment

_COUNTED = "_counted"
"""The filter that every loop goes through; no template can name it, for it is in no list of filters."""


class RefusedError(TemplateSyntaxError):
    """A template that asks for more than data."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.construct} is not open to a template: {refusal.word}", refusal.line)
        self.refusal = refusal


class LimitedEnvironment(DataEnvironment):
    """Jinja that refuses a template as it is read. For one document: the budget is used up by filling templates."""

    def __init__(self, filters: Collection[str], budget: Budget | None = None, **options: Any) -> None:
        super().__init__(filters, **options)
        self.open_filters = tuple(filters)
        self.budget = budget or Budget()
        self.filters[_COUNTED] = cast("Any", self.budget.each)
        self.concat = self.budget.joined

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """The syntax tree. Raises TemplateSyntaxError, RefusedError for what is not open to a template."""
        try:
            tree = super().parse(source, name, filename)
        # A number of five thousand digits, and brackets within brackets: the reader of Jinja does not catch its own.
        except (RecursionError, ValueError, OverflowError, MemoryError) as error:
            raise TemplateSyntaxError(f"{type(error).__name__}: {error}", 1) from None
        self._refuse(tree)
        return tree

    def compile(self, source: str | nodes.Template, *arguments: Any, **options: Any) -> Any:
        """Whatever is to be rendered comes by here, body, headers, footers and footnotes alike."""
        if isinstance(source, str):
            source = self.parse(source)
        else:
            self._refuse(source)
        for loop in list(source.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno, environment=self)
        try:
            return cast("Any", super().compile(source, *arguments, **options))
        except (RecursionError, SyntaxError, MemoryError) as error:
            raise TemplateSyntaxError(f"{type(error).__name__}: {error}", 1) from None

    def _refuse(self, tree: nodes.Template) -> None:
        found = next(refusals(tree, self.open_filters), None)
        if found:
            raise RefusedError(found)
