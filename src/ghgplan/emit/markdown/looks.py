"""Lines of runs with their looks and links, as Markdown and as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from unicodedata import category

from ghgplan.document.blocks import Line, Run, Words
from ghgplan.emit.markdown.literal import address, escape, escape_html, escape_line_start, html_address, normalised

HARD_BREAK = "\\\n"
_SENTENCE_END = re.compile(r"""((?<!\\)[.!?](?:\*{1,3}|</strong>|</em>|["”’)])*)[ ](?=(?:\*{1,3}|\[|<strong>|<em>)?["“]?[A-Z])""")


def flowing(line: Line) -> str:
    """A line as running text, at the beginning of a block.

    English takes a new line for each sentence: the line feed is read as the blank that stood
    there. Chinese stands in one line: there a host would show a gap that the text does not have.
    """
    lines = [escape_line_start(part.strip()) for part in _markdown(line.runs).strip().split("\n")]
    if line.language == "en":
        lines = [_SENTENCE_END.sub(r"\1\n", part) for part in lines]
    return HARD_BREAK.join(lines)


def single(line: Line) -> str:
    """A line for where a line feed would end the block: a heading, a cell."""
    return "<br>".join(part.strip() for part in _markdown(line.runs).strip().split("\n"))


def title(words: Words) -> str:
    """Words as a heading's text, or alone in a line: languages parted by a stroke."""
    text = " / ".join(single(line) for line in words)
    # Number signs at the end of a heading, after a blank, would be taken for its closing mark.
    return escape_line_start(re.sub(r"(?<!\S)(#*)#$", r"\1\\#", text))


def label(words: Words) -> str:
    """The words without looks in one line, for the text of a link or a picture."""
    return " / ".join(escape(" ".join(normalised(line.text).split())) for line in words)


def html_line(line: Line) -> str:
    """A line for inside an HTML table."""
    return "".join(_html_run(run) for run in _joined(line.runs)).strip()


def strengthened(line: Line) -> Line:
    """The line with every run strong."""
    return replace(line, runs=tuple(replace(run, strong=True) for run in line.runs))


def _joined(runs: Iterable[Run]) -> list[Run]:
    """The runs with neighbours of one look made one, and without looks on blanks."""
    kept = [
        Run(normalised(run.text), run.strong and not blank, run.emphasis and not blank, run.target)
        for run in runs
        if run.text
        for blank in [run.text.isspace()]
    ]
    if len(kept) == 1:
        return kept
    groups = groupby(kept, key=lambda run: (run.strong, run.emphasis, run.target))
    return [Run("".join(run.text for run in group), *look) for look, group in groups]


def _markdown(runs: Iterable[Run]) -> str:
    joined = _joined(runs)
    text = ""
    for position, run in enumerate(joined):
        before = _neighbour(joined[position - 1], -1) if position else ""
        after = _neighbour(joined[position + 1], 0) if position + 1 < len(joined) else ""
        piece = f"[{_look(run, '[', ']')}]({address(run.target)})" if run.target else _look(run, before, after)
        # An exclamation mark before a link would make it a picture.
        text = f"{text[:-1]}\\!{piece}" if text.endswith("!") and piece.startswith("[") else text + piece
    return text


def _neighbour(run: Run, end: int) -> str:
    """The character that stands on this side of a run: ``*`` stands for its own mark."""
    if run.target:
        return "["
    return "*" if (run.strong or run.emphasis) and not run.text[end].isspace() else run.text[end]


def _look(run: Run, before: str, after: str) -> str:
    """The run with its marks, which must touch the text: blanks at its ends stay outside."""
    core = run.text.strip()
    if not core or not (run.strong or run.emphasis):
        return escape(run.text, more_follows=bool(after))
    start = run.text.index(core)
    lead, trail = run.text[:start], run.text[start + len(core) :]
    if _opens(core[0], lead or before) and _opens(core[-1], trail or after):
        mark = "*" * (2 * run.strong + run.emphasis)
        return f"{lead}{mark}{escape(core, more_follows=True)}{mark}{trail}"
    return f"{lead}{_tagged(run, escape(core))}{trail}"


def _opens(inner: str, outer: str) -> bool:
    """Whether asterisks between these two are read as marks.

    CommonMark looks for blanks and punctuation around them, so that ``**目标：**到`` is not
    strong. There the tag stands instead.
    """
    outer = outer[-1:]
    return outer != "*" and (inner.isalnum() or not outer or outer.isspace() or category(outer).startswith("P"))


def _html_run(run: Run) -> str:
    text = _tagged(run, escape_html(run.text))
    return f'<a href="{html_address(run.target)}">{text}</a>' if run.target else text


def _tagged(run: Run, text: str) -> str:
    text = f"<em>{text}</em>" if run.emphasis else text
    return f"<strong>{text}</strong>" if run.strong else text
