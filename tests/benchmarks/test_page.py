"""The page of results."""

from __future__ import annotations

from benchmarks.cases import KINDS, Kind
from benchmarks.measuring import Growth, Result
from benchmarks.page import BEGIN, END, growths, missing, placed, results, seconds, verdict
from benchmarks.running import Timing
from benchmarks.statistics import Ratio, Spread
from benchmarks.workplace import REPOSITORY


def kind(target: float | None = 0.5, plans: int = 1) -> Kind:
    return Kind("a case", lambda _place, _count: None, target, 1, plans)  # pyright: ignore[reportArgumentType]


def test_a_case_is_held_against_its_target_once_and_against_the_others_without():
    timings = {"ghgplan": [Timing(1, 1)] * 3, "naive": [Timing(4, 2)] * 3, "other": [Timing(0.5, 0)] * 3}
    first, second = list(results([Result(kind(), 1, timings)]))[2:]
    assert "| **0.25** [0.25, 0.25] | 0.5 | ≤ 0.5 | reached |" in first
    assert "| **2** [2, 2] | — |  |  |" in second
    assert "500 ms" in second


def test_one_turn_has_no_interval():
    (row,) = list(results([Result(kind(), 1, {"ghgplan": [Timing(1, 1)], "naive": [Timing(4, 2)]})]))[2:]
    assert "**0.25** (one turn)" in row


def test_fewer_plans_than_wanted_are_told():
    (row,) = list(results([Result(kind(plans=100), 30, {"ghgplan": [Timing(1, 1)], "naive": [Timing(4, 2)]})]))[2:]
    assert row.startswith("| 30 a case (100 wanted) |")


def test_a_verdict_counts_the_noise():
    assert verdict(Ratio(0.3, 0.2, 0.4), 0.5) == "reached"
    assert verdict(Ratio(0.3, 0.2, 0.6), 0.5) == "reached, within the noise"
    assert verdict(Ratio(1.5, 1.2, 1.6), 0.5) == "3.0 times too slow"


def test_growth_is_the_last_size_over_the_one_before():
    found = [Growth(1, 1, 100 * 2**20, 1, None), Growth(10, 8, 2**27, 9, None), Growth(100, 80, 2**28, None, None)]
    text = "\n".join(growths(found))
    assert "| 10 | 8.00 s | 800 ms | 128 MiB | 9.00 s | 900 ms | — |" in text
    assert "| 100 | 80.00 s | 800 ms | 256 MiB | — | — | — |" in text
    assert "Time of 100 plans over time of 10: 10.0" in text
    assert "Peak memory of 100 plans over that of 10: 2.00" in text


def test_what_was_not_measured_is_said():
    assert "not measured" in "\n".join(growths([Growth(1, 1, None, 1, None), Growth(10, 8, None, 9, None)]))
    assert "unknown" in "\n".join(growths([Growth(1, 1, None, 1, None)]))
    assert list(missing([])) == []
    assert "100 a case" in "\n".join(missing([kind(plans=100)]))


def test_short_times_are_milliseconds():
    assert seconds(Spread(0.0155, 0.012, 0.02)) == "16 ms (12–20)"
    assert seconds(Spread(1.5, 1.25, 2)) == "1.50 s (1.25–2.00)"


def test_results_go_between_the_marks_and_leave_the_rest():
    page = f"before\n\n{BEGIN}\n\nformer\n\n{END}\n\nafter\n"
    assert placed("new\n", page) == f"before\n\n{BEGIN}\n\nnew\n\n{END}\n\nafter\n"
    assert placed("newer\n", placed("new\n", page)) == placed("newer\n", page)
    assert placed("new\n", "no marks") == "new\n"


def test_the_documentation_tells_every_case():
    text = (REPOSITORY / "docs" / "performance.md").read_text(encoding="utf-8")
    assert [kind.name for kind in KINDS if kind.name not in text] == []
