"""Reductions, masses and amounts that are stated beside what they follow from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.measures.little import plan, saving
from ghgplan.checks.measures import stated_reductions as rules


@pytest.mark.parametrize(
    ("of", "figures", "count"),
    [
        ("天然气", "amount: 0.85 m3/t, stated reduction: 1.84 kgCO2e/t", 0),
        ("单吨产品天然气消耗", "amount: 0.85 m3/t, stated reduction: 1.84 kgCO2e/t", 0),
        ("天然气", "amount: 0.85 m3/t, stated reduction: 18.4 kgCO2e/t", 1),
        ("天然气", "amount: 0.85 m3/t, stated reduction: 0.53 kgCO2e/t", 1),
        ("天然气", "amount: 8.5 万m3, stated reduction: 184 tCO2e", 0),
        ("天然气", "amount: 8.5 万m3, stated reduction: 18.4 tCO2e", 1),
        ("油耗", "amount: 0.09 L/t, mass: 0.0774 kg/t, stated reduction: 0.24 kgCO2e/t", 0),
        ("柴油", "amount: 0.09 L/t, mass: 0.0774 kg/t, stated reduction: 0.32 kgCO2e/t", 1),
        ("柴油", "amount: 0.09 L/t, stated reduction: 0.24 kgCO2e/t", 0),
        ("电力", "amount: 1000 MWh, stated reduction: 570 tCO2e", 0),
        ("电力", "amount: 1000 MWh, stated reduction: 5.7 tCO2e", 1),
        ("电力", "amount: 1000 MWh, stated reduction: 997 tCO2e", 0),
        ("铝屑", "amount: 10 t, stated reduction: 120 tCO2e", 1),
        ("铝屑", "amount: 10 piece, stated reduction: 120 tCO2e", 0),
        # A year's amount and a reduction per tonne cannot be compared.
        ("天然气", "amount: 8.5 万m3, stated reduction: 1.84 kgCO2e/t", 0),
    ],
)
def test_reductions_against_every_set(of: str, figures: str, count: int) -> None:
    found = [*rules.reductions_against_amounts(plan(saving(figures, of)))]
    assert [each.path[-1] for each in found] == ["stated reduction"] * count


@given(st.integers(2154, 2184), st.integers(10, 9999))
def test_any_factor_of_the_library_is_sound(factor: int, amount: int) -> None:
    stated = f"amount: {amount} m3, stated reduction: {amount * factor} gCO2e"
    assert [*rules.reductions_against_amounts(plan(saving(stated)))] == []


@pytest.mark.parametrize(("reduction", "count"), [("1.84", 0), ("1.8", 0), ("1.85", 0), ("1.86", 1), ("2.16", 1)])
def test_reductions_by_the_factor_beside_them(reduction: str, count: int) -> None:
    # 0.85 m3/t may be 0.845 to 0.855, and 2.16 is known to a hundredth: 1.821 to 1.851.
    figures = f"amount: 0.85 m3/t, factor: 2.16 kgCO2e/m3, stated reduction: {reduction} kgCO2e/t"
    assert len([*rules.reductions_by_own_factor(plan(saving(figures)))]) == count


@pytest.mark.parametrize(
    ("figures", "count"),
    [
        ("amount: 0.09 L/t, mass: 0.0774 kg/t", 0), ("amount: 0.09 L/t, mass: 0.774 kg/t", 1), ("amount: 900 L, mass: 774 kg", 0),
        ("amount: 900 L, mass: 774 kg, density: 0.74 kg/L", 1), ("amount: 900 L, mass: 774 kg, density: 0.86 kg/L", 0),
        ("amount: 1000 m3, mass: 700 kg", 0), ("amount: 1000 m3, mass: 7 t", 1), ("amount: 1 t, mass: 1 t", 0),
    ],
)  # fmt: skip
def test_masses_against_volumes(figures: str, count: int) -> None:
    assert len([*rules.masses_against_volumes(plan(saving(figures, "柴油")))]) == count


@pytest.mark.parametrize(("amount", "count"), [("5.2", 0), ("5.1", 0), ("5.35", 1), ("2.5", 1)])
def test_amounts_against_before_and_after(amount: str, count: int) -> None:
    figures = f"amount: {amount} m3/t, before: 80.4 m3/t, after: 75.2 m3/t"
    assert len([*rules.amounts_against_before_and_after(plan(saving(figures)))]) == count


@pytest.mark.parametrize(("whole", "count"), [("1124 tCO2e", 0), ("1180 tCO2e", 0), ("1200 tCO2e", 1), ("1050 tCO2e", 1), ("1.1 tCO2e", 1)])
def test_a_total_against_its_parts(whole: str, count: int) -> None:
    found = plan(f"reduction: {whole}, {saving('amount: 52 万m3, factor: 21.622 tCO2/万m3')}")
    assert len([*rules.reduction_against_parts(found)]) == count


def test_a_part_without_emissions_leaves_the_total_open() -> None:
    two = "saves: [{of: 天然气, amount: 52 万m3, factor: 21.622 tCO2/万m3}, {of: 电力, amount: 52 万kWh}]"
    assert [*rules.reduction_against_parts(plan(f"reduction: 9000 tCO2e, {two}"))] == []
