"""The user's Word templates, one for each language: what they would have made in Word, made once and not timed."""
# pyright: basic

from pathlib import Path

from docx import Document

from benchmarks.naive.content import FIGURES, TABLES
from benchmarks.naive.labels import LABELS


def make(folder: Path) -> None:
    """Write ``zh.docx`` and ``en.docx`` to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for lang in LABELS:
        template(lang).save(str(folder / f"{lang}.docx"))


def template(lang: str):
    """Headings, captions and table heads as fixed text, docxtpl's tags for the rest."""
    labels = LABELS[lang]
    document = Document()
    document.add_paragraph("{{ company }}", "Subtitle")
    document.add_paragraph("{{ title }}", "Title")
    cover = document.add_table(0, 2, "Table Grid")
    for number, label in enumerate(labels["cover"]):
        fill(cover.add_row(), [label, f"{{{{ cover[{number}] }}}}"])
    document.add_paragraph(labels["control title"], "Heading 2")
    control = document.add_table(0, 4, "Table Grid")
    fill(control.add_row(), labels["control"][0])
    for number, step in enumerate(labels["steps"]):
        fill(control.add_row(), [step, f"{{{{ signed[{number}][0] }}}}", "", f"{{{{ signed[{number}][1] }}}}"])
    document.add_paragraph(labels["history title"], "Heading 2")
    loop(document, labels["history"], "history")
    document.add_page_break()

    section(document, labels, 1)
    section(document, labels, 2)
    table(document, labels, "standards")
    section(document, labels, 3)
    table(document, labels, "activity")
    table(document, labels, "scopes")
    document.add_paragraph(labels["totals note"])
    figure(document, labels, "scopes")
    figure(document, labels, "shares")
    table(document, labels, "intensity")
    section(document, labels, 4)
    table(document, labels, "pathways")
    figure(document, labels, "process")
    figure(document, labels, "metal")
    section(document, labels, 5)
    table(document, labels, "targets")
    section(document, labels, 6)
    table(document, labels, "measures")
    section(document, labels, 7)
    table(document, labels, "progress")
    document.add_paragraph("{{ remarks[0] }}")
    document.add_paragraph("{{ remarks[1] }}")
    section(document, labels, 8)
    table(document, labels, "committee")
    return document


def section(document, labels, number) -> None:
    """A heading, and the section's paragraphs."""
    document.add_paragraph(labels["titles"][number - 1], "Heading 1")
    document.add_paragraph(f"{{%p for text in texts[{number - 1}] %}}")
    document.add_paragraph("{{ text }}")
    document.add_paragraph("{%p endfor %}")


def table(document, labels, name) -> None:
    """A caption and a table whose rows docxtpl repeats."""
    document.add_paragraph(f"{labels['table']} {TABLES.index(name) + 1}\u2002{labels['captions'][name]}", "Caption")
    loop(document, labels[name], f"tables.{name}")


def figure(document, labels, name) -> None:
    """A picture and its caption."""
    document.add_paragraph(f"{{{{ charts.{name} }}}}")
    document.add_paragraph(f"{labels['figure']} {FIGURES.index(name) + 1}\u2002{labels['figures'][name]}", "Caption")


def loop(document, heads, rows) -> None:
    """A table with its heads, merged where neighbours are equal, and one row for each of ``rows``."""
    columns = len(heads[0])
    made = document.add_table(0, columns, "Table Grid")
    for head in heads:
        fill(made.add_row(), head)
    merge_heads(made, heads)
    fill(made.add_row(), [f"{{%tr for row in {rows} %}}", *[""] * (columns - 1)])
    fill(made.add_row(), [f"{{{{ row[{column}] }}}}" for column in range(columns)])
    fill(made.add_row(), ["{%tr endfor %}", *[""] * (columns - 1)])


def merge_heads(made, heads) -> None:
    """Merge what reads the same, beside and below."""
    if len(heads) == 1:
        return
    top, low = heads
    column = 0
    while column < len(top):
        end = column
        while end + 1 < len(top) and top[end + 1] == top[column]:
            end += 1
        below = 1 if top[column] == low[column] else 0
        if end > column or below:
            made.cell(0, column).merge(made.cell(below, end)).text = top[column]
        column = end + 1


def fill(row, texts) -> None:
    """Texts into a row's cells."""
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text
