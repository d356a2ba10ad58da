"""Writes a document as one Markdown text, for a git host to show and to compare line by line."""

from __future__ import annotations

from ghgplan.document.blocks import Document


def write_markdown(document: Document, template: str, charts: str = "charts") -> str:
    """The document laid out by ``template`` (Jinja).

    ``charts`` is the folder of the pictures, as seen from the Markdown file. Raises
    jinja2.TemplateError where the template is at fault. The template is given ready
    Markdown, escaped for where it stands:

    - ``title``, ``subtitle``, ``company``: one line each, empty where there is none
    - ``details``, ``control``, ``history``: tables, empty where they would have no row
    - ``contents``: nested links to the headings
    - ``blocks``: a list of ``{kind, text}``; kind is heading, paragraph, note, bulletlist, table or figure
    - ``labels``: the template's own words by name, one line each
    - ``edition`` (``zh``, ``en``, ``zh-en``), ``version``, ``date`` (ISO 8601)
    """
    # Jinja is loaded only where a file is written.
    from ghgplan.emit.markdown.blocks import block_texts
    from ghgplan.emit.markdown.cover import control_text, details_text, history_text
    from ghgplan.emit.markdown.lists import contents_text
    from ghgplan.emit.markdown.literal import escape
    from ghgplan.emit.markdown.looks import title
    from ghgplan.emit.markdown.template import fill

    cover = document.cover
    context: dict[str, object] = {
        "title": title(cover.title),
        "subtitle": title(cover.subtitle or ()),
        "company": title(cover.company),
        "details": details_text(cover),
        "control": control_text(cover, document.labels),
        "history": history_text(cover, document.labels),
        "contents": contents_text(document.headings()),
        "blocks": [{"kind": kind, "text": text} for kind, text in block_texts(document.blocks, charts)],
        "labels": {name: title(words) for name, words in document.labels.items()},
        "edition": document.edition.value,
        "version": escape(cover.version),
        "date": cover.date.isoformat(),
    }
    return fill(template, context)
