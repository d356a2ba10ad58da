"""The parser in C stands in for the one in Python where nobody can tell: in what a plan says, and in what is said of it."""

import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghgplan.plan import yaml_events
from ghgplan.plan.reader import read
from ghgplan.plan.yaml_events import HAS_C_PARSER, events

ROOT = Path(__file__).parents[2]
PLANS = sorted(path for folder in ("plans", "tests") for path in (ROOT / folder).rglob("*.yaml"))
TEXTS = [path.read_text(encoding="utf-8") for path in PLANS]
in_c = pytest.mark.skipif(not HAS_C_PARSER, reason="ruamel.yaml.clib is not installed")

MARKS = [
    *("\t", " \t", "\u0085", "\u2028", "\ufeff", "\u00a0", "\u3000", "：", "，", "😀", "\r", "\x07"),
    *(" ", "  ", "\n", "\n  ", " \n", "\n\n", ":", ": ", " #", "#", "- ", "? ", ", ", "{", "}", "[", "]", "{{ x }}", "---\n", "...\n", "%"),
    *(
        "&a ",
        "*a",
        "!t ",
        "<<: ",
        "|",
        "|\n",
        "|2\n",
        ">-\n",
        ": |\n   x\n",
        ": >-\n  a\n\n   b\n  c\n",
        "'",
        '"',
        "''",
        '""',
        "\\",
        "\\\n",
    ),
    *("\\u4e2d", "\\uD83D\\uDE00", "\\x41", "null", "~", "12:30", "https://a.example", "a: b\n", "x" * 70, "@", "`"),
]


def told(text: str) -> list[Any]:
    """What the events of a text say, and where those stand that a plan is read from."""
    return [(type(event).__name__, *said(event)) for event in events(text)]


def said(event: Any) -> list[Any]:
    own = [getattr(event, key, None) or None for key in ("value", "style", "anchor", "tag")]
    if type(event).__name__ in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
        own += [(mark.line, mark.column) for mark in (event.start_mark, event.end_mark)]
    return own


def by_both(text: str) -> tuple[Any, Any]:
    """The plan and the findings by either parser."""
    content = text.encode("utf-8", "surrogatepass")
    found: list[Any] = []
    for has in (True, False):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(yaml_events, "HAS_C_PARSER", has)
            found.append(read(content, "plan.yaml"))
    return found[0], found[1]


@in_c
@pytest.mark.parametrize("text", TEXTS, ids=[str(path.relative_to(ROOT)) for path in PLANS])
def test_both_parsers_tell_the_same_events(text: str, monkeypatch):
    fast = told(text)
    monkeypatch.setattr(yaml_events, "HAS_C_PARSER", False)
    assert fast == told(text)


@in_c
def test_the_plans_of_the_house_are_read_in_c():
    for path in (ROOT / "plans").glob("*/plan.yaml"):
        assert isinstance(events(path.read_text(encoding="utf-8")), list), path


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n", "a: !!str 1\n", "%YAML 1.1\n---\na: 1\n", "a: 1\n---\nb: 2\n", "a: 1\n...\n", "a:\nb: 1\n", "a: \n",
        "{a: , b: 1}", "? a\n: b\n", "a: |#x\n  y\n", "a: |\n \n   b\n", "a\t: b\n", "a:\tb\n", "a: b\tc\n", "|\n# a\n", "a: {b: ISO 14064-1:2018}\n",
        "a: b\u0085c: d\n", "- a\n", "a", "", "a: [b\n", "a: 'b\n", "a: b: c\n", "a: \"\\uD83D\\uDE00\"\n", "a: \"\\q\"\n", "*a: b\n", "&a: b\n",
        "a: [b, \"c\":\"d\"]\n", "a: ['b':c]\n", "a: [[b]:c]\n", "a: [{b: c}:d]\n",
    ],
)  # fmt: skip
@in_c
def test_what_the_parsers_tell_otherwise_is_left_to_the_one_in_python(text: str):
    assert not isinstance(events(text), list)
    fast, slow = by_both(text)
    assert fast == slow


@in_c
@pytest.mark.parametrize("text", ["[" * 1000, "{a: " * 1000, "a: [" + "b," * 200_000 + "]"])
def test_what_is_too_deep_or_too_long_is_told_one_by_one(text: str):
    assert not isinstance(events(text), list)


def test_without_it_nothing_is_missing(monkeypatch):
    monkeypatch.setattr(yaml_events, "HAS_C_PARSER", False)
    outcome = read(b"a: [1, b]\n", "plan.yaml")
    assert outcome.value
    assert outcome.value.raw() == {"a": ["1", "b"]}


@st.composite
def slipped(draw: st.DrawFn) -> str:
    """Some lines of a plan, with slips of the hand in them."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    first = draw(st.integers(0, len(lines) - 1))
    text = textwrap.dedent("\n".join(lines[first : first + draw(st.integers(1, 12))]))
    if text[:1] in (" ", "-", "[", "{"):
        text = "a:\n" + textwrap.indent(text, " ")
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(st.sampled_from(["", *MARKS])) + text[place + draw(st.integers(0, 2)) :]
    return text


@in_c
@settings(max_examples=500, deadline=None)
@given(slipped())
def test_whatever_is_typed_is_read_and_found_fault_with_alike(text: str):
    fast, slow = by_both(text)
    assert fast == slow
