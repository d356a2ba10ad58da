"""What a template can print beside the body: plain text, lists and dictionaries of it."""

from __future__ import annotations

from itertools import zip_longest

from ghgplan.document.blocks import Document, Words, plain


def cover_context(document: Document) -> dict[str, object]:
    """The names open to a template:

    - ``title``, ``subtitle``, ``company``: lists with a line for each language; ``subtitle`` may be empty
    - ``running``: a list of ``{company, title}`` for the header, one for each language
    - ``details``: a list of ``{label, value}``
    - ``control``: a list of ``{label, by, date}``
    - ``history``: a list of ``{version, date, change}``, empty where there is none
    - ``labels``: the template's own words by name (``labels.document_control``), languages on one line
    - ``edition`` (``zh``, ``en``, ``zh-en``), ``version``, ``date`` (ISO 8601)

    Where both languages stand in one text they are on a line each.
    """
    cover = document.cover
    company, title = _lines(cover.company), _lines(cover.title)
    return {
        "title": title,
        "subtitle": _lines(cover.subtitle or ()),
        "company": company,
        "running": [{"company": left, "title": right} for left, right in zip_longest(company, title, fillvalue="")],
        "details": [{"label": plain(label), "value": _stacked(value)} for label, value in cover.details],
        "control": [{"label": _stacked(line.label), "by": _stacked(line.by), "date": _stacked(line.date)} for line in cover.control],
        "history": [{"version": line.version, "date": _stacked(line.date), "change": _stacked(line.change)} for line in cover.history],
        "labels": {name.replace(" ", "_"): plain(words) for name, words in document.labels.items()},
        "edition": document.edition.value,
        "version": cover.version,
        "date": cover.date.isoformat(),
    }


def _lines(words: Words) -> list[str]:
    return [line.text for line in words]


def _stacked(words: Words) -> str:
    return plain(words, "\n")
