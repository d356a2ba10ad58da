"""Names of fuels and energy."""

from __future__ import annotations

import pytest

from ghgplan.checks.quantities.recognising import coal_equivalents_of, named


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("汽油", "gasoline"), ("Petrol", "gasoline"), ("petrol ", "gasoline"), ("天然气（熔炼）", "natural-gas"), ("LPG", "lpg"),
        ("电力（每年）", "electricity"), ("水", "water"), ("油田天然气", "natural-gas"), ("单吨产品天然气消耗", None), ("节约电力", None),
        ("燃油", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_only_the_name_itself(name: str | None, thing: str | None) -> None:
    assert named(name) == thing


def test_gas_has_several_coefficients() -> None:
    assert {each.id for each in coal_equivalents_of("natural-gas")} == {"natural-gas-oilfield", "natural-gas-gasfield"}
    assert {each.edition for each in coal_equivalents_of("water")} == {"gbt2589-2020", "gbt2589-2008"}
