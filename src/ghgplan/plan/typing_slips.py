"""Slips of the Chinese keyboard that stop YAML: found line by line, each at its own place.

YAML reports such a slip on a later line, in words about mappings, and only the first;
this looks for the character that did it. Used where parsing failed, never to refuse a
plan that parses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.diagnostics import Diagnostic, Span

_BLOCK_TEXT = re.compile(r"(^|\s)[|>][+-]?\d?\s*(#.*)?$")
_SLIPS = (
    ("GP-Y21", re.compile(r"^ *(\t)")),
    ("GP-Y22", re.compile("^ *([\u3000\u00a0])")),
    ("GP-Y23", re.compile("^ *([－—–•·])\\s*\\S")),
    ("GP-Y20", re.compile(r"^\s*(?:- +)*[^\s'\"#:：,{}\[\]][^'\"#:：]{0,40}(：)")),
    ("GP-Y24", re.compile(r"^\s*(?:- +)*[\w][\w -]{0,40}(:)(?=[^\s/\\:])")),
    ("GP-Y25", re.compile(r"^\s*(?:- +)*[^\s'\"#:][^'\"#:]{0,40}: +([“”‘’「])")),
    ("GP-Y26", re.compile(r"^\s*(?:- +)*[^\s'\"#:][^'\"#:]{0,40}: +([@%`&*!])")),
    ("GP-Y27", re.compile(r"^\s*(?:- +)*[^\s'\"#:][^'\"#:]{0,40}: +[^'\"{\[|>\s][^'\"#]*(: )")),
    ("GP-Y28", re.compile("^\\s*(?:- +)*[^\\s'\"#:][^'\"#:]{0,40}: +([{［｛\\[][^}\\]]*[，：］｝])")),
)


def slips(file: str, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    """The likely slips, at most one a line; text under ``|`` and ``>`` is passed over."""
    inside: int | None = None
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if inside is not None:
            if indent > inside:
                continue
            inside = None
        if _BLOCK_TEXT.search(line):
            inside = indent
        for code, pattern in _SLIPS:
            match = pattern.search(line)
            if match:
                arguments = {"character": match.group(1)[-1:]}
                yield Diagnostic(code, Span(file, number, match.end(1)), arguments=arguments)
                break
