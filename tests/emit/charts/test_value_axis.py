from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.emit.charts.value_axis import amounts_axis, intensity_axis

AMOUNTS = st.lists(st.decimals(min_value=Decimal("-1e9"), max_value=Decimal("1e9"), places=4), max_size=8)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["0.82", "0.71"], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (["3.234", "0.347"], ["0", "1", "2", "3", "4"]),
        (["17.5", "14.2"], ["0", "5", "10", "15", "20"]),
        (["0.16", "0.16"], ["0.00", "0.05", "0.10", "0.15", "0.20"]),
        (["0", "0"], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ([], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ],
)
def test_a_pathway_that_falls_visibly_starts_at_zero(values, ticks):
    axis = intensity_axis([Decimal(value) for value in values])
    assert list(axis.texts()) == ticks
    assert not axis.cut


@pytest.mark.parametrize("values", [["0.08", "0.079"], ["0.17", "0.16"]])
def test_a_pathway_that_would_look_level_is_cut(values):
    axis = intensity_axis([Decimal(value) for value in values])
    assert axis.cut
    assert 0 < axis.low < min(map(Decimal, values))
    assert axis.high > max(map(Decimal, values))


def test_large_amounts_are_written_in_groups():
    assert amounts_axis([Decimal(9093705)]).texts()[-1] == "10,000,000"


@given(AMOUNTS)
def test_ticks_cover_the_values_evenly(values):
    for axis in (amounts_axis(values), intensity_axis(values)):
        assert 2 <= len(axis.ticks) <= 9
        assert all(axis.low <= value <= axis.high for value in values)
        assert len({second - first for first, second in zip(axis.ticks, axis.ticks[1:], strict=False)}) == 1
        assert len(set(axis.texts())) == len(axis.ticks)
        assert axis.cut or 0 in axis.ticks
