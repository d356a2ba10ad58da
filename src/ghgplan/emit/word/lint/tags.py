"""Tags of the template that nobody filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.lint.package import Package

TAG_LEFT = "a tag of the template is left"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


def tag_defects(part: str, package: Package, said: Sequence[str]) -> Iterator[Defect]:
    """Tags that stand in a paragraph and in none of ``said``, the texts of the document, which may hold braces of their own."""
    for _, text in package.paragraphs(part):
        if "{" in text:
            for own in said:
                text = text.replace(own, "\n")
            yield from (Defect(part, TAG_LEFT, tag) for tag in _TAG.findall(text))
