"""What YAML's parser complains of -> findings in the words of somebody who fills in a plan."""

from __future__ import annotations

import re
from typing import Any

from ghgplan.diagnostics import Diagnostic, Span
from ghgplan.plan.edited_text import Edit
from ghgplan.plan.typing_slips import quoted_in_flow

# In the order of asking: what the parser was doing (its context), what it met (its problem), our
# code, and whether the beginning of what it was doing is the better place to show.
_PROBLEMS = (
    ("quoted scalar", "unexpected", "GP-Y34", True),
    ("double-quoted scalar", "escape", "GP-Y38", False),
    ("block scalar", "", "GP-Y39", False),
    ("simple key", "could not find expected ':'", "GP-Y31", True),
    ("flow", "expected ',' or", "GP-Y35", True),
    ("directive", "", "GP-Y10", False),
    ("", "<document start>", "GP-Y32", False),
    ("", "directive", "GP-Y10", False),
    ("", "incompatible YAML", "GP-Y10", False),
    ("", "document end marker", "GP-Y10", False),
    ("anchor", "", "GP-Y26", True),
    ("alias", "", "GP-Y26", True),
    ("tag", "", "GP-Y26", True),
    ("parsing a node", "tag handle", "GP-Y26", True),
    ("", "cannot start any token", "GP-Y26", False),
    ("", "mapping keys are not allowed", "GP-Y26", False),
    ("", "sequence entries are not allowed", "GP-Y33", False),
    ("", "mapping values are not allowed", "GP-Y30", False),
    ("", "found unexpected ':'", "GP-Y30", False),
    ("", "expected the node content", "GP-Y37", False),
    ("", "expected <block end>", "GP-Y32", False),
    ("", "more indented follow up", "GP-Y32", False),
)


_AFTER_A_LATER_QUOTE = {"GP-Y30", "GP-Y32", "GP-Y35", "GP-Y36"}
"""What the parser stumbles over where a quotation mark was left open and a later line has one."""

_QUOTES = re.compile(r'(?<!\\)"')
_QUOTED = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*'|(?:^|\s)#.*")
_WHOLE_VALUE = re.compile(r"^\s*(?:- +)*(?:[^\s'\"#:{}\[\]-][^'\"#:]*: +|(?<=- ))(?P<value>\S.*)$")
_VALUE_LOST = {"GP-Y33", "GP-Y34", "GP-Y35", "GP-Y36", "GP-Y37", "GP-Y38", "GP-Y39", "GP-Y41"}
_KEY_WORDS = re.compile(r"^\s*(?:- +)*(?:[A-Za-z]+(?: [A-Za-z]+)*|\S+)")


def mended(problem: Diagnostic, lines: tuple[str, ...]) -> Edit | None:
    """The edit that lets reading go on behind a problem, None where what follows would be guessed at."""
    number = problem.span.line - 1
    line = _line(lines, number)
    if problem.code == "GP-Y31":
        words = _KEY_WORDS.match(line)
        return Edit(words.end(), words.end(), ": ") if words else None
    if problem.code == "GP-Y41" and (quoted := quoted_in_flow(line)) != line:
        return Edit(0, len(line), quoted)
    value = _WHOLE_VALUE.match(line)
    below = next((text for text in lines[number + 1 :] if text.strip()), "")
    if problem.code in _VALUE_LOST and value and _indent(below) <= _indent(line):
        return Edit(value.start("value"), len(line), "''")
    return None


def finding(error: Any, file: str, lines: tuple[str, ...]) -> Diagnostic:
    """The finding on a MarkedYAMLError; its place is that in ``lines``, the text that the parser was given."""
    context, problem = str(error.context or ""), str(error.problem or "")
    met = error.problem_mark or error.context_mark
    began = error.context_mark or met
    if met is None:
        return Diagnostic("GP-Y06", Span(file, 1, 1))
    fitting = ((code, begins) for doing, meets, code, begins in _PROBLEMS if doing in context and meets in problem)
    code, at_beginning = next(fitting, ("GP-Y06", False))
    unclosed = _unclosed_quote(lines, began.line if code == "GP-Y35" else met.line - 1)
    if unclosed and code in _AFTER_A_LATER_QUOTE:
        line, column = unclosed
        return Diagnostic("GP-Y34", Span(file, line + 1, column + 1), arguments={"character": '"'})
    quote = _unquoted_quote(lines, began.line, met.line) if code in ("GP-Y35", "GP-Y37") else None
    if quote:
        return Diagnostic("GP-Y41", Span(file, quote[0] + 1, quote[1] + 1, 2), arguments={"character": "{{"})
    if code == "GP-Y35" and began.line == met.line:
        at_beginning = False
    if code == "GP-Y32" and re.search(r"['\"]\s*$", _line(lines, met.line)[: met.column]) and "scalar" in problem:
        code = "GP-Y36"
    mark = began if at_beginning else met
    line, column = mark.line, mark.column
    if code == "GP-Y30":
        code, line, column = _stray_colon(lines, line, column)
    character = _line(lines, line)[column : column + 1]
    if code == "GP-Y26" and character == "\t":
        code = "GP-Y21"
    if code == "GP-Y37" and not character.strip():
        code = "GP-Y35"
    return Diagnostic(code, Span(file, line + 1, column + 1), arguments={"character": character})


def _unclosed_quote(lines: tuple[str, ...], last: int) -> tuple[int, int] | None:
    """The place of a quotation mark without its fellow on the lines up to ``last``."""
    odd = [number for number, line in enumerate(lines[: last + 1]) if not line.lstrip().startswith("#") and len(_QUOTES.findall(line)) % 2]
    if len(odd) % 2 == 0:
        return None
    return odd[-1], [match.start() for match in _QUOTES.finditer(lines[odd[-1]])][-1]


def _unquoted_quote(lines: tuple[str, ...], first: int, last: int) -> tuple[int, int] | None:
    """The place of the first ``{{`` outside quotation marks on these lines."""
    for number in range(first, min(last + 1, len(lines))):
        bare = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), lines[number])
        column = bare.find("{{")
        if column >= 0:
            return number, column
    return None


def _stray_colon(lines: tuple[str, ...], line: int, column: int) -> tuple[str, int, int]:
    """A colon where no key can be: the line above lacks its own, or this one is indented too far."""
    indent = _indent(_line(lines, line))
    above = next((number for number in range(line - 1, -1, -1) if _line(lines, number).strip()), None)
    if above is not None and _indent(lines[above]) == indent and ":" not in lines[above]:
        return "GP-Y31", above, indent
    return "GP-Y30", line, indent if ":" not in _line(lines, line)[:column] else column


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line(lines: tuple[str, ...], number: int) -> str:
    return lines[number] if number < len(lines) else ""
