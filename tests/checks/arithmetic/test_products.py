"""Products and quotients against their factors."""

from __future__ import annotations

import pytest

from ghgplan.checks.arithmetic.products import coal_equivalents, emissions_of_sources, intensities
from little_plans import report

SOURCE = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory:
  plant:
    sources:
      s: {name: {zh: 排放源, en: Source}, carrier: {zh: 燃料, en: Fuel}, scope: scope 1, kind: stationary combustion, gases: [CO2], %s}
"""


@pytest.mark.parametrize(("stated", "is_found"), [("0.82", False), ("0.819", False), ("0.8", False), ("0.83", True), ("0.818", True)])
def test_an_intensity_is_emissions_over_production(stated: str, is_found: bool) -> None:
    plan = f"""\
    entities: {{plant: {{name: {{zh: 工厂, en: Plant}}}}}}
    inventory:
      plant:
        production: {{2023: 7880 t}}
        stated: {{scope 1+2: {{2023: 6456.81 tCO2e}}, intensity: {{2023: {stated} tCO2e/tAl}}}}
    """
    assert bool(list(intensities(report(plan)))) is is_found


@pytest.mark.parametrize(
    ("figures", "is_found"),
    [
        ("activity: {2019: 13.83 t}, factor: 1.4717 tCO2/t, stated: {2019: 20.353611 tCO2e}", False),
        ("activity: {2019: 13.83 t}, factor: 1.4717 tCO2/t, stated: {2019: 20.4 tCO2e}", False),
        ("activity: {2019: 13.83 t}, factor: 1.4717 tCO2/t, stated: {2019: 30.4 tCO2e}", True),
        ("activity: {2019: 224.222 MWh}, factor: 0.404 tCO2/MWh, stated: {2019: 14799.18 tCO2e}", True),
        ("activity: {2019: 10.0 kg}, gas: SF6, factor: 1.000 kg/kg, gwp: 23500, stated: {2019: 235 tCO2e}", False),
        ("activity: {2019: 10.0 kg}, gas: SF6, factor: 1.000 kg/kg, gwp: 23500, stated: {2019: 228 tCO2e}", True),
        ("stated: {2019: 30.4 tCO2e}", False),
    ],
)
def test_emissions_are_activity_times_factor(figures: str, is_found: bool) -> None:
    assert bool(list(emissions_of_sources(report(SOURCE % figures)))) is is_found


@pytest.mark.parametrize(("stated", "is_found"), [("221.2", False), ("221", False), ("221.4", True), ("2212", True)])
def test_coal_equivalent_is_consumption_times_coefficient(stated: str, is_found: bool) -> None:
    plan = f"""\
    entities: {{plant: {{name: {{zh: 工厂, en: Plant}}}}}}
    energy:
      plant:
        carriers:
          power: {{name: {{zh: 电, en: Power}}, consumption: {{2024: 180.00 万kWh}}, coefficient: 1.2290 tce/万kWh,
                  stated coal equivalent: {{2024: {stated} tce}}}}
    """
    assert bool(list(coal_equivalents(report(plan)))) is is_found
