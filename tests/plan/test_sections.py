"""The one walk over a document's outline."""

from __future__ import annotations

from ghgplan.plan.sections import items, passages, sections
from little_plans import report

OUTLINE = """
outline:
  - title: Summary
    text: Above.
    body: [{text: First.}, {table: targets}, {note: Small print.}]
    sections:
      - title: Below
        body: [{text: Second.}]
  - {title: Annex, annex: yes, text: Last.}
"""


def test_the_walk_goes_through_all_levels_in_the_order_of_the_document() -> None:
    outline = report(OUTLINE).plan.outline
    assert [(".".join(path), section.title.en) for path, section in sections(outline)] == [
        ("outline.0", "Summary"),
        ("outline.0.sections.0", "Below"),
        ("outline.1", "Annex"),
    ]
    assert [".".join(path) for path, _ in items(outline)] == [
        "outline.0.body.0",
        "outline.0.body.1",
        "outline.0.body.2",
        "outline.0.sections.0.body.0",
    ]


def test_passages_stand_where_the_plan_has_them_and_notes_are_asked_for() -> None:
    plan = report(OUTLINE)
    found = {".".join(path): text.en for path, text in passages(plan.plan.outline, notes=True)}
    assert found == {
        "outline.0.text": "Above.",
        "outline.0.body.0.text": "First.",
        "outline.0.body.2.note": "Small print.",
        "outline.0.sections.0.body.0.text": "Second.",
        "outline.1.text": "Last.",
    }
    assert [text.en for _, text in passages(plan.plan.outline)] == ["Above.", "First.", "Second.", "Last."]
    for path, _ in passages(plan.plan.outline, notes=True):
        assert plan.file.source.node(path) is not None
