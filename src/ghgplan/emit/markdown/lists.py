"""Lists and the contents: nested by indentation."""

from __future__ import annotations

from collections.abc import Iterable

from ghgplan.document.blocks import BulletList, Heading, Words
from ghgplan.emit.markdown.literal import anchor, escape
from ghgplan.emit.markdown.looks import HARD_BREAK, flowing, label


def list_text(block: BulletList, other_marker: bool = False) -> str:
    """A list with one item to a line; side by side, the second language stands under the first.

    ``other_marker`` keeps it apart from a list right before it: Markdown tells two lists
    by their markers alone.
    """
    mark = {(False, False): "-", (False, True): "*", (True, False): "{}.", (True, True): "{})"}[block.ordered, other_marker]
    lines: list[str] = []
    open_items: list[tuple[int, int]] = []
    for item in block.items:
        # A level deeper than one below its parent would be read as code.
        level = min(item.level, len(open_items))
        count = open_items[level][0] + 1 if level < len(open_items) else 1
        marker = mark.format(count)
        open_items[level:] = [(count, len(marker) + 1)]
        indent = " " * sum(width for _, width in open_items[:level])
        first, *others = block_lines(item.words)
        # A marker alone would be read as the rule of a heading above it.
        lines.append(f"{indent}{marker} {first or '<!-- -->'}")
        lines += [f"{indent}{' ' * (len(marker) + 1)}{line}" for line in others]
    return "\n".join(lines)


def contents_text(headings: Iterable[Heading]) -> str:
    """The headings as nested links."""
    lines: list[str] = []
    depth = 0
    for heading in headings:
        depth = min(heading.level, depth + 1)
        text = f"{escape(heading.number)} {label(heading.words)}".strip()
        lines.append(f"{'  ' * (depth - 1)}- [{text}](#{anchor(heading.name)})")
    return "\n".join(lines)


def block_lines(words: Words) -> list[str]:
    """The words as the lines of one block, languages parted by a hard break."""
    return HARD_BREAK.join(text for text in map(flowing, words) if text).split("\n")
