"""Tables: in pipes where Markdown can say them, otherwise in HTML with one cell to a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ghgplan.document.blocks import Align, Cell, Row, Table
from ghgplan.emit.markdown.looks import html_line, single, strengthened

_RULES: dict[Align, str] = {"left": "---", "center": ":---:", "right": "---:"}


def table_text(table: Table) -> str:
    """The table without its caption and note."""
    return pipe_table(table.head[0], table.body) if _fits_pipes(table) else html_table(table.head, table.body)


def pipe_table(head: Row, body: Sequence[Row]) -> str:
    """A table of one head row without spans. A column stands as most of its body cells do."""
    rules = [_RULES[_column_align([row[column] for row in body] or [cell])] for column, cell in enumerate(head)]
    lines = [[_pipe_cell(cell, in_head=True) for cell in head], rules, *([_pipe_cell(cell) for cell in row] for row in body)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def html_table(head: Sequence[Row], body: Sequence[Row]) -> str:
    """A table of any head and spans. No line of it is blank: a blank one would end the HTML."""
    lines = ["<table>"]
    for group, tag, rows in (("thead", "th", head), ("tbody", "td", body)):
        if rows:
            lines.append(f"<{group}>")
            for row in rows:
                lines += ["<tr>", *(_html_cell(cell, tag) for cell in row), "</tr>"]
            lines.append(f"</{group}>")
    return "\n".join([*lines, "</table>"])


def _fits_pipes(table: Table) -> bool:
    rows = (*table.head, *table.body)
    whole = all(len(row) == table.columns and all(cell.columns == cell.rows == 1 for cell in row) for row in rows)
    return len(table.head) == 1 and whole


def _column_align(cells: Sequence[Cell]) -> Align:
    counted: Counter[Align] = Counter(cell.align for cell in cells)
    return counted.most_common(1)[0][0]


def _pipe_cell(cell: Cell, in_head: bool = False) -> str:
    lines = (strengthened(line) if cell.strong and not in_head else line for line in cell.words)
    return "<br>".join(single(line) for line in lines).replace("|", "\\|")


def _html_cell(cell: Cell, tag: str) -> str:
    usual = "center" if tag == "th" else "left"
    attributes = "".join(
        f' {name}="{value}"'
        for name, value, default in (("rowspan", cell.rows, 1), ("colspan", cell.columns, 1), ("align", cell.align, usual))
        if value != default
    )
    lines = (strengthened(line) if cell.strong and tag == "td" else line for line in cell.words)
    return f"<{tag}{attributes}>{'<br>'.join(html_line(line) for line in lines)}</{tag}>"
