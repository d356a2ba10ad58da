"""Writes a document as a Word file, with the looks of a template.

The template (docxtpl) is prepared once for all its documents. It holds page setup, styles, cover, document control, header and
footer; what it prints between is made here, in its styles. ``names`` describes all
that it is given; ``checking`` looks a template over before it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ghgplan.document.blocks import Document
from ghgplan.emit.word.errors import TemplateError

if TYPE_CHECKING:
    from ghgplan.emit.word.prepared import PreparedTemplate


@lru_cache(maxsize=16)
def prepare(template: bytes) -> PreparedTemplate:
    """The template, a .docx, with all that its documents share; thirty plans share it. Raises TemplateError."""
    # A template that was prepared before needs none of docxtpl and python-docx, which take longer to load than a document to write.
    from ghgplan.emit.word.preparation import prepare_template

    return prepare_template(template)


def write_word(document: Document, pictures: Mapping[str, bytes], template: bytes | PreparedTemplate) -> bytes:
    """The document as .docx. ``pictures`` holds a PNG for each figure's ``file``, ``template`` is a .docx, or one that was prepared.

    The same input gives the same bytes. Raises TemplateError for whatever is wrong with the template,
    and where the file would be damaged or lack a text.
    """
    # lxml is loaded only where a file is written.
    from ghgplan.emit.word.full_context import template_context
    from ghgplan.emit.word.guard import guard
    from ghgplan.emit.word.properties import properties_of
    from ghgplan.emit.word.template import WordTemplate

    prepared = prepare(template) if isinstance(template, bytes) else template
    has_body = "body" in prepared.printed
    if not has_body and not prepared.is_summary:
        raise TemplateError("GP-T04")
    word = WordTemplate(prepared)
    context = template_context(document, word, pictures, prepared.printed)
    content, package = word.render(context, properties_of(document))
    guard(package, document if has_body else replace(document, blocks=()), prepared.defects)
    return content


__all__ = ["TemplateError", "prepare", "write_word"]
