"""Fuels: sets never mix, and printed factors follow from their parameters."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

import pytest

from ghgplan.reference.coal_equivalent import coal_equivalent
from ghgplan.reference.entries import Kind, Verification
from ghgplan.reference.fuels import Fuel, fuel, fuels
from ghgplan.reference.library import search
from ghgplan.reference.lookup import Asked, Unknown
from ghgplan.reference.sets import named_sets
from reference.known import known, value

FUELS = [each for name in named_sets(Kind.FUEL) for each in known(fuels(name)).values()]
CARBON_TO_CO2 = Decimal(44) / Decimal(12)
TJ_PER_GJ = Decimal("0.001")


def factor_by_quantity(each: Fuel) -> Decimal:
    """tCO2 per t or 万m3, from the parameters of the fuel's own set."""
    if each.factor is not None:
        assert each.factor.unit == "tCO2/TJ"
        return value(each.calorific_value) * TJ_PER_GJ * each.factor.value
    return value(each.calorific_value) * TJ_PER_GJ * value(each.carbon_content) * value(each.oxidation) / 100 * CARBON_TO_CO2


def test_a_printed_factor_follows_from_its_parameters() -> None:
    printed = [each for each in FUELS if each.printed_factor is not None]
    assert len(printed) == 28
    for each in printed:
        expected = value(each.printed_factor)
        assert factor_by_quantity(each).quantize(expected, ROUND_HALF_EVEN) == expected, each.entry().id


def test_a_fuel_has_a_direct_factor_or_all_that_gives_one() -> None:
    for each in FUELS:
        parameters = (each.calorific_value, each.carbon_content, each.oxidation)
        assert each.factor is not None or None not in parameters, each.entry().id
        if each.oxidation is not None:
            assert 90 <= each.oxidation.value <= 100, each.entry().id


def test_units_of_gases_and_of_solids_and_liquids() -> None:
    gases = {"natural-gas", "coke-oven-gas", "blast-furnace-gas", "converter-gas"}
    for each in FUELS:
        if each.calorific_value is not None:
            assert each.calorific_value.unit == ("GJ/万m3" if each.id in gases else "GJ/t")
        if each.printed_factor is not None:
            assert each.printed_factor.unit == ("tCO2/万m3" if each.id in gases else "tCO2/t")


def test_a_fuel_has_one_name_in_all_sets() -> None:
    names = {(each.id, each.name) for each in FUELS}
    assert len(names) == len({each.id for each in FUELS})


def test_factors_of_the_database_follow_from_the_calorific_values_of_the_defaults() -> None:
    gas, diesel = known(fuel("mee-database-2026", "natural-gas")), known(fuel("mee-database-2026", "diesel"))
    carbon = [value(each.carbon_content) * value(each.oxidation) / 100 * CARBON_TO_CO2 * TJ_PER_GJ for each in (gas, diesel)]
    assert (Decimal("389.31") * carbon[0] / 10).quantize(Decimal("0.001")) == value(gas.factor)
    assert (Decimal("42.652") * carbon[1]).quantize(Decimal("0.001")) == value(diesel.factor)


@pytest.mark.parametrize(
    ("set_name", "name", "calorific_value", "carbon_content", "verification"),
    [
        ("mee", "天然气", "389.31", "15.3", Verification.THIRD_PARTY),
        ("mee-variants", "natural-gas", "389.31", "15.32", Verification.THIRD_PARTY),
        ("mee", "Diesel", "42.652", "20.2", Verification.THIRD_PARTY),
        ("ndrc-sector", "柴油", "43.330", "20.2", Verification.MEMORY),
        ("mee", "LNG", "51.498", "15.32", Verification.MEMORY),
    ],
)
def test_a_fuel_is_found_in_its_set_alone(
    set_name: str, name: str, calorific_value: str, carbon_content: str, verification: Verification
) -> None:
    found = known(fuel(set_name, name))
    assert (str(value(found.calorific_value)), str(value(found.carbon_content))) == (calorific_value, carbon_content)
    assert found.provenance.verification is verification


def test_direct_factors_keep_the_units_they_were_published_in() -> None:
    assert str(known(fuel("public-institutions-2026", "柴油")).factor) == "2.718 kgCO2/L"
    assert str(known(fuel("gbt-51366", "diesel")).factor) == "72.59 tCO2/TJ"


def test_what_a_set_lacks_is_not_taken_from_another() -> None:
    missing = fuel("ndrc-sector", "天然气")
    assert isinstance(missing, Unknown)
    assert missing.asked is Asked.FUEL
    assert "natural-gas" not in missing.known


def test_slips_get_the_nearest_names() -> None:
    wrong_set, wrong_fuel = fuel("mea", "diesel"), fuel("mee", "deisel")
    assert isinstance(wrong_set, Unknown)
    assert isinstance(wrong_fuel, Unknown)
    assert (wrong_set.asked, wrong_set.nearest[0]) == (Asked.FUEL_SET, "mee")
    assert (wrong_fuel.asked, wrong_fuel.nearest[0]) == (Asked.FUEL, "diesel")


def test_petrol_is_gasoline() -> None:
    assert known(fuel("mee", "petrol")).id == known(fuel("ipcc-2006", "Petrol")).id == "gasoline"
    assert known(coal_equivalent("gbt2589-2020", "petrol")).id == "gasoline"
    assert "fuel/mee/gasoline" in {entry.id for entry in search("petrol")}
