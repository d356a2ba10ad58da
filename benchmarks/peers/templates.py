"""What the Node script has at hand, made once and not timed: docxtpl's templates with docxtemplater's tags, and the words."""
# pyright: basic

import json
import re
from pathlib import Path

from docx.oxml.ns import qn

from benchmarks.naive.labels import LABELS
from benchmarks.naive.templates import template

TAGS = (
    (r"{%p for text in (.+?) %}", r"{#\1}"),
    (r"{%p endfor %}", "{/}"),
    (r"{{ text }}", "{.}"),
    (r"{{ row\[(\d+)\] }}", r"{\1}"),
    (r"{{ (charts\..+?) }}", r"{%\1}"),
    (r"{{ (.+?) }}", r"{\1}"),
)


def make(folder: Path) -> None:
    """Write a template and the words of each language to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for lang, labels in LABELS.items():
        document = template(lang)
        for row in list(document.element.body.iter(qn("w:tr"))):
            loop(row)
        for text in document.element.body.iter(qn("w:t")):
            for theirs, ours in TAGS:
                text.text = re.sub(theirs, ours, text.text)
            # texts[0] is texts.0
            text.text = re.sub(r"\[(\d+)\](?=[^{}]*})", r".\1", text.text)
        document.save(str(folder / f"{lang}.docx"))
        (folder / f"{lang}.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")


def loop(row) -> None:
    """The loop of ``row``, if one begins there, without rows of its own: from the first cell of the repeated row to its last."""
    found = re.match(r"{%tr for row in (.+?) %}", "".join(text.text for text in row.iter(qn("w:t"))))
    if not found:
        return
    repeated = row.getnext()
    texts = list(repeated.iter(qn("w:t")))
    texts[0].text = f"{{#{found[1]}}}{texts[0].text}"
    texts[-1].text = f"{texts[-1].text}{{/}}"
    for mark in (row, repeated.getnext()):
        mark.getparent().remove(mark)
