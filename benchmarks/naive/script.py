"""The user's script: ``python -m benchmarks.naive.script PLANS --out DIR --templates DIR --lang zh en --to docx md``.

PLANS is the folder of a plan, or one that holds such folders.
"""
# pyright: basic

import argparse
from pathlib import Path

from benchmarks.naive.charts import draw, use_font
from benchmarks.naive.content import content, read
from benchmarks.naive.markdown import markdown


def build(folder: Path, out: Path, templates: Path, langs: list, formats: list) -> None:
    """Every document of one plan, in one go: charts are drawn once for each language."""
    data = read(folder)
    out = out / folder.name
    for lang in langs:
        charts = draw(data, lang, out / "charts")
        texts = content(data, lang)
        if "docx" in formats:
            word(texts, charts, templates / f"{lang}.docx", out / f"{folder.name}.{lang}.docx")
        if "md" in formats:
            (out / f"{folder.name}.{lang}.md").write_text(markdown(texts, charts, lang, out), encoding="utf-8")


def word(texts: dict, charts: dict, template: Path, file: Path) -> None:
    """A Word file through docxtpl."""
    from docx.shared import Inches
    from docxtpl import DocxTemplate, InlineImage

    document = DocxTemplate(template)
    images = {name: InlineImage(document, str(picture), width=Inches(6)) for name, picture in charts.items()}
    document.render({**texts, "charts": images}, autoescape=True)
    document.save(file)


def arguments() -> argparse.Namespace:
    """What the scripts of this folder may be told."""
    parser = argparse.ArgumentParser()
    parser.add_argument("plans", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--templates", type=Path)
    parser.add_argument("--lang", nargs="+", default=["zh", "en"])
    parser.add_argument("--to", nargs="+", default=["docx", "md"])
    given = parser.parse_args()
    given.plans = [given.plans] if (given.plans / "plan.yaml").exists() else sorted(given.plans.iterdir())
    return given


if __name__ == "__main__":
    given = arguments()
    use_font()
    for plan in given.plans:
        build(plan, given.out, given.templates, given.lang, given.to)
