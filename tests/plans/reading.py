"""Reads a built document as a stranger would: its tables by caption, its prose by heading.

Word files through python-docx, Markdown files through a Markdown parser and an HTML
parser; nothing of ghgplan takes part, so that what is found is what a reader finds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

Grid = list[list[str]]


@dataclass
class Reading:
    """What stands in a document: grids by caption (without number), prose by heading (without number)."""

    tables: dict[str, Grid] = field(default_factory=dict)
    prose: dict[str, str] = field(default_factory=dict)
    captions: list[str] = field(default_factory=list)

    def add_table(self, caption: str, grid: Grid) -> None:
        self.tables[without_number(caption)] = grid

    def add_prose(self, heading: str, text: str) -> None:
        heading = without_number(heading)
        self.prose[heading] = f"{self.prose.get(heading, '')}\n{text}"


def plain(text: str) -> str:
    """Text with all spaces made ordinary."""
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


def without_number(text: str) -> str:
    return re.sub(r"^(?:(?:表|图|Table|Figure) ?\d+|\d+(?:\.\d+)*)\s+", "", plain(text))


def read_word(path: Path) -> Reading:
    """Walks the body: headings, paragraphs, captions, tables with their merged cells."""
    document = Document(str(path))
    reading, heading, caption = Reading(), "", ""
    for element in document.element.body:
        if element.tag == qn("w:p"):
            text = _text(element)
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            name = document.styles.element.get_by_id(style.get(qn("w:val"))).name_val if style is not None else ""
            if name.lower().startswith("heading "):
                heading = text
            elif name.lower() == "caption":
                caption = text
                reading.captions.append(plain(text))
            else:
                reading.add_prose(heading, text)
        elif element.tag == qn("w:tbl"):
            reading.add_table(caption, _word_grid(element))
            caption = ""
    return reading


def _text(element) -> str:
    parts = []
    for node in element.iter():
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag in (qn("w:br"), qn("w:tab")):
            parts.append(" ")
    return "".join(parts)


def _word_grid(table) -> Grid:
    grid: Grid = []
    for row in table.iter(qn("w:tr")):
        cells: list[str] = []
        for cell in row.iter(qn("w:tc")):
            properties = cell.find(qn("w:tcPr"))
            span = properties.find(qn("w:gridSpan")) if properties is not None else None
            merge = properties.find(qn("w:vMerge")) if properties is not None else None
            continues = merge is not None and merge.get(qn("w:val")) != "restart"
            text = "" if continues else plain(" ".join(_text(p) for p in cell.iter(qn("w:p"))))
            cells += [text] + [""] * (int(span.get(qn("w:val"))) - 1 if span is not None else 0)
        grid.append(cells)
    return grid


def read_markdown(path: Path) -> Reading:
    """Renders the Markdown to HTML and walks that."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(path.read_text(encoding="utf-8"))
    walker = _Walker()
    walker.feed(html)
    walker.end_paragraph()
    return walker.reading


class _Walker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.reading = Reading()
        self.heading = ""
        self.text: list[str] = []
        self.last = ""
        self.labelled = False
        self.rows: list[list[tuple[str, int, int]]] | None = None
        self.cell: tuple[int, int] | None = None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "table":
            self.end_paragraph()
            self.rows = []
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in ("td", "th"):
            self.text = []
            self.cell = (int(given.get("colspan") or 1), int(given.get("rowspan") or 1))
        elif tag == "br":
            self.text.append(" ")
        elif tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6") and self.rows is None:
            self.end_paragraph()

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.rows is not None and self.cell is not None:
            self.rows[-1].append((plain("".join(self.text)), *self.cell))
            self.text, self.cell = [], None
        elif tag == "table" and self.rows is not None:
            self.reading.add_table(self.last, _html_grid(self.rows))
            self.rows = None
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.heading = "".join(self.text)
            self.text = []
        elif tag == "strong" and re.fullmatch(r"(表|图|Table|Figure) \d+", plain("".join(self.text))):
            self.labelled = True  # a caption begins with its label in bold
        elif tag in ("p", "li") and self.rows is None:
            self.end_paragraph()

    def handle_data(self, data):
        self.text.append(data)

    def end_paragraph(self) -> None:
        text = "".join(self.text)
        if text.strip() and self.rows is None:
            self.last = text
            if self.labelled:
                self.reading.captions.append(plain(text))
            self.reading.add_prose(self.heading, text)
        self.text, self.labelled = [], False


def _html_grid(rows: list[list[tuple[str, int, int]]]) -> Grid:
    width = sum(columns for _, columns, _ in rows[0])
    grid: list[list[str | None]] = [[None] * width for _ in rows]
    for position, row in enumerate(rows):
        column = 0
        for text, columns, height in row:
            while grid[position][column] is not None:
                column += 1
            for down in range(height):
                for right in range(columns):
                    grid[position + down][column + right] = text if (down, right) == (0, 0) else ""
    return [[text or "" for text in row] for row in grid]
