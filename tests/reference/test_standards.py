"""Standards by number, with or without their year."""

from __future__ import annotations

import pytest

from ghgplan.reference.entries import Verification
from ghgplan.reference.lookup import Asked, Unknown
from ghgplan.reference.standards import standard, standards
from reference.known import known


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("GB/T 2589-2020", "GB/T 2589-2020"),
        ("GB/T2589－2020", "GB/T 2589-2020"),
        ("GB/T 2589", "GB/T 2589-2020"),
        ("gb/t 13469", "GB/T 13469-2021"),
        ("GB/T 13469-2008", "GB/T 13469-2008"),
        ("GB17167", "GB 17167-2006"),
        ("ISO 14064-1", "ISO 14064-1:2018"),
        ("ISO14067", "ISO 14067:2018"),
        ("ASI Performance Standard", "ASI Performance Standard V3.1"),
        ("SBTi Corporate Net-Zero Standard", "SBTi Corporate Net-Zero Standard V2.0"),
    ],
)
def test_a_standard_goes_by_its_number(asked: str, number: str) -> None:
    assert known(standard(asked)).number == number


def test_editions_know_one_another() -> None:
    old, new = known(standard("GB/T 13469-2008")), known(standard("GB/T 13469-2021"))
    assert (old.superseded_by, new.supersedes, new.superseded_by) == (new.number, old.number, None)
    for each in standards().values():
        assert each.supersedes is None or each.supersedes in standards()


def test_english_titles_from_memory_say_so() -> None:
    pumps = known(standard("GB/T 13469"))
    assert pumps.title.zh == "离心泵、混流泵与轴流泵系统经济运行"
    assert pumps.title_en_verification is Verification.MEMORY
    assert known(standard("ISO 14068-1")).title_en_verification is Verification.PUBLISHED
    for number, each in standards().items():
        if number.startswith("GB"):
            assert each.title_en_verification is Verification.MEMORY, number


def test_an_unknown_number_gets_the_nearest() -> None:
    missing = standard("GB/T 2588-2020")
    assert isinstance(missing, Unknown)
    assert (missing.asked, missing.nearest[0]) == (Asked.STANDARD, "GB/T 2589-2020")
