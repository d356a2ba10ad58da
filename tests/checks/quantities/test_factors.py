"""Emission factors by what they are of."""

from __future__ import annotations

import pytest

from checks.quantities.little import electricity, measure, source
from ghgplan.checks.quantities.densities import densities_out_of_range
from ghgplan.checks.quantities.factors import factors_by_powers, factors_of_carbon, factors_of_coal_equivalent, factors_out_of_range
from ghgplan.reference.fuels import fuels
from ghgplan.reference.lookup import Unknown
from little_plans import report

RULES = {"coal": factors_of_coal_equivalent, "power": factors_by_powers, "carbon": factors_of_carbon, "range": factors_out_of_range}


def found(plan: str) -> list[str]:
    of_plan = report(plan)
    return [name for name, rule in RULES.items() for _ in rule(of_plan)]


@pytest.mark.parametrize(
    ("factor", "slips"),
    [
        ("2.9251 tCO2/t", []), ("3.0425 tCO2/t", []), ("3.07 tCO2e/t", []), ("2.179 kgCO2/L", []), ("67.91 tCO2/TJ", []),
        ("2.64 tCO2/t", []), ("2.60 tCO2/t", ["range"]), ("3.37 tCO2/t", []), ("3.40 tCO2/t", ["range"]),
        ("1.4717 tCO2/t", ["coal"]), ("1.47 tCO2/t", ["coal"]), ("1.45 tCO2/t", ["range"]), ("0.7978 tCO2/t", ["carbon"]),
        ("10.725 tCO2/t", ["carbon"]), ("2.9251 kgCO2/t", ["power"]), ("29251 tCO2/t", ["power"]), ("0.29251 tCO2/t", ["power"]),
        ("0 tCO2/t", []), ("-2.9251 tCO2/t", []), ("0.2 kgCO2/km", []),
    ],
)  # fmt: skip
def test_petrol(factor: str, slips: list[str]) -> None:
    # Kilometres only fit a factor per kilometre; what does not fit is found while computing.
    plan = source(f"stated: {{2023: 40.45 tCO2e}}, factor: {factor}")
    assert found(plan) == slips


@pytest.mark.parametrize(
    ("factor", "slips"),
    [
        ("0.6634 tCO2/MWh", []), ("0.1333 tCO2/MWh", []), ("5.306 tCO2/万kWh", []), ("1.06 tCO2/MWh", []), ("1.10 tCO2/MWh", ["range"]),
        ("0.6634 tCO2/kWh", ["power"]), ("0.6634 kgCO2/MWh", ["power"]), ("0.404 tCO2/MWh", []),
    ],
)  # fmt: skip
def test_electricity(factor: str, slips: list[str]) -> None:
    assert found(electricity(f"stated: {{2023: 40.45 tCO2e}}, factor: {factor}")) == slips


@pytest.mark.parametrize(
    ("factor", "slips"), [("0.11 tCO2/GJ", []), ("0.06 tCO2/GJ", []), ("0.03412 tCO2/GJ", ["coal"]), ("0.3 tCO2/GJ", ["range"])]
)
def test_heat(factor: str, slips: list[str]) -> None:
    plan = source(f"stated: {{2023: 40 tCO2e}}, factor: {factor}", "{zh: 蒸汽, en: Steam}", "purchased heat", "scope 2")
    assert found(plan) == slips


@pytest.mark.parametrize("change", ["biogenic: yes", "category: 3"])
def test_biomass_and_the_chain_have_other_factors(change: str) -> None:
    scope = "scope 3" if "category" in change else "scope 1"
    assert found(source(f"stated: {{2023: 40 tCO2e}}, factor: 1.45 tCO2/t, {change}", scope=scope)) == []


def test_factors_elsewhere() -> None:
    saved = measure("saves: [{of: {zh: 汽油, en: Petrol}, amount: 2.0 t, factor: 1.4717 tCO2/t}]")
    assert found("entities: {plant: {name: {zh: 工厂, en: Plant}}}\n" + saved) == ["coal"]
    own = "accounting: {fuels: mee, overrides: {fuel/mee/gasoline: {amount: 29.251 tCO2/t, source: S}}}\n"
    assert found(own + source("stated: {2023: 40 tCO2e}, fuel: gasoline")) == ["power"]


@pytest.mark.parametrize(
    "set_name", ["mee", "mee-variants", "ndrc-sector", "mee-database-2026", "ipcc-2006", "gbt-51366", "public-institutions-2026"]
)
def test_every_factor_of_the_library_is_possible(set_name: str) -> None:
    members = fuels(set_name)
    assert not isinstance(members, Unknown)
    for fuel in members.values():
        for amount in (fuel.factor, fuel.printed_factor):
            if amount:
                plan = source(f"stated: {{2023: 40 tCO2e}}, factor: {amount}", f"{{zh: {fuel.name.zh}, en: '{fuel.name.en}'}}")
                assert found(plan) == [], (fuel.id, str(amount))


@pytest.mark.parametrize(
    ("density", "is_found"),
    [
        ("0.86 kg/L", False),
        ("860 kg/m3", False),
        ("0.72 kg/m3", False),
        ("86 kg/L", True),
        ("0.086 kg/L", True),
        ("1.2 kg/L", True),
        ("-0.86 kg/L", False),
    ],
)
def test_densities(density: str, is_found: bool) -> None:
    assert bool(list(densities_out_of_range(report(source(f"stated: {{2023: 40 tCO2e}}, density: {density}"))))) is is_found
