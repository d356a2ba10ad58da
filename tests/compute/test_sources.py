"""A worked inventory to ISO 14064-1, every figure computed by hand in the comment above it."""

from decimal import Decimal

import pytest

from compute.inventories import codes, findings, inventory
from ghgplan.compute.numbers import Computed, Library, Number, Stated
from ghgplan.diagnostics import Severity

# natural gas, set mee: 389.31 GJ/万m3 x 15.3 tC/TJ x 99 % x 44/12 = 21.62188809 tCO2/万m3; x 120 万m3 = 2594.6265708 t CO2
#   CH4: 120 x 389.31 GJ x 0.001 kg/GJ = 46.7172 kg x 28 = 1.3080816 t;  N2O: 46717.2 GJ x 0.0001 kg = 4.67172 kg x 265 = 1.2380058 t
GAS = "gases: [CO2, CH4, N2O], activity: {2023: 120 万m3}, fuel: natural gas, factors: {CH4: 0.001 kg/GJ, N2O: 0.0001 kg/GJ}"
# diesel, set mee: 42.652 GJ/t x 20.2 x 98 % x 44/12 = 3.0959096373 tCO2/t; x 10 t = 30.9590964
DIESEL = "kind: mobile combustion, activity: {2023: 10 t}, fuel: 柴油"
# 30000 L x 0.86 kg/L = 25.8 t; x 3.0959096373 = 79.8744686
DIESEL_IN_LITRES = "kind: mobile combustion, activity: {2023: 30000 L}, fuel: diesel, density: 0.86 kg/L"
# Shanxi 2023: 0.6634 kgCO2/kWh x 5000 MWh = 3317; market-based: 5000 - 500 - 1000 = 3500 MWh x 0.6096 = 2133.6
POWER = """scope: scope 2, kind: purchased electricity, activity: {2023: 5000 MWh}, electricity: yes,
         green power: {2023: 500 MWh}, certificates: {2023: 100 万kWh}, market factor: 0.6096 kgCO2/kWh"""
# 2000 GJ x 0.11 tCO2/GJ = 220
HEAT = "scope: scope 2, kind: purchased heat, activity: {2023: 2000 GJ}, heat: yes"
# R-410A by AR5: 50 % x 677 + 50 % x 3170 = 1923.5; x 12 kg = 23.082
COOLING = "kind: fugitive, gases: [HFCs], activity: {2023: 12 kg}, gas: R410A"
# 9000 t x 14.8 = 133200
METAL = "scope: scope 3, category: 1, kind: purchased goods, gases: [CO2, PFCs], activity: {2023: 9000 t}, factor: 14.8 tCO2e/t"
# 100 t x 1.7 = 170 t of CO2 apart; CH4: 100 t x 0.45 kg/t = 45 kg x 28 = 1.26
WOOD = "gases: [CO2, CH4], activity: {2023: 100 t}, factor: 1.7 tCO2/t, biogenic: yes, factors: {CH4: 0.45 kg/t}"
ALL = (GAS, DIESEL, DIESEL_IN_LITRES, POWER, HEAT, COOLING, METAL, WOOD)


def rounded(number: Number) -> str:
    return str(number.rounded)


def test_emissions_of_each_source() -> None:
    sources = inventory(*ALL).sources.values()
    expected = ["2597.17", "30.96", "79.87", "3317.00", "220.00", "23.08", "133200.00", "1.26"]
    assert [rounded(source.emissions[2023]) for source in sources] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # 2597.1726582 + 30.9590964 + 79.8744686 + 23.082 + 1.26
        ("scope 1", "2732.35"),
        ("scope 2", "3537.00"),  # 3317 + 220
        ("scope 2 market-based", "2353.60"),  # 2133.6 + 220
        ("scope 3", "133200.00"),
        ("scope 3 category 1", "133200.00"),
        ("category 1", "2732.35"),
        ("category 2", "3537.00"),
        ("category 4", "133200.00"),  # products used by the organisation
        ("scope 1+2", "6269.35"),
        ("total", "139469.35"),
        ("total market-based", "138285.95"),
        ("biogenic", "170.00"),
        # 2594.6265708 + 30.9590964 + 79.8744686 + 3537
        ("gases.CO2", "6242.46"),
        ("gases.CH4", "2.57"),  # 1.3080816 + 1.26
        ("gases.N2O", "1.24"),
        ("gases.HFCs", "23.08"),
        ("gases.not split", "133200.00"),  # the metal's factor is of CO2 and PFCs together
        ("intensity", "0.627"),  # 6269.35 / 10000
        ("intensity.total", "13.947"),
        ("intensity.scope 3", "13.320"),
    ],
)
def test_totals(name: str, expected: str) -> None:
    assert rounded(inventory(*ALL).totals[name][2023]) == expected


def test_what_is_biogenic_is_in_no_other_total() -> None:
    wood = inventory(WOOD)
    assert rounded(wood.sources["s1"].biogenic[2023]) == "170.00"
    assert rounded(wood.totals["total"][2023]) == "1.26"
    assert "gases.CO2" not in wood.totals


def test_a_factor_of_the_library_says_which_entry_it_is() -> None:
    numbers = dict(inventory(*ALL).numbers())
    assert numbers["sources.s4.factor.2023"].origin == Library("grid factor/mee-nbs/shanxi/2023")
    carbon = numbers["sources.s1.factor.2023"]
    assert isinstance(carbon.origin, Computed)
    assert (carbon.origin.formula, rounded(carbon)) == ("carbon factor", "21.6219")
    assert {part.origin for part in carbon.origin.inputs} == {Library("fuel/mee/natural-gas")}


def test_a_factor_of_the_plan_leads_over_the_library() -> None:
    source = inventory("activity: {2023: 10 t}, fuel: diesel, factor: 3.1 tCO2/t").sources["s1"]
    assert rounded(source.emissions[2023]) == "31.00"
    assert source.factor
    assert isinstance(source.factor.origin, Stated)


def test_stated_emissions_lead_and_keep_their_only_gas() -> None:
    plant = inventory("activity: {2023: 10 t}, fuel: diesel, stated: {2023: 33 tCO2e}")
    assert plant.sources["s1"].emissions[2023].is_stated
    assert plant.totals["gases.CO2"][2023].value == 33


def test_a_factor_in_mass_of_gas_takes_the_potential_of_the_source_or_of_the_report() -> None:
    # 200 people x 5 kg CH4 = 1 t; x 25 as stated, x 28 by AR5
    tank = "kind: process, gases: [CH4], activity: {2023: 200 人}, factor: 5 kg/人"
    assert rounded(inventory(f"{tank}, gwp: 25").totals["gases.CH4"][2023]) == "25.00"
    assert rounded(inventory(tank).totals["gases.CH4"][2023]) == "28.00"


def test_the_factor_s_year_may_be_pinned_and_the_region_be_the_source_s_own() -> None:
    pinned = "{grid: {series: mee-nbs, region: national, year: 2022}}"
    power = "scope: scope 2, kind: purchased electricity, activity: {2023: 1000 MWh, 2024: 1000 MWh}, electricity: yes"
    assert [rounded(n) for n in inventory(power, accounting=pinned).totals["scope 2"].values()] == ["536.60", "536.60"]
    yunnan = power.replace(", 2024: 1000 MWh", "") + ", region: Yunnan"
    assert rounded(inventory(yunnan).totals["scope 2"][2023]) == "133.30"


def test_factors_of_each_year_are_kept_where_they_differ() -> None:
    power = "scope: scope 2, kind: purchased electricity, activity: {2022: 1 MWh, 2023: 1 MWh}, electricity: yes"
    source = inventory(power).sources["s1"]
    assert source.factor is None
    assert [factor.value for factor in source.factors.values()] == [Decimal("0.7096"), Decimal("0.6634")]


def test_a_gas_that_the_kyoto_protocol_does_not_know_is_kept_with_others() -> None:
    # HCFC-22 by AR5: 1760 x 2 kg = 3.52
    assert (
        rounded(inventory("kind: fugitive, gases: [HFCs], activity: {2023: 2 kg}, gas: R-22").totals["gases.other gases"][2023]) == "3.52"
    )


def test_scope_3_without_a_category_falls_out_of_the_iso_categories_and_is_said() -> None:
    transport = "scope: scope 3, kind: upstream transport, activity: {2023: 1000 t}, factor: 0.1 tCO2e/t"
    assert ("GP-C54", "inventory.plant.sources.s1") in codes(transport)
    assert "GP-C54" not in {code for code, _ in codes(f"{transport}, category: 4")}
    (found,) = findings(transport)
    assert found.severity is Severity.WARNING
    assert "category: 1" in str(found.advice("en"))
