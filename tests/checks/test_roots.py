"""The tables of what casts doubt on what: each entry names findings that there are, and does something."""

from __future__ import annotations

import pytest

from ghgplan.checks.codes import known_codes
from ghgplan.checks.roots import FOLLOWERS, IN_ORDER, NEED_NOT_REACH, ONLY_AFTER, ONLY_BEFORE, REACH, ROOTS, SHARING, may_follow

PAIRS = [
    *((code, root) for code, roots in (*ONLY_AFTER.items(), *SHARING.items()) for root in roots),
    *((code, root) for root, codes in ONLY_BEFORE.items() for code in codes),
    *((REACH, root) for root in NEED_NOT_REACH),
]


def test_a_code_has_one_place_in_the_order() -> None:
    assert len(ROOTS) == len(IN_ORDER)


@pytest.mark.parametrize(("code", "root"), sorted({*PAIRS}))
def test_an_entry_of_a_pair_names_one_that_follows_and_one_that_lies_deeper(code: str, root: str) -> None:
    assert may_follow(code, root)


def test_every_follower_has_a_root_and_every_root_a_follower() -> None:
    assert [code for code in FOLLOWERS if not any(may_follow(code, root) for root in ROOTS)] == []
    assert [root for root in ROOTS if not any(may_follow(code, root) for code in FOLLOWERS)] == []


def test_there_are_findings_of_every_code() -> None:
    assert {*FOLLOWERS, *ROOTS} <= {*known_codes()}
