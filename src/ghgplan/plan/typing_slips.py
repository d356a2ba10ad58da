"""Slips of the Chinese keyboard that stop YAML: found line by line, each at its own place.

YAML reports such a slip on a later line, in words about mappings, and only the first;
this looks for the character that did it, and mends it so that reading can go on. Used
where parsing failed, never to refuse a plan that parses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ghgplan.diagnostics import Diagnostic, Span
from ghgplan.plan.edited_text import Edit
from ghgplan.values import frozen

_BLOCK_TEXT = re.compile(r"(^|\s)[|>][+-]?\d?\s*(#.*)?$")
_KEY = r"^\s*(?:- +)*[^\s'\"#:：,{}\[\]-][^'\"#:：]{0,40}"


@frozen
class Slip:
    """A finding, and the edit that lets reading go on as if it had been mended."""

    finding: Diagnostic
    mended: Edit


Mend = Callable[[re.Match[str], str, str], str]
"""From the slip and the lines above and below it: what to read in its place."""


def _quoted(match: re.Match[str], _above: str, _below: str) -> str:
    value = match.group("mend")
    kept = value.rstrip()
    return "'" + kept.replace("'", "''") + "'" + value[len(kept) :]


def _quoted_in_flow(match: re.Match[str], _above: str, _below: str) -> str:
    return quoted_in_flow(match.group("mend"))


def quoted_in_flow(text: str) -> str:
    """Flow style with quotation marks around each value that holds ``{{ }}`` and has none."""

    def quoted(found: re.Match[str]) -> str:
        value = found["value"] or found["item"]
        return (found["before"] or found["comma"]) + "'" + value.replace("'", "''") + "'"

    return _FLOW_VALUE.sub(quoted, text)


def _ascii(match: re.Match[str], _above: str, _below: str) -> str:
    return match.group("mend").translate(_TO_ASCII)


def _instead(text: str) -> Mend:
    return lambda _match, _above, _below: text


def _indentation(match: re.Match[str], above: str, below: str) -> str:
    """Spaces in place of tabs and wide spaces, whose width only the neighbours tell."""
    before, rest = match.group()[: match.start("mend")], match.string[match.end() :]
    if re.match(" +[^ \t\u3000\u00a0]", below) and rest.rstrip().endswith(":"):
        wanted = _indent(below) - 2
    elif re.match(" +[^ \t\u3000\u00a0]", above):
        wanted = _indent(above) + (2 if above.rstrip().endswith(":") else 0)
    else:
        return match.group("mend").translate(_TO_ASCII)
    return " " * max(wanted - len(before), 0)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_TO_ASCII = str.maketrans({"\u00a0": " ", "\u3000": "  ", "\t": "  ", "：": ": ", "，": ", ", "［": "[", "］": "]", "｛": "{", "｝": "}"})

# Each pattern names the character at fault ``slip``, and what is replaced to read on ``mend``.
_VALUE = rf"(?:{_KEY}: +|^\s*(?:- +)+)"
_IN_FLOW = r"(?:\"[^\"]*\"|(?<!\w)'[^']*'|(?<=\w)'|[^\"'{}]|\{(?!\{)|\}(?!\}))*?"
_QUOTE = r"\{\{[^{}]*\}\}"
_NEXT_KEY = r"(?!, *\w+: |,\s*$)"
_FLOW_VALUE = re.compile(
    # Behind a key a value ends at the next key, in a list at the next comma.
    rf"(?P<before>: +)(?P<value>(?![\"'\[\s])(?:{_NEXT_KEY}[^\"{{}}\[\]:])*{_QUOTE}(?:{_NEXT_KEY}[^\"{{}}\[\]]|{_QUOTE})*)"
    rf"|(?P<comma>[\[,] *)(?P<item>(?![\"'\[\s])[^\"{{}}\[\]:,]*{_QUOTE}(?:[^\"{{}}\[\],]|{_QUOTE})*)"
)
_SLIPS: tuple[tuple[str, re.Pattern[str], Mend], ...] = (
    ("GP-Y21", re.compile(r"^ *(?P<mend>(?P<slip>\t)[ \t]*)"), _indentation),
    ("GP-Y22", re.compile("^ *(?P<mend>(?P<slip>[\u3000\u00a0])[ \u3000\u00a0]*)"), _indentation),
    ("GP-Y10", re.compile(r"^(?P<mend>(?P<slip>%).*)"), _instead("")),
    ("GP-Y23", re.compile(r"^ *(?P<mend>(?P<slip>[－—–•·●])[－—–]*\s*)\S"), _instead("- ")),
    ("GP-Y20", re.compile(rf"{_KEY}(?P<mend>(?P<slip>：)\s*)"), _instead(": ")),
    ("GP-Y29", re.compile(f"{_KEY}:(?P<mend> *(?P<slip>[\u3000\u00a0])[ \u3000\u00a0]*)"), _instead(" ")),
    (
        "GP-Y24",
        re.compile(r"^\s*(?:- +)*(?:[0-9]{4}|\w[\w +-]{0,40}(?!(?<=[0-9]):[0-9]))(?P<mend>(?P<slip>:))(?=[^\s/\\:])"),
        _instead(": "),
    ),
    ("GP-Y40", re.compile(r"^\s*(?P<mend>(?P<slip>-))(?=[^\s0-9-])"), _instead("- ")),
    ("GP-Y41", re.compile(rf"{_VALUE}(?P<mend>(?:\[|\{{(?!\{{)){_IN_FLOW}(?P<slip>\{{\{{).*)"), _quoted_in_flow),
    ("GP-Y11", re.compile(rf"{_VALUE}(?P<mend>(?P<slip>{{{{).*)"), _quoted),
    ("GP-Y25", re.compile(rf"{_VALUE}(?P<mend>(?P<slip>[“”‘’「]).*: .*)"), _quoted),
    ("GP-Y26", re.compile(rf"{_VALUE}(?P<mend>(?P<slip>[@%`&*!]).*)"), _quoted),
    ("GP-Y28", re.compile(rf"{_VALUE}(?P<mend>(?P<slip>[｛［]).*)"), _ascii),
    ("GP-Y27", re.compile(rf"{_KEY}: +(?P<mend>[^'\"{{\[|>\s][^'\"#]*?(?P<slip>:) .*)"), _quoted),
    ("GP-Y28", re.compile(rf"{_VALUE}(?P<mend>[{{\[][^}}\]]*?(?P<slip>[，：］｝]).*)"), _ascii),
)


def slips(file: str, lines: tuple[str, ...]) -> Iterator[Slip]:
    """The likely slips, at most one a line; text under ``|`` and ``>`` is passed over."""
    inside: int | None = None
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = _indent(line)
        if inside is not None:
            if indent > inside:
                continue
            inside = None
        if _BLOCK_TEXT.search(line):
            inside = indent
        found = _first_slip(file, number, lines)
        if found:
            yield found


def wide_indentation(file: str, number: int, lines: tuple[str, ...]) -> Slip | None:
    """The slip of a line indented with full-width or no-break spaces, which YAML takes into the key."""
    return _slip(file, number, lines, _SLIPS[1])


def _first_slip(file: str, number: int, lines: tuple[str, ...]) -> Slip | None:
    return next((found for kind in _SLIPS if (found := _slip(file, number, lines, kind))), None)


def _slip(file: str, number: int, lines: tuple[str, ...], kind: tuple[str, re.Pattern[str], Mend]) -> Slip | None:
    code, pattern, mend = kind
    match = pattern.search(lines[number - 1])
    if match is None:
        return None
    place = Span(file, number, match.start("slip") + 1)
    above = next((lines[index] for index in range(number - 2, -1, -1) if lines[index].strip()), "")
    below = next((lines[index] for index in range(number, len(lines)) if lines[index].strip()), "")
    finding = Diagnostic(code, place, arguments={"character": match.group("slip")})
    return Slip(finding, Edit(match.start("mend"), match.end("mend"), mend(match, above, below)))
