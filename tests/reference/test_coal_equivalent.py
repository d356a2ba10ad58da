"""Coal-equivalent coefficients by edition of GB/T 2589."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ghgplan.reference.coal_equivalent import coal_equivalent, coal_equivalents
from ghgplan.reference.entries import Verification
from ghgplan.reference.lookup import Asked, Unknown
from reference.known import known, value

MEGAJOULE_PER_KILOGRAM_COAL_EQUIVALENT = 7 * Decimal("4.1868")


@pytest.mark.parametrize(
    ("carrier", "amount", "verification"),
    [
        ("电力（当量值）", "0.1229 kgce/kWh", Verification.THIRD_PARTY),
        ("natural-gas-oilfield", "1.3300 kgce/m3", Verification.THIRD_PARTY),
        ("natural-gas-gasfield", "1.2143 kgce/m3", Verification.THIRD_PARTY),
        ("diesel", "1.4571 kgce/kg", Verification.THIRD_PARTY),
        ("汽油", "1.4714 kgce/kg", Verification.THIRD_PARTY),
        ("water", "0.2571 kgce/t", Verification.THIRD_PARTY),
        ("raw-coal", "0.7143 kgce/kg", Verification.MEMORY),
        ("compressed-air", "0.0400 kgce/m3", Verification.MEMORY),
    ],
)
def test_coefficients_of_2020(carrier: str, amount: str, verification: Verification) -> None:
    found = known(coal_equivalent("gbt2589-2020", carrier))
    assert str(found.amount) == amount
    assert found.provenance.verification is verification


def test_editions_differ_and_are_not_mixed() -> None:
    assert str(known(coal_equivalent("gbt2589-2008", "water")).amount) == "0.0857 kgce/t"
    missing = coal_equivalent("gbt2589-2008", "diesel")
    assert isinstance(missing, Unknown)
    assert (missing.asked, missing.known) == (Asked.ENERGY_CARRIER, ("water",))


def test_heat_and_electricity_follow_from_the_definition_of_standard_coal() -> None:
    heat = value(known(coal_equivalent("gbt2589-2020", "heat")).amount)
    electricity = value(known(coal_equivalent("gbt2589-2020", "electricity")).amount)
    assert (1 / MEGAJOULE_PER_KILOGRAM_COAL_EQUIVALENT).quantize(heat) == heat
    assert (Decimal(860) / 7000).quantize(electricity) == electricity


def test_only_electricity_by_its_equivalent_value_has_no_fixed_coefficient() -> None:
    without = [each.id for each in known(coal_equivalents("gbt2589-2020")).values() if each.amount is None]
    assert without == ["electricity-equivalent"]
    note = known(coal_equivalent("gbt2589-2020", "electricity-equivalent")).provenance.note
    assert note is not None
    assert "供电标准煤耗" in note.zh


def test_an_unknown_edition_gets_the_known_ones() -> None:
    missing = coal_equivalents("gbt2589-2015")
    assert isinstance(missing, Unknown)
    assert missing.known == ("gbt2589-2020", "gbt2589-2008")
