"""Uses of energy that were worked out from their shares."""

from __future__ import annotations

import pytest

from ghgplan.checks.arithmetic.allocated import allocated_uses
from little_plans import report

ENERGY = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
energy:
  plant:
    carriers:
      power:
        name: {zh: 电力, en: Electricity}
        consumption: {2023: 224.222 万kWh, 2024: 291.688 万kWh}
        coefficient: 1.229 tce/万kWh
        uses:
          a: {name: {zh: 甲, en: A}, amount: {2023: %s 万kWh, 2024: %s 万kWh}, stated shares: {2023: 80.21 %%, 2024: 80.00 %%}}
          b: {name: {zh: 乙, en: B}, amount: {2023: %s 万kWh, 2024: %s 万kWh}, stated shares: {2023: 13.95 %%, 2024: 14.00 %%}}
          c: {name: {zh: 丙, en: C}, amount: {2023: %s 万kWh, 2024: %s 万kWh}, stated shares: {2023: 5.84 %%, 2024: 6.00 %%}}
"""
EXACT = ("179.8484662", "233.3504000", "31.2789690", "40.8363200", "13.0945648", "17.5012800")


@pytest.mark.parametrize(
    ("amounts", "is_found"),
    [
        (EXACT, True),
        (("179.8484663", *EXACT[1:]), True),
        (("179.8484663", "233.3504001", *EXACT[2:]), False),
        (("179.85", "233.35", "31.28", "40.84", "13.09", "17.50"), False),  # as exact as the shares: rounded alike
    ],
)
def test_amounts_that_are_shares(amounts: tuple[str, ...], is_found: bool) -> None:
    assert bool([*allocated_uses(report(ENERGY % amounts))]) is is_found
