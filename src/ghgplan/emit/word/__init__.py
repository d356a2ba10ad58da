"""Writes a document as a Word file, with the looks of a template.

The template (docxtpl) holds page setup, styles, cover, document control, header and
footer; what it prints between is made here, in its styles. See ``context`` for the
names that it is given; beside them stand ``contents`` and ``body``, lists of ready
paragraphs and tables for ``{{p entry }}`` and ``{{p block }}``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ghgplan.document.blocks import Document
from ghgplan.emit.word.body import BodyWriter
from ghgplan.emit.word.bookmarks import Bookmarks
from ghgplan.emit.word.contents import contents
from ghgplan.emit.word.context import cover_context
from ghgplan.emit.word.inline import Inline
from ghgplan.emit.word.properties import properties_of
from ghgplan.emit.word.template import TemplateError, WordTemplate


def write_word(document: Document, pictures: Mapping[str, bytes], template: bytes) -> bytes:
    """The document as .docx. ``pictures`` holds a PNG for each figure's ``file``, ``template`` a .docx.

    The same input gives the same bytes. Raises TemplateError for whatever is wrong with the template.
    """
    word = WordTemplate(template)
    bookmarks = Bookmarks(document.blocks, word.first_bookmark)
    inline = Inline(word, bookmarks, word)
    writer = BodyWriter(inline, word, word, word.layout, pictures)
    context = {
        **cover_context(document),
        "contents": contents(inline, document.headings()),
        "body": list(writer.blocks(document)),
    }
    return word.render(context, properties_of(document))


__all__ = ["TemplateError", "write_word"]
