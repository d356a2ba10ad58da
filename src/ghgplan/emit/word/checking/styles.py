"""The styles that the writer puts into what it makes: a template that prints it has to have them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from ghgplan.diagnostics import Severity
from ghgplan.emit.word.checking.fault import Fault
from ghgplan.emit.word.checking.parts import Template
from ghgplan.emit.word.checking.wanted import STYLES
from ghgplan.emit.word.completed import lacking
from ghgplan.emit.word.trees import find


def style_faults(template: Template, printed: Collection[str]) -> Iterator[Fault]:
    """What is the matter with the styles that are needed for what the template prints: missing ones come from the standard look."""
    tree: Any = template.trees.get(template.part("styles"))
    known: dict[str, str] = {}
    for style in () if tree is None else find(tree, "w:style"):
        for name in find(style, "w:name/@w:val"):
            known[name.casefold()] = (find(style, "@w:type") or [""])[0]
    wanted = {name: kind for context, styles in STYLES.items() if context in printed for name, kind in styles.items()}
    for name, kind in wanted.items():
        if tree is None or known.get(name.casefold(), kind) != kind:
            yield Fault("GP-T02", {"style": name})
    added = [name for name in lacking(template) if name in wanted]
    if added:
        yield Fault("GP-T07", {"styles": ", ".join(added)}, severity=Severity.WARNING)
