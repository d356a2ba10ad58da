"""Reads the prose of a plan: Markdown text with quotes becomes blocks of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import category

from ghgplan.catalogue import Language
from ghgplan.document.blocks import Block, BulletList, Line, ListItem, Note, Paragraph, Run
from ghgplan.document.chinese import is_chinese
from ghgplan.document.quotes import Quote, QuotedText, inline, take_out
from ghgplan.values import frozen

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

__all__ = ["Prose", "ProseBlock", "Quote", "inline", "pair", "parse_prose"]

ProseBlock: TypeAlias = Paragraph | BulletList | Note

DEEPEST_LEVEL = 2
"""Lists are nested three levels deep, and levels count from 0."""

_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_HTML = re.compile(
    r"<!--|</?(?:a|b|br|center|del|div|em|font|h[1-6]|hr|i|img|ins|li|ol|p|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_PLAIN_LINE = re.compile(r"(?!\s*(?:[#>+~=|-]|\d{1,9}[.)]))(?=.*\S)[^\n\t\v\f\0*_`\[\]<&\\\u2028\u2029]*")
_LISTS = ("bullet_list", "ordered_list")
_KEPT_AS_TEXT = {"heading": "heading", "fence": "code", "blockquote": "quotation in a list", "hr": "rule"}
_SHARED_PUNCTUATION = "“”‘’…—·"
"""What Chinese and English both write; in a Chinese text it stands without blanks."""


@frozen
class Prose:
    """The blocks of a text, and what about it the author should hear of."""

    blocks: tuple[ProseBlock, ...]
    unknown: tuple[str, ...] = ()
    """Quotes that nothing has the name of, as written between the braces."""
    unsupported: tuple[str, ...] = ()
    """Markdown that a document's prose cannot hold, by its English name; its text is kept as plain text."""
    unsafe_links: tuple[str, ...] = ()
    """Addresses other than http, https and mailto; their text is kept without the link."""


def parse_prose(text: str, language: Language, quote: Quote) -> Prose:
    """The blocks of a Markdown text: paragraphs, lists, block quotes as notes; strong, emphasis, links, breaks."""
    held = take_out(text.replace("\r\n", "\n").replace("\r", "\n"), quote)
    reader = _Reader(held, language)
    if any(_is_table_rule(line) for line in held.text.split("\n")):
        reader.unsupported.append("table")
    if _HTML.search(held.text):
        reader.unsupported.append("html")
    blocks = tuple(reader.plain_blocks() if _is_plain(held.text) else reader.blocks(_tree(held.text)))
    return Prose(blocks, _unique(held.unknown), _unique(reader.unsupported), _unique(reader.unsafe_links))


def pair(first: Prose, second: Prose) -> tuple[Block, ...] | None:
    """Two languages side by side in each block; None where the texts differ in shape.

    The shape is the kinds of the blocks, whether lists are ordered, and the levels of their items.
    """
    if len(first.blocks) != len(second.blocks):
        return None
    together: list[Block] = []
    for one, other in zip(first.blocks, second.blocks, strict=True):
        match one, other:
            case (Paragraph(), Paragraph()) | (Note(), Note()):
                together.append(replace(one, words=one.words + other.words))
            case BulletList(), BulletList() if _shape(one) == _shape(other):
                items = zip(one.items, other.items, strict=True)
                together.append(replace(one, items=tuple(ListItem(a.words + b.words, a.level) for a, b in items)))
            case _:
                return None
    return tuple(together)


def _shape(block: BulletList) -> tuple[bool, list[int]]:
    return block.ordered, [item.level for item in block.items]


def _is_plain(text: str) -> bool:
    """Whether the text is paragraphs of one line each without a sign of Markdown, which read the same without its parser."""
    return all(_PLAIN_LINE.fullmatch(paragraph) for paragraph in text.split("\n\n"))


def _tree(text: str) -> SyntaxTreeNode:
    # markdown-it takes as long to load as all tables do, and short plans have nothing for it to read.
    from ghgplan.document.prose_markdown import prose_tree

    return prose_tree(text)


def _is_table_rule(line: str) -> bool:
    return "|" in line and "-" in line and not line.strip("|-: \t")


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


@frozen
class _SoftBreak:
    """The end of a typed line, with the look that a blank there would have."""

    look: Run


class _Reader:
    """Walks one syntax tree."""

    def __init__(self, held: QuotedText, language: Language) -> None:
        self.held = held
        self.language: Language = language
        self.unsupported: list[str] = []
        self.unsafe_links: list[str] = []

    def plain_blocks(self) -> Iterator[ProseBlock]:
        """The paragraphs of a text for which ``_is_plain`` holds."""
        for paragraph in self.held.text.split("\n\n"):
            yield Paragraph((Line(self.language, _trimmed(_joined(self.held.restored(Run(paragraph.strip()))))),))

    def blocks(self, parent: SyntaxTreeNode, kind: type[Paragraph | Note] = Paragraph) -> Iterator[ProseBlock]:
        for node in parent.children:
            if node.type in _LISTS:
                yield BulletList(tuple(self.items(node, 0)), ordered=node.type == "ordered_list")
            elif node.type == "blockquote":
                yield from self.blocks(node, Note)
            elif node.type == "hr":
                self.unsupported.append("rule")
            else:
                yield kind((self.line(node),))

    def items(self, node: SyntaxTreeNode, level: int) -> list[ListItem]:
        """The items of a list and of the lists in it, which count as ordered where the outermost does."""
        if node.attrs.get("start", 1) != 1:
            self.unsupported.append("list number")
        if level > DEEPEST_LEVEL:
            self.unsupported.append("list depth")
        items: list[ListItem] = []
        for entry in node.children:
            own = len(items)
            for child in entry.children:
                if child.type in _LISTS:
                    items += [] if len(items) > own else [ListItem((Line(self.language, ()),), min(level, DEEPEST_LEVEL))]
                    items += self.items(child, level + 1)
                elif len(items) > own:
                    items[-1] = _continued(items[-1], self.line(child))
                else:
                    items.append(ListItem((self.line(child),), min(level, DEEPEST_LEVEL)))
            if len(items) == own:
                items.append(ListItem((Line(self.language, ()),), min(level, DEEPEST_LEVEL)))
        return items

    def line(self, node: SyntaxTreeNode) -> Line:
        """The text of a paragraph, or of what is kept as one."""
        if node.type in _KEPT_AS_TEXT:
            self.unsupported.append(_KEPT_AS_TEXT[node.type])
        if node.type == "fence":
            kept = self.held.restored_text(node.content.strip("\n"))
            return Line(self.language, (Run(kept),) if kept else ())
        if node.type in ("paragraph", "heading"):
            return Line(self.language, _trimmed(_joined(self._flowing(list(self._pieces(node.children[0], Run("")))))))
        return Line(self.language, _joined(_broken(self.line(child) for child in node.children)))

    def _pieces(self, parent: SyntaxTreeNode, look: Run) -> Iterator[Run | _SoftBreak]:
        for node in parent.children:
            match node.type:
                case "text":
                    yield from self.held.restored(replace(look, text=node.content))
                case "softbreak":
                    yield _SoftBreak(look)
                case "hardbreak":
                    yield replace(look, text="\n")
                case "strong":
                    yield from self._pieces(node, replace(look, strong=True))
                case "em":
                    yield from self._pieces(node, replace(look, emphasis=True))
                case "link":
                    yield from self._pieces(node, replace(look, target=self._address(str(node.attrs["href"]))))
                case "image":
                    self.unsupported.append("image")
                    yield from self._pieces(node, look)
                case _:
                    self.unsupported.append("code")
                    yield from self.held.restored(replace(look, text=node.content))

    def _address(self, typed: str) -> str | None:
        address = self.held.restored_text(typed)
        if _SAFE_ADDRESS.fullmatch(address):
            return address
        self.unsafe_links.append(address)
        return None

    def _flowing(self, pieces: list[Run | _SoftBreak]) -> Iterator[Run]:
        """The pieces with each soft break made a blank, or nothing where Chinese goes on."""
        before = " "
        for position, piece in enumerate(pieces):
            if isinstance(piece, Run):
                before = piece.text[-1:] or before
                yield piece
                continue
            following = (pieces[index] for index in range(position + 1, len(pieces)))
            after = next((other.text[0] for other in following if isinstance(other, Run) and other.text), " ")
            if not self._closed_up(before, after):
                yield replace(piece.look, text=" ")

    def _closed_up(self, before: str, after: str) -> bool:
        """Whether these two stand without a blank: two Chinese characters, or full-width punctuation and anything."""
        chinese = [is_chinese(one) or (self.language == "zh" and one in _SHARED_PUNCTUATION) for one in (before, after)]
        punctuation = [one and category(character).startswith("P") for one, character in zip(chinese, (before, after), strict=True)]
        return all(chinese) or any(punctuation)


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with neighbours of one look made one."""
    groups = groupby((run for run in runs if run.text), key=lambda run: (run.strong, run.emphasis, run.target))
    return tuple(Run("".join(run.text for run in group), *look) for look, group in groups)


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a paragraph without blanks at its ends: Chinese typists indent with full-width ones."""
    if not runs:
        return runs
    runs = (replace(runs[0], text=runs[0].text.lstrip()), *runs[1:])
    return tuple(run for run in (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())) if run.text)


def _broken(lines: Iterable[Line]) -> Iterator[Run]:
    """The lines' runs, with a hard break between one line and the next."""
    for position, line in enumerate(lines):
        if position:
            yield Run("\n")
        yield from line.runs


def _continued(item: ListItem, line: Line) -> ListItem:
    """The item with a further paragraph, after a hard break."""
    (own,) = item.words
    return replace(item, words=(replace(own, runs=_joined(_broken(part for part in (own, line) if part.runs))),))
