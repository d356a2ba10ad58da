"""Savings worked by hand from the factors of the MEE set and the announced grid average of 2023."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.compute.numbers import Computed, Library
from ghgplan.compute.report import compute
from little_plans import plan_file, report

AROUND = """
accounting: {fuels: mee, grid: {series: mee-nbs, region: national, year: 2023}}
entities: {plant: {name: {zh: 厂, en: Plant}}}
inventory: {plant: {production: {2024: 7880 t}}}
"""


def numbers(measure: str, around: str = AROUND):
    found = report(f"{around}measures: {{m: {{content: 一, from: 2025, {measure}}}}}\n").numbers
    return {name.removeprefix("measures.m."): number for name, number in found.items() if name.startswith("measures.m.")}


def shown(number) -> str:
    return f"{number.rounded} {number.unit.symbol}"


def codes(measure: str, around: str = AROUND) -> list[str]:
    return [d.code for d in compute(plan_file(f"{around}measures: {{m: {{content: 一, {measure}}}}}\n")).diagnostics]


def test_natural_gas_per_tonne():
    # 389.31 GJ/万m3 x 15.3 tC/TJ x 99 % x 44/12 = 21.6219 tCO2/万m3; x 0.85 m3/t = 1.8379 kg/t; x 7880 t = 14.48 t.
    found = numbers("saves: [{of: 天然气, amount: 0.85 m3/t, fuel: natural gas}]")
    assert shown(found["saves.1.factor"]) == "21.6219 tCO2/万m3"
    assert shown(found["saves.1.reduction"]) == "1.84 kgCO2e/t"
    assert shown(found["avoided per tonne.2025"]) == "1.84 kgCO2e/t"
    assert shown(found["avoided.2025"]) == "14.48 tCO2e"
    factor = found["saves.1.factor"].origin
    assert isinstance(factor, Computed)
    assert factor.inputs[0].origin == Library("fuel/mee/natural-gas")


def test_diesel_by_the_litre_goes_over_its_density():
    # 0.09 L/t x 0.86 kg/L = 0.0774 kg/t; 42.652 x 20.2 x 98 % x 44/12 = 3.0959 tCO2/t; 0.2396 kg/t.
    found = numbers("saves: [{of: 柴油, amount: 0.09 L/t, fuel: 柴油, density: 0.86 kg/L}]")
    assert shown(found["saves.1.mass"]) == "0.0774 kg/t"
    assert shown(found["saves.1.reduction"]) == "0.24 kgCO2e/t"
    chosen = AROUND.replace("fuels: mee", "fuels: mee, densities: published-plan")
    assert shown(numbers("saves: [{of: 柴油, amount: 0.09 L/t, fuel: diesel}]", chosen)["saves.1.mass"]) == "0.0774 kg/t"
    assert codes("saves: [{of: 柴油, amount: 0.09 L/t, fuel: diesel}]") == ["GP-C45"]  # no density is ever guessed


def test_a_fuel_has_one_factor_in_a_plan():
    own = AROUND.replace("fuels: mee", "fuels: mee, overrides: {fuel/mee/natural-gas: {amount: 20 tCO2/万m3, source: 实测}}")
    assert shown(numbers("saves: [{of: 气, amount: 5 万m3, fuel: natural gas}]", own)["saves.1.reduction"]) == "100.00 tCO2e"


def test_equipment_replaced_saves_the_difference_in_electricity():
    # 1200 - 900 = 300 MWh x 0.5306 kg/kWh = 159.18 t; / 7880 t = 20.20 kg/t.
    found = numbers("saves: [{of: 电, before: 1200 MWh, after: 900 MWh, electricity: yes}]")
    assert shown(found["saves.1.amount"]) == "300 MWh"
    assert shown(found["avoided.2025"]) == "159.18 tCO2e"
    assert shown(found["avoided per tonne.2025"]) == "20.20 kgCO2e/t"


def test_the_latest_grid_factor_stands_for_years_to_come():
    found = numbers("saves: [{of: 电, amount: 100 MWh, electricity: yes}]", AROUND.replace(", year: 2023", ""))
    assert found["saves.1.factor"].origin == Library("grid factor/mee-nbs/national/2023")


def test_an_own_factor_leads_and_a_stated_reduction_before_that():
    assert shown(numbers("saves: [{of: 气, amount: 10 万m3, fuel: natural gas, factor: 20 tCO2/万m3}]")["avoided.2025"]) == "200.00 tCO2e"
    own = numbers("saves: [{of: 气, amount: 0.85 m3/t, fuel: natural gas, stated reduction: 1.9 kgCO2e/t}]")
    assert own["avoided per tonne.2025"].is_stated
    assert shown(own["avoided.2025"]) == "14.97 tCO2e"
    assert shown(numbers("reduction: 800 tCO2e, saves: [{of: 电, amount: 100 MWh, electricity: yes}]")["avoided.2025"]) == "800 tCO2e"


@pytest.mark.parametrize("mileage", ["distance: 120000 tkm", "distance: 12000 km, load: 10 t"])
def test_mileage(mileage: str):
    # 120000 t·km x 0.162 kg = 19.44 t
    assert shown(numbers(f"mileage: {{{mileage}, factor: 0.162 kgCO2e/t·km}}")["avoided.2025"]) == "19.44 tCO2e"


def test_substitution_counts_the_share_gained():
    # (16.4 - 0.6) x (30 % - 10 %) = 3.16 t per tonne of metal; x 1.05 t/t = 3.318; x 7880 t = 26145.84 t
    text = "share: {2026: 20 %, 2030: 30 %}, base share: 10 %, from: {intensity: 16.4 tCO2e/t}, to intensity: 0.6 tCO2e/t, amount: 1.05 t/t"
    found = numbers(f"substitutes: [{{of: 再生铝, {text}}}]")
    assert shown(found["substitutes.1.reduction.2030"]) == "3318.00 kgCO2e/t"
    assert shown(found["avoided.2030"]) == "26145.84 tCO2e"


def test_solar_power_used_on_site():
    # 1.2 MW x 1050 h = 1260 MWh; x 80 % x 0.5306 = 534.84 t
    found = numbers("capacity: [{name: 光伏, capacity: 1.2 MW, full-load hours: 1050 h, self use: 80 %}]")
    assert shown(found["capacity.1.generation"]) == "1260.00 MWh"
    assert shown(found["avoided.2025"]) == "534.84 tCO2e"
    # 842.6 万kWh / 8.0256 MW = 1049.89 h; nothing is avoided where nobody says who uses it.
    plant = numbers("capacity: [{name: 光伏, capacity: 8.0256 MW, generation: 842.6 万kWh}]")
    assert shown(plant["full-load hours"]) == "1050 h"
    assert "avoided.2025" not in plant


def test_green_power_is_market_based_only():
    found = numbers("green power: 500 MWh")
    assert shown(found["avoided market-based.2025"]) == "265.30 tCO2e"
    assert "avoided.2025" not in found


def test_ramp_lifetime_and_payback():
    found = numbers("reduction: 100 tCO2e, ramp: {2026: 50 %, 2027: 100 %}, lifetime: 2 年, cost: 180 万元, yearly saving: 600000 元")
    assert {name: shown(number) for name, number in found.items() if name.startswith("avoided.")} == {
        "avoided.2026": "50 tCO2e",
        "avoided.2027": "100 tCO2e",
    }
    assert shown(found["payback"]) == "3.0 年"


@pytest.mark.parametrize(
    ("code", "measure"),
    [
        ("GP-C45", "saves: [{of: 气, amount: 5 t, fuel: natural gas}]"),
        ("GP-C40", "mileage: {distance: 12000 km, factor: 0.162 kgCO2e/t·km}"),
        ("GP-C41", "saves: [{of: 电, before: 5 MWh, electricity: yes}]"),
        ("GP-C21", "saves: [{of: 气, amount: 5 t, fuel: unobtainium}]"),
        ("GP-C47", "reduction: 5 tCO2e, ramp: {2026: 120 %}"),
        ("GP-C48", "capacity: [{name: 光, capacity: 1 MW, generation: 9000 MWh}]"),
        ("GP-C49", "saves: [{of: 气, amount: 5 t, stated reduction: 5 m3}]"),
    ],
)
def test_bad_input_is_a_finding(code: str, measure: str):
    assert codes(measure) == [code]


def test_factors_need_a_set_and_tonnes_need_production():
    bare = "entities: {plant: {name: 厂}}\n"
    assert codes("saves: [{of: 气, amount: 5 m3, fuel: natural gas}]", bare) == ["GP-C20"]
    assert codes("saves: [{of: 电, amount: 5 MWh, electricity: yes}]", bare) == ["GP-C20"]
    assert codes("saves: [{of: 气, amount: 5 m3/t, factor: 2 kgCO2e/m3}]", bare) == ["GP-C46"]
    assert (
        codes("saves: [{of: 气, amount: 5 MJ, fuel: natural gas}]", bare.replace("entities", "accounting: {fuels: gbt-51366}\nentities"))
        == []
    )


@given(st.integers(1, 10**6), st.integers(1, 1000))
def test_what_is_avoided_scales_with_the_amount_in_any_unit(amount: int, times: int):
    def avoided(text: str) -> Decimal:
        return numbers(f"saves: [{{of: 电, amount: {text}, electricity: yes}}]")["avoided.2025"].value

    one = avoided(f"{amount} kWh")
    assert abs(avoided(f"{amount * times} kWh") - one * times) <= abs(one * times) * Decimal("1e-28")
    assert abs(avoided(f"{amount} MWh") - one * 1000) <= one * Decimal("1e-25")


ON_ITS_WAY = (
    AROUND
    + """
pathways: {it: {entity: plant, boundary: scope 1+2, base year: 2023, unit: tCO2e/t, method: asi-tool, values: {2023: 0.8, 2024: 0.78, 2025: 0.7, 2030: 0.5}}}
PROGRESS
"""
)


def years_of(measure: str, progress: str = "") -> set[str]:
    found = report(f"{ON_ITS_WAY.replace('PROGRESS', progress)}measures: {{m: {{content: 一, {measure}}}}}\n").numbers
    return {name.removeprefix("measures.m.avoided.") for name in found if name.startswith("measures.m.avoided.")}


def test_a_measure_without_a_first_year_has_no_effect_in_the_past():
    assert years_of("reduction: 5 tCO2e") == {"2024", "2025", "2030"}
    assert years_of("reduction: 5 tCO2e", "progress: {it: {actual: {2024: 0.79}}}") == {"2025", "2030"}
    assert years_of("reduction: 5 tCO2e, from: 2024", "progress: {it: {actual: {2024: 0.79}}}") == {"2024", "2025", "2030"}


def test_a_saving_has_no_effect_in_the_year_it_is_measured_against():
    saving = "saves: [{of: 电, amount: 10 MWh, electricity: yes, base year: 2024}]"
    assert years_of(saving) == {"2025", "2030"}
    assert years_of(f"{saving}, from: 2024") == {"2024", "2025", "2030"}


def test_a_share_by_year_says_itself_when_it_begins():
    share = "share: {2023: 10 %, 2025: 20 %}, from: {intensity: 16 tCO2e/t}, to intensity: 1 tCO2e/t"
    assert years_of(f"substitutes: [{{of: 再生铝, {share}}}]") == {"2023", "2024", "2025", "2030"}
