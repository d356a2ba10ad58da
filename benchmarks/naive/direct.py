"""The same Word file by python-docx alone, without a template."""
# pyright: basic

from docx import Document
from docx.shared import Inches

from benchmarks.naive.charts import draw, use_font
from benchmarks.naive.content import FIGURES, TABLES, content, read
from benchmarks.naive.labels import LABELS
from benchmarks.naive.script import arguments
from benchmarks.naive.templates import merge_heads


def document(texts: dict, charts: dict, lang: str):
    """The document, paragraph by paragraph."""
    labels = LABELS[lang]
    made = Document()

    def rows(heads, body):
        table = made.add_table(len(heads) + len(body), len(heads[0]), "Table Grid")
        for row, cells in zip(table.rows, [*heads, *body], strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        merge_heads(table, heads)

    def section(number):
        made.add_heading(labels["titles"][number - 1], 1)
        for text in texts["texts"][number - 1]:
            made.add_paragraph(text)

    def table(name):
        made.add_paragraph(f"{labels['table']} {TABLES.index(name) + 1}\u2002{labels['captions'][name]}", "Caption")
        rows(labels[name], texts["tables"][name])

    def figure(name):
        made.add_picture(str(charts[name]), width=Inches(6))
        made.add_paragraph(f"{labels['figure']} {FIGURES.index(name) + 1}\u2002{labels['figures'][name]}", "Caption")

    made.add_paragraph(texts["company"], "Subtitle")
    made.add_paragraph(texts["title"], "Title")
    cover = [list(pair) for pair in zip(labels["cover"], texts["cover"], strict=True)]
    rows(cover[:1], cover[1:])
    made.add_heading(labels["control title"], 2)
    rows(labels["control"], [[step, by, "", day] for step, (by, day) in zip(labels["steps"], texts["signed"], strict=True)])
    made.add_heading(labels["history title"], 2)
    rows(labels["history"], texts["history"])
    made.add_page_break()
    section(1)
    section(2)
    table("standards")
    section(3)
    table("activity")
    table("scopes")
    made.add_paragraph(labels["totals note"])
    figure("scopes")
    figure("shares")
    table("intensity")
    section(4)
    table("pathways")
    figure("process")
    figure("metal")
    section(5)
    table("targets")
    section(6)
    table("measures")
    section(7)
    table("progress")
    for remark in texts["remarks"]:
        made.add_paragraph(remark)
    section(8)
    table("committee")
    return made


if __name__ == "__main__":
    given = arguments()
    use_font()
    for folder in given.plans:
        data = read(folder)
        out = given.out / folder.name
        for lang in given.lang:
            charts = draw(data, lang, out / "charts")
            document(content(data, lang), charts, lang).save(str(out / f"{folder.name}.{lang}.docx"))
