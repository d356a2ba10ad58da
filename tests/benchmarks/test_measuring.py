"""How many plans fit in a time, and that sides run in turn."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.cases import KINDS, Case, Kind, Side
from benchmarks.measuring import fitting, measured
from benchmarks.running import Command
from benchmarks.workplace import Workplace
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(1, 3000), st.floats(0, 10_000), st.floats(0.001, 100))
def test_what_fits_is_within_the_time_and_the_wish(wanted: int, seconds: float, a_plan: float):
    size = fitting(wanted, seconds, a_plan)
    assert 1 <= size <= wanted
    assert size == 1 or size * a_plan <= seconds
    assert fitting(wanted, seconds * 2, a_plan) >= size


def test_all_fit_where_there_is_time():
    assert fitting(100, 1000, 1) == 100
    assert fitting(70, 1000, 1) == 70
    assert fitting(100, 35, 1) == 30


def test_the_cases_share_the_time():
    assert 0.7 <= sum(kind.share for kind in KINDS) <= 0.95


def test_sides_run_in_turn(tmp_path: Path):
    (tmp_path / "home").mkdir()

    def side(name: str) -> Side:
        return Side(name, Command([[sys.executable, "-c", f"open('log', 'a').write('{name}')"]], tmp_path))

    case = Case(side("a"), [side("b"), side("c")])
    kind = Kind("turns", lambda _place, _count: case, None, 1)
    found = measured(kind, case, 1, Workplace(tmp_path, 1), rounds=3, seconds=60)
    assert (tmp_path / "log").read_text() == "abcabcabc"
    assert {name: len(timings) for name, timings in found.timings.items()} == {"a": 3, "b": 3, "c": 3}
    measured(kind, case, 1, Workplace(tmp_path, 1), rounds=3, seconds=0)
    assert (tmp_path / "log").read_text() == "abcabcabc" + "abc"
