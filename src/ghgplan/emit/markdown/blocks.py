"""Each kind of block as Markdown."""

from __future__ import annotations

from itertools import zip_longest

from ghgplan.document.blocks import Block, BulletList, Figure, Heading, Note, Paragraph, Table, Words
from ghgplan.emit.markdown.lists import block_lines, list_text
from ghgplan.emit.markdown.literal import anchor, escape, picture_path
from ghgplan.emit.markdown.looks import HARD_BREAK, flowing, label, single, strengthened, title
from ghgplan.emit.markdown.tables import table_text

_DEEPEST_HEADING = 6


def block_texts(blocks: tuple[Block, ...], charts: str) -> list[tuple[str, str]]:
    """The kind and the text of each block that has any. ``charts`` is the folder of the pictures."""
    texts: list[tuple[str, str]] = []
    before: Block | None = None
    other_marker = False
    for block in blocks:
        follows = isinstance(block, BulletList) and isinstance(before, BulletList) and block.ordered == before.ordered
        other_marker = follows and not other_marker
        text = block_text(block, charts, other_marker)
        if text:
            texts.append((type(block).__name__.lower(), text))
            before = block
    return texts


def block_text(block: Block, charts: str, other_marker: bool = False) -> str:
    """One block; ``other_marker`` is for a list that follows a list."""
    match block:
        case Heading():
            return heading_text(block)
        case Paragraph():
            return paragraph_text(block.words)
        case Note():
            return note_text(block.words)
        case BulletList():
            return list_text(block, other_marker)
        case Table():
            note = note_text(block.note) if block.note else ""
            parts = (_anchor_tag(block.name) + caption_text(block.label, block.caption), table_text(block), note)
            return "\n\n".join(part for part in parts if part)
        case Figure():
            picture = f"![{label(block.alternative)}]({picture_path(charts, block.file)})"
            return f"{_anchor_tag(block.name)}{picture}\n\n{caption_text(block.label, block.caption)}".rstrip()


def heading_text(heading: Heading) -> str:
    """A heading in one line, one level below the document's title."""
    marks = "#" * min(heading.level + 1, _DEEPEST_HEADING)
    number = f"{escape(heading.number)} " if heading.number else ""
    return f"{marks} {_anchor_tag(heading.name)}{number}{title(heading.words)}".rstrip()


def paragraph_text(words: Words) -> str:
    """A paragraph for each language, the leading one first."""
    return "\n\n".join(text for text in map(flowing, words) if text)


def note_text(words: Words) -> str:
    """Small print, as a quotation: no host shows small type in Markdown."""
    lines = block_lines(words)
    return "\n".join(f"> {line}" for line in lines) if any(lines) else ""


def caption_text(label_words: Words, caption: Words) -> str:
    """``**Table 1** Caption``, one line for each language."""
    lines: list[str] = []
    for number, line in zip_longest(label_words, caption):
        parts = (single(strengthened(number)) if number else "", single(line) if line else "")
        lines.append(" ".join(part for part in parts if part))
    return HARD_BREAK.join(line for line in lines if line)


def _anchor_tag(name: str) -> str:
    return f'<a id="{anchor(name)}"></a>'
