"""The same Word file from the script's Markdown, by pandoc."""
# pyright: basic

import pypandoc  # pyright: ignore[reportMissingImports]

from benchmarks.naive.charts import draw, use_font
from benchmarks.naive.content import content, read
from benchmarks.naive.markdown import markdown
from benchmarks.naive.script import arguments

if __name__ == "__main__":
    given = arguments()
    use_font()
    for folder in given.plans:
        data = read(folder)
        out = given.out / folder.name
        for lang in given.lang:
            charts = draw(data, lang, out / "charts")
            text = markdown(content(data, lang), charts, lang, out)
            name = out / f"{folder.name}.{lang}.docx"
            pypandoc.convert_text(text, "docx", "gfm", outputfile=str(name), extra_args=[f"--resource-path={out}"])
