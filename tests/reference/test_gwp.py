"""Global warming potentials by report, and blends from their composition."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

import pytest

from ghgplan.reference.entries import Verification
from ghgplan.reference.gwp import blend_gwp, blends, gases, gwp
from ghgplan.reference.lookup import Asked, Unknown
from reference.known import known

REPORTS = ("AR4", "AR5", "AR6")


@pytest.mark.parametrize(
    ("gas", "values"),
    [
        ("CO2", "1 1 1"),
        ("CH4", "25 28 27.9"),
        ("N2O", "298 265 273"),
        ("HFC-134a", "1430 1300 1530"),
        ("HFC-245fa", "1030 858 962"),
        ("HCFC-22", "1810 1760 1960"),
        ("CF4", "7390 6630 7380"),
        ("C2F6", "12200 11100 12400"),
        ("SF6", "22800 23500 25200"),
        ("NF3", "17200 16100 17400"),
    ],
)
def test_potentials_by_report(gas: str, values: str) -> None:
    found = [known(gwp(report, gas)) for report in REPORTS]
    assert " ".join(str(each.amount.value) for each in found) == values
    assert {each.provenance.verification for each in found} == {Verification.READ}


def test_every_gas_is_in_every_report_but_the_variants_of_methane() -> None:
    for gas in gases():
        for report in REPORTS:
            assert isinstance(gwp(report, gas), Unknown) == (
                (report, gas) in {("AR4", "CH4-fossil"), ("AR4", "CH4-non-fossil"), ("AR5", "CH4-non-fossil")}
            )


def test_methane_by_origin() -> None:
    assert str(known(gwp("AR6", "CH4-fossil")).amount.value) == "29.8"
    assert str(known(gwp("AR6", "CH4-non-fossil")).amount.value) == "27.0"
    assert known(gwp("AR5", "CH4-fossil")).provenance.verification is Verification.MEMORY


@pytest.mark.parametrize("name", ["HFC-134a", "R134a", "r-134A", "hfc134a"])
def test_a_gas_goes_by_the_names_of_the_trade(name: str) -> None:
    assert known(gwp("AR5", name)).gas.id == "HFC-134a"


@pytest.mark.parametrize(
    ("blend", "values"),
    [
        ("R-410A", "2088 1924 2256"),
        ("R-404A", "3922 3943 4728"),
        ("R-407C", "1774 1624 1908"),
        ("R-507A", "3985 3985 4775"),
    ],
)
def test_blends_give_the_published_potentials(blend: str, values: str) -> None:
    computed = [known(blend_gwp(report, blend)).amount.value for report in REPORTS]
    assert " ".join(str(value.quantize(Decimal(1), ROUND_HALF_EVEN)) for value in computed) == values


def test_a_blend_is_not_rounded_and_shows_its_parts() -> None:
    found = known(blend_gwp("AR6", "R410a"))
    assert found.amount.value == Decimal("2255.5")
    assert [(share.value, part.gas.id, part.report) for share, part in found.parts] == [(50, "HFC-32", "AR6"), (50, "HFC-125", "AR6")]


def test_compositions_add_up_to_the_whole() -> None:
    for blend in blends().values():
        assert {share.unit for _, share in blend.composition} == {"%"}
        assert sum(share.value for _, share in blend.composition) == 100
        assert {gas for gas, _ in blend.composition} <= gases().keys()


def test_there_is_no_potential_without_a_known_report() -> None:
    report, gas, blend = gwp("AR7", "CH4"), gwp("AR5", "CF5"), blend_gwp("AR5", "R-410B")
    assert isinstance(report, Unknown)
    assert (report.asked, report.known) == (Asked.ASSESSMENT_REPORT, REPORTS)
    assert isinstance(gas, Unknown)
    assert (gas.asked, "CF4" in gas.nearest) == (Asked.GAS, True)
    assert isinstance(blend, Unknown)
    assert (blend.asked, blend.nearest[0]) == (Asked.BLEND, "R-410A")
