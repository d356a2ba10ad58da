"""The document as Markdown, by f-strings."""
# pyright: basic

from pathlib import Path

from benchmarks.naive.content import FIGURES, TABLES
from benchmarks.naive.labels import LABELS


def markdown(content: dict, charts: dict, lang: str, out: Path) -> str:
    """The whole file; pictures by paths relative to ``out``."""
    labels = LABELS[lang]

    def rows(head, body):
        lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
        return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in body]) + "\n"

    def table(name):
        head = labels[name][-1]
        if len(labels[name]) > 1:
            head = [top if top == low else f"{top} {low}" for top, low in zip(labels[name][0], head, strict=True)]
        number = TABLES.index(name) + 1
        return f"**{labels['table']} {number}** {labels['captions'][name]}\n\n{rows(head, content['tables'][name])}"

    def figure(name):
        number = FIGURES.index(name) + 1
        caption = labels["figures"][name]
        return f"![{caption}]({charts[name].relative_to(out).as_posix()})\n\n**{labels['figure']} {number}** {caption}\n"

    def section(number):
        texts = "\n\n".join(content["texts"][number - 1])
        return f"## {number} {labels['titles'][number - 1]}\n\n{texts}\n"

    signed = [[step, *entry] for step, entry in zip(labels["steps"], content["signed"], strict=True)]
    head = labels["control"][0]
    remarks = "\n".join(f"> {remark}\\" for remark in content["remarks"])
    return f"""# {content["title"]}

**{content["company"]}**

{rows(["", ""], [list(pair) for pair in zip(labels["cover"], content["cover"], strict=True)])}
## {labels["control title"]}

{rows([head[0], head[1], head[3]], signed)}
## {labels["history title"]}

{rows(labels["history"][0], content["history"])}
{section(1)}
{section(2)}
{table("standards")}
{section(3)}
{table("activity")}
{table("scopes")}
> {labels["totals note"]}

{figure("scopes")}
{figure("shares")}
{table("intensity")}
{section(4)}
{table("pathways")}
{figure("process")}
{figure("metal")}
{section(5)}
{table("targets")}
{section(6)}
{table("measures")}
{section(7)}
{table("progress")}
{remarks}

{section(8)}
{table("committee")}"""
