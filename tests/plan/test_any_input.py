"""Whatever a file holds, reading it gives findings that can be shown, and never an exception.

More examples by hand: ``GHGPLAN_EXAMPLES=20000 pytest tests/plan/test_any_input.py``.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ghgplan.catalogue import LANGUAGES
from ghgplan.diagnostics import Outcome
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read
from plan.samples import FILE, GOOD_PLAN

EXAMPLES = int(os.environ.get("GHGPLAN_EXAMPLES", "0"))

# Fragments that have a meaning to YAML, to the plan language, or to somebody's keyboard.
_FRAGMENTS = st.sampled_from(
    [
        *(
            "：",
            "，",
            "　",
            "\t",
            "- ",
            "-",
            "－",
            "—",
            ": ",
            ":",
            "{",
            "}",
            "[",
            "]",
            "{{ x }}",
            "｛",
            "'",
            '"',
            "“",
            "”",
            "#",
            " #",
            "&a ",
            "*a",
        ),
        *(
            "!t ",
            "%",
            "@",
            "`",
            "|",
            ">",
            "|\n",
            "? ",
            "---",
            "...",
            "<<: ",
            "~",
            "null",
            "no",
            "08",
            "1e9",
            "1,000",
            "\n",
            "\n  ",
            "  ",
            "\r",
        ),
        *("\\", "\\x", "\ufeff", "\u202e", "\x00", "\x85", "\u2028", "\U0001f600", "８", "万", "casting", "process:", "zh: ", "[key]", "0"),
        *("2025", " t", "^"),
    ]
)
_LINES = GOOD_PLAN.split("\n")


@st.composite
def mutated_plans(draw: st.DrawFn) -> str:
    """The good plan with lines deleted, doubled, moved or indented, and with characters put in, taken out or replaced."""
    lines = list(_LINES)
    for _ in range(draw(st.integers(1, 6))):
        number = draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        column = draw(st.integers(0, len(line)))
        match draw(st.integers(0, 6)):
            case 0:
                del lines[number]
            case 1:
                lines.insert(number, line)
            case 2:
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(number))
            case 3:
                lines[number] = draw(st.sampled_from(["  ", " ", "\t", "　", "- "])) + line
            case 4:
                lines[number] = line[:column] + draw(_FRAGMENTS) + line[column:]
            case 5:
                lines[number] = line[:column] + line[column + draw(st.integers(1, 5)) :]
            case _:
                lines[number] = line[:column] + draw(_FRAGMENTS) + line[column + 1 :]
        lines = lines or [""]
    return "\n".join(lines)


def check(content: bytes) -> None:
    read_outcome = read(content, FILE)
    parsed: Outcome[PlanFile] = parse(read_outcome.value, {}) if read_outcome.value else Outcome(None)
    found = (*read_outcome.diagnostics, *parsed.diagnostics)
    assert found or parsed.value is not None, "nothing came of it, and nobody says why"
    lines = _lines(content)
    for diagnostic in found:
        assert diagnostic.code not in ("GP-S04", "GP-Y06"), "a problem without words of its own"
        place = diagnostic.span
        assert place.file == FILE
        assert place.length >= 1
        assert 1 <= place.line <= max(len(lines), 1)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        for language in LANGUAGES:
            assert diagnostic.message(language)
            assert diagnostic.advice(language)


def _lines(content: bytes) -> list[str]:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return content.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _settings(share: int) -> settings:
    return settings(max_examples=EXAMPLES or share, deadline=None, derandomize=not EXAMPLES, suppress_health_check=list(HealthCheck))


@_settings(150)
@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    check(content)


@_settings(150)
@given(st.lists(_FRAGMENTS | st.text(max_size=5), max_size=40).map("".join))
def test_any_text(text: str) -> None:
    check(text.encode("utf-8"))


@_settings(120)
@given(mutated_plans())
def test_a_plan_with_slips(text: str) -> None:
    check(text.encode("utf-8"))
