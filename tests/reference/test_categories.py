"""Scopes of the GHG Protocol and categories of ISO 14064-1:2018."""

from __future__ import annotations

from ghgplan.reference.categories import emission_categories, iso_categories
from ghgplan.reference.entries import Verification


def test_every_scope_and_category_has_its_iso_category() -> None:
    allocation: dict[int, list[str]] = {number: [] for number in iso_categories()}
    for each in emission_categories().values():
        allocation[each.iso_category.number].append(f"{each.scope}.{each.category}" if each.category else str(each.scope))
    assert {number: " ".join(names) for number, names in allocation.items()} == {
        1: "1",
        2: "2",
        3: "3.4 3.6 3.7 3.9",
        4: "3.1 3.2 3.3 3.5 3.8",
        5: "3.10 3.11 3.12 3.13 3.14 3.15",
        6: "",
    }


def test_how_far_the_allocation_is_verified() -> None:
    assert emission_categories()["scope 3 category 3"].provenance.verification is Verification.PUBLISHED
    assert emission_categories()["scope 3 category 1"].provenance.verification is Verification.MEMORY
