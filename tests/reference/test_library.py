"""Every entry of every kind, as lists show them."""

from __future__ import annotations

import re

import pytest

from ghgplan.plan.units import UnknownUnitError, parse_unit
from ghgplan.reference.entries import Kind
from ghgplan.reference.library import all_entries, entry, search
from ghgplan.reference.lookup import Unknown
from ghgplan.reference.sets import named_sets
from reference.known import known

ENTRIES = tuple(all_entries().values())
CHINESE = re.compile(r"[一-鿿]")
# Units of the library that plans cannot write yet; a unit that becomes known must leave this list.
NOT_IN_PLANS: set[str] = set()
WITHOUT_FIXED_VALUE = "coal equivalent/gbt2589-2020/electricity-equivalent"
WITHOUT_AMOUNTS = {Kind.STANDARD, Kind.CRITERION, Kind.EMISSION_CATEGORY}


def test_the_library_has_entries_of_every_kind() -> None:
    assert {each.kind for each in ENTRIES} == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_an_entry_has_names_value_source_and_year(kind: Kind) -> None:
    for each in search("", kind):
        assert CHINESE.search(each.name.zh), each.id
        assert each.name.en, each.id
        assert not CHINESE.search(each.name.en), each.id
        assert each.provenance.edition, each.id
        assert each.provenance.source.title.zh, each.id
        assert each.provenance.source.title.en, each.id
        assert bool(each.amounts) == (kind not in WITHOUT_AMOUNTS and each.id != WITHOUT_FIXED_VALUE), each.id
        assert all(amount.value.is_finite() and amount.value > 0 for _, amount in each.amounts), each.id


def test_units_are_those_that_plans_write() -> None:
    unknown: set[str] = set()
    for unit in {amount.unit for each in ENTRIES for _, amount in each.amounts}:
        try:
            parse_unit(unit)
        except UnknownUnitError:
            unknown.add(unit)
    assert unknown == NOT_IN_PLANS


def test_an_entry_of_a_set_names_one_that_exists() -> None:
    for each in ENTRIES:
        sets = named_sets(each.kind)
        assert each.set in sets if sets else each.set in {"", "ghg protocol", "iso 14064-1"}, each.id


def test_named_sets_are_not_empty() -> None:
    for kind in Kind:
        for name in named_sets(kind):
            assert any(each.kind is kind and each.set == name for each in ENTRIES), name


def test_an_entry_is_found_by_its_id() -> None:
    assert known(entry("grid factor/mee-nbs/shanxi/2023")).value_text == "0.6634 kgCO2/kWh"
    missing = entry("grid factor/mee-nbs/shanxi/2033")
    assert isinstance(missing, Unknown)
    assert "grid factor/mee-nbs/shanxi/2023" in missing.nearest


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("山西 2023", "grid factor/mee-nbs/shanxi/2023"),
        ("SHANXI 2022", "grid factor/mee-nbs/shanxi/2022"),
        ("天然气 ipcc", "fuel/ipcc-2006/natural-gas"),
        ("natural gas 15.242055", "fuel/mee-database-2026/natural-gas"),
        ("0.7921", "grid factor/ndrc-regional/east/2012"),
        ("综合能耗 2020", "standard/GB/T 2589-2020"),
        ("公告2024年第33号 四川", "grid factor/mee-nbs/sichuan/2022"),
        ("intermediate target public", "asi criterion/5.3b-iii"),
    ],
)
def test_search_finds_by_name_value_source_and_note_in_both_languages(words: str, expected: str) -> None:
    assert expected in {found.id for found in search(words)}


def test_search_wants_every_word_and_keeps_to_a_kind() -> None:
    assert search("山西 氧化亚氮") == ()
    assert {found.kind for found in search("diesel", Kind.FUEL)} == {Kind.FUEL}
    assert len(search("")) == len(ENTRIES)


def test_entries_say_where_only_memory_vouches_for_them() -> None:
    from_memory = {found.id for found in search("from memory")}
    assert {"fuel/ndrc-sector/diesel", "grid factor/peaking-guide/yunnan/2018", "asi criterion/5.2"} <= from_memory
    assert "grid factor/mee-nbs/shanxi/2023" not in from_memory


def test_the_library_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        all_entries()["new"] = ENTRIES[0]  # type: ignore[index]
