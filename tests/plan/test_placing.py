"""Numbers of sections, tables and figures."""

from __future__ import annotations

from itertools import pairwise

from ghgplan.plan.placing import letter, placed_items, section_numbers
from little_plans import report


def numbers(annexes: str) -> tuple[str, ...]:
    sections = "".join(f"  - {{title: {{zh: 章, en: Chapter}}, annex: {annex}}}\n" for annex in annexes.split())
    return section_numbers(report(f"outline:\n{sections}").plan.outline)


def test_annexes_are_lettered_and_not_counted_among_the_sections() -> None:
    assert numbers("no no yes yes") == ("1", "2", "A", "B")
    assert numbers("yes no yes no") == ("A", "1", "B", "2")


def test_letters_go_on_after_the_last_of_the_alphabet() -> None:
    assert [letter(before) for before in (0, 25, 26, 27, 51, 52, 701, 702)] == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]
    letters = [letter(before) for before in range(800)]
    assert len(set(letters)) == 800
    assert all((len(one), one) < (len(next_one), next_one) for one, next_one in pairwise(letters))


def test_pictures_are_counted_among_the_figures_and_called_so() -> None:
    body = "[{picture: a.png, caption: A}, {chart: pathway}, {picture: b.png, caption: B}, {picture: c.png, caption: C, name: plant}]"
    placed = list(placed_items(report(f"outline: [{{title: {{zh: 章, en: Chapter}}, body: {body}}}]\n").plan.outline))
    assert [(part.reference, part.number) for part in placed] == [
        ("figure.picture", 1),
        ("figure.pathway", 2),
        ("figure.picture 2", 3),
        ("figure.plant", 4),
    ]
