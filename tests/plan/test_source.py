"""The tree of a plan and the places in it."""

from __future__ import annotations

import pytest

from ghgplan.diagnostics import Path
from ghgplan.plan.reader import read
from ghgplan.plan.source import Listing, Scalar, Source, Table

TEXT = """\
chapter:
  first: 1.10
  list:
    - a
    - {b: c}
  empty:
  quoted: ""
  long: |
    before {{ name }} after
    {{ name }}
"""


@pytest.fixture
def source() -> Source:
    value = read(TEXT.encode(), "plan.yaml").value
    assert value is not None
    return value


def test_raw_keeps_texts_and_tells_nothing_from_an_empty_text(source: Source) -> None:
    assert source.raw() == {
        "chapter": {
            "first": "1.10",
            "list": ["a", {"b": "c"}],
            "empty": None,
            "quoted": "",
            "long": "before {{ name }} after\n{{ name }}\n",
        }
    }


def test_nodes_by_path(source: Source) -> None:
    assert isinstance(source.node(()), Table)
    assert isinstance(source.node(("chapter", "list")), Listing)
    node = source.node(("chapter", "list", "1", "b"))
    assert isinstance(node, Scalar)
    assert node.text == "c"


@pytest.mark.parametrize(
    "path", [("chapter", "list", "2"), ("chapter", "list", "b"), ("chapter", "list", "-1"), ("chapter", "first", "x"), ("other",)]
)
def test_nothing_at_a_path(source: Source, path: Path) -> None:
    assert source.node(path) is None


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("chapter", "first"), (2, 10)),
        (("chapter", "list", "1", "b"), (5, 11)),
        (("chapter", "first", "below"), (2, 10)),
        (("chapter", "missing"), (2, 3)),
        (("missing",), (1, 1)),
    ],
)
def test_the_place_of_a_value_or_of_its_nearest_parent(source: Source, path: Path, place: tuple[int, int]) -> None:
    span = source.span(path)
    assert (span.line, span.column) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("chapter",), (1, 1)),
        (("chapter", "first"), (2, 3)),
        (("chapter", "list", "1"), (5, 7)),
        ((), (1, 1)),
        (("chapter", "missing"), (2, 3)),
    ],
)
def test_the_place_of_a_key(source: Source, path: Path, place: tuple[int, int]) -> None:
    span = source.key_span(path)
    assert (span.line, span.column) == place


def test_finding_a_fragment_inside_a_text(source: Source) -> None:
    span = source.find(("chapter", "long"), "{{ name }}")
    assert (span.line, span.column, span.length) == (9, 12, 10)
    assert source.find(("chapter", "long"), "nowhere") == source.span(("chapter", "long"))


def test_the_line_of_a_place(source: Source) -> None:
    assert source.line(source.span(("chapter", "first"))) == "  first: 1.10"
