"""Medians, spreads and ratios: what must hold of any timings."""

from __future__ import annotations

import pytest
from benchmarks.statistics import ratio, spread
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TIMES = st.lists(st.floats(0.001, 1000), min_size=1, max_size=9)
FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(TIMES)
def test_a_spread_holds_its_median_and_knows_no_order(times: list[float]):
    found = spread(times)
    assert found.least <= found.median <= found.most
    assert sum(time <= found.median for time in times) * 2 >= len(times)
    assert spread(times[::-1]) == spread(sorted(times)) == found


def test_a_median_is_not_moved_by_one_slow_run():
    assert spread([1.0, 1.1, 900.0]).median == 1.1


@FEW
@given(TIMES, TIMES)
def test_an_interval_holds_its_ratio(ours: list[float], theirs: list[float]):
    found = ratio(ours, theirs)
    assert 0 < found.low <= found.value <= found.high
    assert min(ours) / max(theirs) <= found.low * 1.000001
    assert found.high <= max(ours) / min(theirs) * 1.000001
    assert ratio(ours, theirs) == found


@FEW
@given(TIMES)
def test_a_command_against_itself_is_one(times: list[float]):
    found = ratio(times, times)
    assert (found.low, found.value, found.high) == (1, 1, 1)


@FEW
@given(TIMES, st.sampled_from([0.25, 2.0, 8.0]))
def test_a_ratio_follows_the_scale(times: list[float], scale: float):
    found = ratio([time * scale for time in times], times)
    assert found.value == pytest.approx(scale)
    assert found.high == pytest.approx(scale)


def test_what_slows_a_turn_for_both_does_not_widen_the_interval():
    theirs = [1.0, 2.0, 4.0, 1.0, 3.0, 9.0, 1.0]
    found = ratio([2 * time for time in theirs], theirs)
    assert found.high - found.low < 1e-9


def test_noise_widens_the_interval():
    quiet = ratio([2.0, 2.01, 1.99, 2.0, 2.0], [1.0, 1.01, 0.99, 1.0, 1.0])
    noisy = ratio([2.0, 4.0, 1.0, 2.5, 1.8], [1.0, 0.5, 2.0, 1.0, 1.2])
    assert noisy.high - noisy.low > quiet.high - quiet.low
