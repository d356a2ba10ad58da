"""The styles that the writer puts into what it makes: a template that prints it has to have them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from ghgplan.emit.word.checking.fault import Fault
from ghgplan.emit.word.checking.parts import Template
from ghgplan.emit.word.trees import find

_CHARACTER, _TABLE, _PARAGRAPH = "character", "table", "paragraph"
STYLES: dict[str, dict[str, str]] = {
    "body": {
        # Deeper headings are rare: a plan that has them is told when it is built.
        **{f"Heading {level}": _PARAGRAPH for level in range(1, 5)},
        **dict.fromkeys(("Body Text", "Body Text First Indent", "List Bullet", "List Number", "Note", "Caption", "Figure"), _PARAGRAPH),
        **dict.fromkeys(("Table Text", "Table Text Small", "Table Head", "Table Head Small", "Table Note", "Table Gap"), _PARAGRAPH),
        **dict.fromkeys(("Strong", "Emphasis", "Emphasis Chinese", "Hyperlink", "Second Language"), _CHARACTER),
        **dict.fromkeys(("ghgplan Table", "ghgplan Columns"), _TABLE),
    },
    "contents": {**{f"toc {level}": _PARAGRAPH for level in range(1, 4)}, "Table Gap": _PARAGRAPH, "Second Language": _CHARACTER},
    "charts": {"Figure": _PARAGRAPH},
    "headline_chart": {"Figure": _PARAGRAPH},
}
"""The styles by the name of the context that needs them, each with its kind."""


def style_faults(template: Template, printed: Collection[str]) -> Iterator[Fault]:
    """The styles that are missing, for what the template prints."""
    part = next((each.target for each in template.relationships if each.source == template.main and each.kind == "styles"), "")
    tree: Any = template.trees.get(part)
    known: dict[str, str] = {}
    for style in () if tree is None else find(tree, "w:style"):
        for name in find(style, "w:name/@w:val"):
            known[name.casefold()] = (find(style, "@w:type") or [""])[0]
    wanted = {name: kind for context, styles in STYLES.items() if context in printed for name, kind in styles.items()}
    for name, kind in wanted.items():
        if known.get(name.casefold()) != kind:
            yield Fault("GP-T02", {"style": name})
