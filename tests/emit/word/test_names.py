"""The description of what templates are given against what they are given, so that neither can drift."""

import pytest
from context_page import ROOT, context_page, example

from ghgplan.document.blocks import Edition
from ghgplan.emit.names import Kind, Name, many, mismatches, record
from ghgplan.emit.word.names import NAMES

PLANS = sorted(path.parent.name for path in (ROOT / "plans").glob("*/plan.yaml"))


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("edition", Edition)
def test_every_plan_gives_a_template_what_is_described(plan: str, edition: Edition) -> None:
    assert list(mismatches(record("", "", NAMES), example(edition, plan), "context")) == []


def test_a_difference_is_seen() -> None:
    described = record("", "", {"a": Name("", ""), "b": many("", "", record("", "", {"c": Name("", "")})), "d": Name("", "", Kind.READY)})
    assert list(mismatches(described, {"a": 1, "b": [{"c": None}, "x"], "d": "text"}, "it")) == [
        "it.a is no text",
        "it.b[].c is no text",
        "it.b[] is no record",
        "it.d is not ready",
    ]
    assert list(mismatches(described, {"a": "", "b": []}, "it")) == ["it: ['d']"]
    assert list(mismatches(many("", "", Name("", "")), "text", "it")) == ["it is no list"]


def test_the_page_names_everything_in_both_languages() -> None:
    page = context_page()
    for name, described in NAMES.items():
        assert f"| `{name}" in page
        assert described.zh in page
        assert described.en in page
    assert "14,933.10" in page
    assert "—" in page
