"""Single values, and those of them that follow from others."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

import pytest

from ghgplan.reference.entries import Verification
from ghgplan.reference.gwp import gwp
from ghgplan.reference.lookup import Asked, Unknown
from ghgplan.reference.parameters import parameter, parameters
from reference.known import known


def electrolysis(set_name: str, name: str) -> Decimal:
    return known(parameter("electrolysis", set_name, name)).amount.value


@pytest.mark.parametrize(
    ("group", "set_name", "name", "amount", "verification"),
    [
        ("density", "published-plan", "diesel", "0.86 kg/L", Verification.DERIVED),
        ("purchased heat", "mee", "外购热力", "0.11 tCO2/GJ", Verification.THIRD_PARTY),
        ("carbonate", "stoichiometric", "dolomite", "0.477 tCO2/t", Verification.MEMORY),
        ("freight", "gbt-51366", "铁路运输", "0.010 kgCO2e/tkm", Verification.THIRD_PARTY),
        ("electrolysis", "mee-aluminium", "cf4-slope", "0.143 kg·d/min/tAl", Verification.THIRD_PARTY),
        ("sector average", "iai", "primary-2022", "15.1 tCO2e/t", Verification.READ),
        ("sector average", "iai", "primary-2023", "14.8 tCO2e/t", Verification.MEMORY),
        ("target setting", "sbti-1.2", "absolute-1.5-degree", "4.2 %/a", Verification.READ),
    ],
)
def test_values(group: str, set_name: str, name: str, amount: str, verification: Verification) -> None:
    found = known(parameter(group, set_name, name))
    assert str(found.amount) == amount
    assert found.provenance.verification is verification


def test_anode_emissions_follow_from_the_net_consumption() -> None:
    impurities = electrolysis("mee-aluminium", "anode-sulphur") + electrolysis("mee-aluminium", "anode-ash")
    for set_name in ("mee-aluminium", "ndrc-aluminium-2013"):
        printed = electrolysis(set_name, "anode-emissions")
        computed = electrolysis(set_name, "anode-consumption") * (100 - impurities) / 100 * 44 / 12
        assert computed.quantize(printed, ROUND_HALF_EVEN) == printed


def test_anode_effect_emissions_follow_from_the_gases_with_the_potentials_of_ar5() -> None:
    cf4, c2f6 = electrolysis("mee-aluminium", "cf4"), electrolysis("mee-aluminium", "c2f6")
    computed = (cf4 * known(gwp("AR5", "CF4")).amount.value + c2f6 * known(gwp("AR5", "C2F6")).amount.value) / 1000
    printed = electrolysis("mee-aluminium", "anode-effect-emissions")
    assert computed.quantize(printed, ROUND_HALF_EVEN) == printed
    assert c2f6 == cf4 * electrolysis("mee-aluminium", "c2f6-to-cf4")


def test_density_follows_from_the_published_conversion() -> None:
    density = known(parameter("density", "published-plan", "diesel")).amount.value
    assert density * Decimal("0.09") == Decimal("0.0774")


def test_names_that_are_not_there() -> None:
    group, set_name, name = parameters("densty"), parameter("density", "mee", "diesel"), parameter("density", "third-party-code", "disel")
    assert isinstance(group, Unknown)
    assert (group.asked, group.nearest) == (Asked.PARAMETER_GROUP, ("density",))
    assert isinstance(set_name, Unknown)
    assert (set_name.asked, set_name.known) == (Asked.PARAMETER_SET, ("published-plan", "third-party-code", "practice"))
    assert isinstance(name, Unknown)
    assert (name.asked, name.nearest[0]) == (Asked.PARAMETER, "diesel")
