"""The charts alone, for scripts in other languages."""
# pyright: basic

from benchmarks.naive.charts import draw, use_font
from benchmarks.naive.content import read
from benchmarks.naive.script import arguments

if __name__ == "__main__":
    given = arguments()
    use_font()
    for folder in given.plans:
        data = read(folder)
        for lang in given.lang:
            draw(data, lang, given.out / folder.name / "charts")
