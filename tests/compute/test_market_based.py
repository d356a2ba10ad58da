import pytest

from compute.inventories import codes, inventory

POWER = "scope: scope 2, kind: purchased electricity, electricity: yes, activity: {2023: 1000 MWh}"


def both(source: str) -> tuple[str, str]:
    totals = inventory(source).totals
    return str(totals["scope 2"][2023].rounded), str(totals["scope 2 market-based"][2023].rounded)


@pytest.mark.parametrize(
    ("bought", "market_based"),
    [
        ("", "663.40"),  # 1000 MWh x 0.6634
        (", green power: {2023: 400 MWh}", "398.04"),  # 600 x 0.6634: the location-based factor serves
        (", certificates: {2023: 40 万kWh}", "398.04"),
        (", green power: {2023: 400 MWh}, certificates: {2023: 600 MWh}", "0.00"),
        (", green power: {2023: 400 MWh}, market factor: 0.8 kgCO2/kWh", "480.00"),
        (", market factor: 0.8 kgCO2/kWh", "800.00"),
    ],
)
def test_what_was_bought_lowers_the_market_based_figure_only(bought: str, market_based: str) -> None:
    assert both(POWER + bought) == ("663.40", market_based)


def test_a_source_with_stated_emissions_needs_a_factor_for_what_is_left() -> None:
    stated = POWER.replace("electricity: yes", "stated: {2023: 700 tCO2e}") + ", green power: {2023: 500 MWh}"
    assert both(f"{stated}, factor: 0.7 tCO2/MWh") == ("700", "350.00")
    assert codes(stated) == [("GP-C33", "inventory.plant.sources.s1.green power.2023")]


def test_more_than_was_used_is_a_finding() -> None:
    too_much = POWER + ", green power: {2023: 900 MWh}, certificates: {2023: 200 MWh}"
    assert codes(too_much) == [("GP-C34", "inventory.plant.sources.s1.green power.2023")]


@pytest.mark.parametrize(
    ("source", "code", "key"),
    [
        (POWER + ", green power: {2022: 1 MWh}", "GP-C33", "green power.2022"),
        (POWER + ", green power: {2023: 1 t}", "GP-C30", "green power.2023"),
        (POWER + ", market factor: 0.8 tCO2/t", "GP-C30", "market factor"),
        (POWER + ", certificates: {2023: -1 MWh}", "GP-C36", "certificates.2023"),
        ("activity: {2023: 1 t}, fuel: diesel, green power: {2023: 1 MWh}", "GP-C35", "green power"),
    ],
)
def test_what_cannot_be_taken_from_electricity_is_a_finding(source: str, code: str, key: str) -> None:
    assert codes(source) == [(code, f"inventory.plant.sources.s1.{key}")]


def test_stated_emissions_that_a_market_factor_cannot_be_applied_to_stand_for_themselves() -> None:
    # GHG Protocol Scope 2 Guidance: what has no market-based figure counts with its location-based one, and is said.
    stated = "scope: scope 2, kind: purchased electricity, stated: {2023: 100 tCO2e}, market factor: 0.5 kgCO2/kWh"
    power = POWER.replace("1000 MWh", "50 MWh")
    totals = inventory(stated, power).totals
    assert str(totals["scope 2"][2023].rounded) == "133.17"
    assert str(totals["scope 2 market-based"][2023].rounded) == "133.17"
    assert codes(stated, power) == [("GP-C53", "inventory.plant.sources.s1.stated.2023")]
