"""Writes a document as a Word file, with the looks of a template.

The template (docxtpl) holds page setup, styles, cover, document control, header and
footer; what it prints between is made here, in its styles. ``names`` describes all
that it is given; ``checking`` looks a template over before it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ghgplan.document.blocks import Document
from ghgplan.emit.word.full_context import template_context
from ghgplan.emit.word.guard import guard
from ghgplan.emit.word.properties import properties_of
from ghgplan.emit.word.template import TemplateError, WordTemplate, says_that_it_is_a_summary


def write_word(document: Document, pictures: Mapping[str, bytes], template: bytes) -> bytes:
    """The document as .docx. ``pictures`` holds a PNG for each figure's ``file``, ``template`` a .docx.

    The same input gives the same bytes. Raises TemplateError for whatever is wrong with the template,
    and where the file would be damaged or lack a text.
    """
    word = WordTemplate(template)
    printed = word.printed()
    is_summary = "body" not in printed
    if is_summary and not says_that_it_is_a_summary(template):
        raise TemplateError("GP-T04")
    context = template_context(document, word, pictures, printed)
    content = word.render(context, properties_of(document))
    guard(content, replace(document, blocks=()) if is_summary else document, template)
    return content


__all__ = ["TemplateError", "write_word"]
