"""All that a template is given, put together; what it does not print is left empty."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from markupsafe import Markup

from ghgplan.document.blocks import Document
from ghgplan.emit.word.body import BodyWriter
from ghgplan.emit.word.bookmarks import Bookmarks
from ghgplan.emit.word.chart_context import chart_context
from ghgplan.emit.word.contents import contents
from ghgplan.emit.word.context import cover_context
from ghgplan.emit.word.headline_context import headline_context
from ghgplan.emit.word.inline import Inline
from ghgplan.emit.word.template import WordTemplate


def template_context(document: Document, word: WordTemplate, pictures: Mapping[str, bytes], printed: Collection[str]) -> dict[str, object]:
    """The values of what ``names`` describes, made for the template ``word``, which prints the names ``printed``."""
    has_body = "body" in printed
    # Links lead to the body, and a summary has none.
    bookmarks = Bookmarks(document.blocks if has_body else (), word.first_bookmark)
    inline = Inline(word, bookmarks, word)
    context = {**cover_context(document), **headline_context(document.headlines), "contents": list[Markup](), "body": list[Markup]()}
    # What is not printed is not made either: its pictures would be in the file all the same.
    if has_body:
        writer = BodyWriter(inline, word, word, word.layout, pictures, document.charts == "native")
        context |= {
            "contents": contents(inline, document.headings(), document.pages, word.text_width),
            "body": list(writer.blocks(document)),
        }
    return context | chart_context(inline, word, document, pictures, word.text_width, printed)
