"""Finding by name, and what is said where a name is not known."""

from __future__ import annotations

import pytest

from ghgplan.reference.lookup import Asked, Unknown, find, find_year, folded, nearest_names

FRUIT = {"red-apple": 1, "pear": 2}


@pytest.mark.parametrize(("name", "same"), [("GB/T2589－2020", "GB/T 2589-2020"), ("R134a", "r-134A"), ("CF₄", "CF4"), ("ＣＯ2", "co2")])
def test_names_are_the_same_however_they_are_typed(name: str, same: str) -> None:
    assert folded(name) == folded(same)


def test_a_name_or_another_name_of_it_finds() -> None:
    assert find(Asked.FUEL, "red-apple", FRUIT) == 1
    assert find(Asked.FUEL, "Red Apple", FRUIT) == 1
    assert find(Asked.FUEL, "梨", FRUIT, {"梨": "pear"}) == 2


def test_an_id_wins_over_another_name() -> None:
    assert find(Asked.FUEL, "PEAR", FRUIT, {"Pear": "red-apple"}) == 2


def test_an_unknown_name_is_a_value() -> None:
    assert find(Asked.FUEL, "paer", FRUIT) == Unknown(Asked.FUEL, "paer", ("pear",), ("red-apple", "pear"))
    assert find(Asked.FUEL, "zzz", FRUIT) == Unknown(Asked.FUEL, "zzz", (), ("red-apple", "pear"))


def test_years_next_to_a_missing_one_are_suggested() -> None:
    assert find_year(Asked.GRID_YEAR, 2021, {2021: "a"}) == "a"
    assert find_year(Asked.GRID_YEAR, 2016, {2015: "a", 2021: "b", 2022: "c"}) == Unknown(
        Asked.GRID_YEAR, "2016", ("2015", "2021"), ("2015", "2021", "2022")
    )


def test_no_more_than_three_names_are_suggested() -> None:
    assert nearest_names("year 1", ["year 2", "year 3", "year 4", "year 5"]) != ()
    assert len(nearest_names("year 1", ["year 2", "year 3", "year 4", "year 5"])) == 3


def test_of_names_that_fold_alike_the_first_is_suggested() -> None:
    assert nearest_names("deisel", ["diesel", "Diesel"]) == ("diesel",)
