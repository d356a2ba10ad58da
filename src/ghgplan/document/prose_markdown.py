"""The Markdown that a plan's prose is written in: CommonMark, fitted to Chinese typing.

It departs from CommonMark where that would surprise the authors of plans:

- ``**目标：**到`` is strong. CommonMark sees a mark between punctuation and a letter and leaves
  the asterisks standing; beside Chinese characters, which are written without blanks, that
  says nothing.
- An indented line is a paragraph, not code, and a line of hyphens under a paragraph makes no heading of it.
- ``[1]: text`` is text, not the definition of a link.
- A line that begins with a Chinese number (``1、``, ``（一）``) or a full-width indent begins a paragraph.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.tree import SyntaxTreeNode

from ghgplan.document.chinese import HAN, is_chinese

_NUMBERS = "一二三四五六七八九十百〇零"
_FULL_WIDTH_INDENT = re.compile(r"(?m)^([ \t]*)\u3000+")
_PARAGRAPH_START = re.compile(
    rf"""(?<=\S)[ \t]*\\?\n(?=[ \t]*(?:
        \u3000                                          # an indent of full-width blanks
        | [（(](?:\d{{1,3}}|[{_NUMBERS}]{{1,4}})[）)]     # （1） （一）
        | (?:\d{{1,3}}|[{_NUMBERS}]{{1,4}})、           # 1、 一、
        | \d{{1,2}}[.．)）](?=[{HAN}])                   # 1.总则: no list without a blank
        | 第[{_NUMBERS}\d]{{1,4}}[章节条款]
        | [\u2460-\u2473]                                # ①
    ))""",
    re.VERBOSE,
)


def prose_tree(text: str) -> SyntaxTreeNode:
    """The syntax tree of ``text``. Addresses are neither checked nor changed: that is left to the caller."""
    return SyntaxTreeNode(_PARSER.parse(_FULL_WIDTH_INDENT.sub(r"\1", _PARAGRAPH_START.sub("\n\n", text))))


def _emphasis(state: StateInline, silent: bool) -> bool:
    """The rule for asterisks and underscores, as CommonMark has it but for Chinese neighbours."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    can_open, can_close = scanned.can_open, scanned.can_close
    if marker == "*":
        before = state.src[state.pos - 1] if state.pos else " "
        end = state.pos + scanned.length
        after = state.src[end] if end < state.posMax else " "
        can_open = can_open or _touches(after, before)
        can_close = can_close or _touches(before, after)
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, can_open, can_close))
    state.pos += scanned.length
    return True


def _touches(inner: str, outer: str) -> bool:
    """Whether a mark between these may belong to the inner one: Chinese punctuation counts as a letter."""
    if inner.isspace():
        return False
    return is_chinese(inner) or not unicodedata.category(inner).startswith(("P", "S")) or is_chinese(outer)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).disable(["code", "lheading", "reference", "html_block", "html_inline"])
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.validateLink = lambda _url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
