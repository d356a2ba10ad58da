"""Tags of the template that nobody filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ghgplan.emit.word.lint.defect import Defect
from ghgplan.emit.word.lint.text import paragraph_text
from ghgplan.emit.word.xml import NAMESPACES

TAG_LEFT = "a tag of the template is left"
_PARAGRAPH = f"{{{NAMESPACES['w']}}}p"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


def tag_defects(part: str, tree: Any, said: Sequence[str]) -> Iterator[Defect]:
    """Tags that stand in a paragraph and in none of ``said``, the texts of the document, which may hold braces of their own."""
    for paragraph in tree.iter(_PARAGRAPH):
        text = paragraph_text(paragraph)
        if "{" in text:
            for own in said:
                text = text.replace(own, "\n")
            yield from (Defect(part, TAG_LEFT, tag) for tag in _TAG.findall(text))
