"""Shares against amounts, and against 100 %."""

from __future__ import annotations

import pytest

from ghgplan.checks.arithmetic.shares import shares_against_amounts, shares_together
from ghgplan.checks.rule import Finding
from little_plans import report

PLAN = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
energy:
  plant:
    carriers:
      gas: {name: {zh: 天然气, en: Gas}, consumption: {2024: 50 万m3}, %s stated shares: {2024: %s}}
      power: {name: {zh: 电力, en: Power}, consumption: {2024: 180 万kWh}, %s stated shares: {2024: %s}}
"""
GAS, POWER = "stated coal equivalent: {2024: 665.0 tce},", "stated coal equivalent: {2024: 221.2 tce},"


def both(gas: str, power: str, *, amounts: bool) -> tuple[list[Finding], list[Finding]]:
    made = report(PLAN % (GAS if amounts else "", gas, POWER if amounts else "", power))
    return list(shares_against_amounts(made)), list(shares_together(made))


def test_sound_shares_are_silent() -> None:
    assert both("75.04 %", "24.96 %", amounts=True) == ([], [])
    assert both("75.04 %", "24.96 %", amounts=False) == ([], [])


def test_rounded_shares_need_not_make_a_hundred_to_the_digit() -> None:
    assert both("75.0 %", "24.9 %", amounts=False) == ([], [])
    assert len(both("75.0 %", "24.8 %", amounts=False)[1]) == 1


def test_where_amounts_tell_which_share_is_wrong_the_sum_is_no_second_finding() -> None:
    wrong, together = both("75.70 %", "24.96 %", amounts=True)
    assert [found.path[-3:] for found in wrong] == [("gas", "stated shares", "2024")]
    assert wrong[0].arguments["together"] == "100.66 %"
    assert together == []


def test_without_amounts_the_sum_is_what_is_wrong() -> None:
    wrong, together = both("75.70 %", "24.96 %", amounts=False)
    assert wrong == []
    assert together[0].arguments["together"] == "100.66 %"
    assert len(together[0].related) == 2


def test_a_part_without_a_share_leaves_the_sum_open() -> None:
    plan = PLAN % ("", "60 %", "", "30 %") + "      water: {name: {zh: 水, en: Water}, consumption: {2024: 5 t}}\n"
    assert list(shares_together(report(plan))) == []


@pytest.mark.parametrize(("whole", "is_found"), [("100 %", False), ("100.00 %", False), ("50.00 %", True)])
def test_the_row_of_the_total_is_the_whole(whole: str, is_found: bool) -> None:
    plan = f"""\
    entities: {{plant: {{name: {{zh: 工厂, en: Plant}}}}}}
    energy:
      plant:
        carriers:
          power:
            name: {{zh: 电, en: Power}}
            consumption: {{2024: 180 万kWh}}
            stated total shares: {{2024: {whole}}}
            uses:
              a: {{name: {{zh: 熔炼, en: Melting}}, amount: {{2024: 150 万kWh}}}}
              b: {{name: {{zh: 办公, en: Offices}}, amount: {{2024: 30 万kWh}}}}
    """
    assert bool(list(shares_against_amounts(report(plan)))) is is_found


def test_years_of_one_part_are_one_finding() -> None:
    plan = """\
    entities: {plant: {name: {zh: 工厂, en: Plant}}}
    energy:
      plant:
        carriers:
          gas:
            name: {zh: 天然气, en: Gas}
            consumption: {2023: 50 万m3, 2024: 50 万m3}
            stated coal equivalent: {2023: 665.0 tce, 2024: 665.0 tce}
            stated shares: {2023: 75.70 %, 2024: 75.70 %}
          power:
            name: {zh: 电力, en: Power}
            consumption: {2023: 180 万kWh, 2024: 180 万kWh}
            stated coal equivalent: {2023: 221.2 tce, 2024: 221.2 tce}
            stated shares: {2023: 24.96 %, 2024: 24.30 %}
    """
    found = list(shares_against_amounts(report(plan)))
    assert [(each.arguments["part"], each.arguments["years"], each.path[-1]) for each in found] == [
        ("gas", "2023, 2024", "2023"),
        ("power", "2024", "2024"),
    ]
