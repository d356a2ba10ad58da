from decimal import Decimal

import pytest

from ghgplan.compute.choices import Choices
from ghgplan.compute.fuel_factors import density, fuel_factor, fuel_numbers
from ghgplan.compute.numbers import Number, Stated, product
from ghgplan.diagnostics import Span
from ghgplan.plan.scalars import parse_quantity
from ghgplan.plan.units import parse_unit
from little_plans import plan_file


def choices(accounting: str) -> Choices:
    return Choices(plan_file(f"accounting: {accounting}\n"), [])


def number(text: str) -> Number:
    quantity = parse_quantity(text)
    return Number(quantity.value, quantity.unit, Stated((), Span("plan.yaml", 1, 1)), 2)


def factor(fuel: str, unit: str, accounting: str = "{fuels: mee}") -> Number | None:
    chosen = choices(accounting)
    numbers = fuel_numbers(chosen, fuel, ("fuel",))
    assert numbers
    return fuel_factor(numbers, parse_unit(unit), density(chosen, numbers.id, None, ("density",)))


def test_the_published_reductions_of_a_casthouse() -> None:
    # 0.85 m3/t x 2.162 kgCO2/m3 is published as 1.84 kg/t
    gas = factor("天然气", "m3")
    assert gas
    assert product(number("0.85 m3/t"), gas, parse_unit("kgCO2e/t"), 2).rounded == Decimal("1.84")
    # 0.09 L/t x 0.86 kg/L = 0.0774 kg/t; x 3.096 kgCO2/kg is published as 0.24 kg/t
    diesel = factor("柴油", "L", "{fuels: mee, densities: published-plan}")
    assert diesel
    assert product(number("0.09 L/t"), diesel, parse_unit("kgCO2e/t"), 2).rounded == Decimal("0.24")


@pytest.mark.parametrize(
    ("accounting", "fuel", "unit", "expected"),
    [
        ("{fuels: mee}", "diesel", "t", "3.0959 tCO2/t"),
        ("{fuels: ndrc-sector}", "diesel", "t", "3.1451 tCO2/t"),
        ("{fuels: mee-database-2026}", "diesel", "kg", "3.171 tCO2/t"),  # its direct factor
        ("{fuels: mee-database-2026}", "natural gas", "GJ", "55.3287 tCO2/TJ"),  # 15.242055 x 99 % x 44/12 = 55.32865965
        ("{fuels: ipcc-2006}", "gasoline", "t", "3.0700 tCO2/t"),  # 44.3 x 69.3 / 1000
        ("{fuels: ipcc-2006}", "gasoline", "GJ", "69.3 tCO2/TJ"),
        ("{fuels: mee}", "natural gas", "万m3", "21.6219 tCO2/万m3"),
        ("{fuels: mee}", "natural gas", "MWh", "55.5390 tCO2/TJ"),  # 15.3 x 99 % x 44/12 = 55.539
        ("{fuels: mee, densities: third-party-code}", "diesel", "L", "2.6006 kgCO2/L"),  # 3.0959096 x 0.84
        ("{fuels: public-institutions-2026, densities: third-party-code}", "diesel", "t", "3235.7143 kgCO2/t"),  # 2.718 / 0.84
    ],
)
def test_factors_by_mass_volume_and_energy(accounting: str, fuel: str, unit: str, expected: str) -> None:
    found = factor(fuel, unit, accounting)
    assert found
    wanted = number(expected)
    assert found.value_in(wanted.unit).quantize(wanted.value) == wanted.value


def test_litres_without_a_density_have_no_factor() -> None:
    assert factor("diesel", "L") is None
    assert factor("diesel", "piece") is None


@pytest.mark.parametrize(
    ("override", "expected"),
    [
        ("{amount: 3.2 tCO2/t, source: 检测}", "3.2000"),
        # 42 GJ/t x 20.2 x 98 % x 44/12
        ("{calorific value: 42 GJ/t, source: 检测}", "3.0486"),
        ("{calorific value: 42 GJ/t, carbon content: 20 tC/TJ, oxidation: 100 %, source: 检测}", "3.0800"),
    ],
)
def test_the_plan_s_own_value_stands_in_place_of_the_library_s(override: str, expected: str) -> None:
    found = factor("diesel", "t", f"{{fuels: mee, overrides: {{fuel/mee/diesel: {override}}}}}")
    assert found
    assert found.value.quantize(Decimal("0.0001")) == Decimal(expected)


def test_own_carbon_content_takes_the_place_of_a_direct_factor() -> None:
    own = "{fuel/mee-database-2026/natural-gas: {calorific value: 389.31 GJ/万m3, carbon content: 15.3 tC/TJ, source: 检测}}"
    found = factor("natural gas", "万m3", f"{{fuels: mee-database-2026, overrides: {own}}}")
    assert found
    assert found.rounded == Decimal("21.6219")
