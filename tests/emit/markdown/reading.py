"""Reads Markdown as a git host does, to see what became of a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

_SOUP = (
    "*",
    "**",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "<",
    "</",
    "b>",
    "&amp;",
    "&",
    "amp;",
    "#",
    "1.",
    "2)",
    "-",
    "+",
    "|",
    "\\",
    "~~",
    "!",
    "$",
)
_MORE = (
    "\n",
    " ",
    "  ",
    "a",
    "A",
    "中",
    "。",
    "：",
    ":",
    "=",
    "---",
    ">",
    "http://x.cn",
    "[x](y)",
    "<br>",
    "{{",
    "%}",
    "?",
    "“",
    ". Next",
    "　",
)
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"])
TEXTS = st.one_of(
    st.lists(st.sampled_from((*_SOUP, *_MORE)), max_size=12).map("".join),
    st.text(st.one_of(CHARACTERS, st.just("\n")), max_size=20),
)


@dataclass
class Reading:
    """The text of some inline Markdown; of each of its characters, whether it is strong, emphasised, linked."""

    text: str = ""
    looks: list[tuple[bool, bool, bool]] = field(default_factory=list)


def read(tokens: list[Token]) -> Reading:
    """What the tokens of a block say; breaks are line feeds."""
    reading = Reading()
    look = {"strong": 0, "em": 0, "link": 0}

    def add(text: str) -> None:
        reading.text += text
        reading.looks += [(look["strong"] > 0, look["em"] > 0, look["link"] > 0)] * len(text)

    for token in tokens:
        name, _, end = token.type.rpartition("_")
        if token.type in ("text", "text_special"):
            add(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            add(" " if token.type == "softbreak" else "\n")
        elif token.type == "html_inline":
            tag = token.content.strip("</>")
            if token.content == "<br>":
                add("\n")
            elif tag in look:
                look[tag] += -1 if token.content.startswith("</") else 1
            else:
                assert token.content.startswith("<a id=") or token.content == "</a>", token.content
        else:
            assert name in look, token.type
            look[name] += 1 if end == "open" else -1
    return reading


def inlines(markdown: str) -> list[list[Token]]:
    """The inline tokens of each block that has text."""
    return [token.children or [] for token in PARSER.parse(markdown) if token.type == "inline"]


def kinds(markdown: str) -> list[str]:
    """The blocks of a Markdown text, opening ones and single ones."""
    return [token.type for token in PARSER.parse(markdown) if token.nesting >= 0 and token.type != "inline"]


def seen(text: str) -> str:
    """The text as far as a reader can tell: blanks at the ends of its lines are not shown."""
    return "\n".join(line.strip() for line in text.strip().split("\n"))


class TableReader(HTMLParser):
    """The cells of HTML tables: tag, attributes, text."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[tuple[str, dict[str, str | None], str]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag in ("td", "th"):
            self.cells.append((tag, dict(attrs), ""))
        elif tag == "br":
            self._add("\n")

    def handle_data(self, data: str) -> None:
        # Between cells there is nothing but the line feeds that keep them on lines of their own.
        if not data.isspace():
            self._add(data)

    def _add(self, text: str) -> None:
        tag, attributes, before = self.cells[-1]
        self.cells[-1] = (tag, attributes, before + text)
