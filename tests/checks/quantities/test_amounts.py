"""Amounts told twice, and one year against the others."""

from __future__ import annotations

import pytest

from checks.quantities.little import PLANT, carrier, electricity, source
from ghgplan.checks.quantities.activity_and_energy import powers_between
from ghgplan.checks.quantities.implied import impossible_emissions, leaping_factors
from ghgplan.checks.quantities.years import year_against_years
from little_plans import report

POWER, PETROL = "{zh: 电力, en: Electricity}", "{zh: 汽油, en: Petrol}"


@pytest.mark.parametrize(
    ("activity", "consumption", "count"),
    [
        ("{2019: 224.222 MWh}", "{2019: 224.222 万kWh}", 1), ("{2019: 2242.22 MWh}", "{2019: 224.222 万kWh}", 0),
        ("{2019: 224.222 MWh, 2020: 300 MWh}", "{2019: 224.222 万kWh, 2020: 300 万kWh}", 1), ("{2019: 100 MWh}", "{2019: 100 万kWh}", 0),
        ("{2019: 225.222 MWh}", "{2019: 224.222 万kWh}", 0), ("{2019: 1800 MWh}", "{2019: 224.222 万kWh}", 0),
        ("{2019: 224.222 MWh}", "{2019: 2.24 万kWh}", 1), ("{2020: 224.222 MWh}", "{2019: 224.222 万kWh}", 0),
    ],
)  # fmt: skip
def test_activity_and_energy(activity: str, consumption: str, count: int) -> None:
    plan = electricity(f"activity: {activity}, factor: 0.5306 tCO2/MWh") + carrier(POWER, f"consumption: {consumption}")
    assert len(list(powers_between(report(plan)))) == count


def test_other_things_are_not_compared() -> None:
    plan = electricity("activity: {2019: 224.222 MWh}, factor: 0.5306 tCO2/MWh")
    assert list(powers_between(report(plan + carrier(PETROL, "consumption: {2019: 224.222 t}")))) == []


def test_a_source_that_contradicts_itself_is_found_for_that() -> None:
    plan = electricity("activity: {2019: 224.222 MWh}, factor: 0.5306 tCO2/MWh, stated: {2019: 1189.72 tCO2e}")
    assert list(powers_between(report(plan + carrier(POWER, "consumption: {2019: 224.222 万kWh}")))) == []


@pytest.mark.parametrize(
    ("amounts", "years"),
    [
        ("2019: 13.8 t, 2020: 123.7 t, 2021: 12.4 t", ["2020"]), ("2019: 138.3 t, 2020: 12.4 t, 2021: 12.4 t", ["2019"]),
        ("2019: 1.2 t, 2020: 12.4 t, 2021: 12.4 t", []), ("2019: 12.4 t, 2020: 1.2 t, 2021: 12.4 t", ["2020"]),
        ("2019: 12.4 t, 2020: 90 t, 2021: 12.4 t", []), ("2019: 12.4 t, 2020: 124 t", []), ("2019: 12 t, 2020: 240 t, 2021: 24 t", []),
        ("2019: 12.4 t, 2020: 0 t, 2021: 12.4 t", []), ("2019: 12.4 t, 2020: 124000 t, 2021: 12.4 t", []),
    ],
)  # fmt: skip
def test_one_year(amounts: str, years: list[str]) -> None:
    found = list(year_against_years(report(source(f"activity: {{{amounts}}}, factor: 2.9251 tCO2/t"))))
    assert [each.path[-1] for each in found] == years


def test_production_that_leaps_with_it_explains_it() -> None:
    plan = source("activity: {2019: 13.8 t, 2020: 123.7 t, 2021: 12.4 t}, factor: 2.9251 tCO2/t")
    with_output = plan.replace("    sources:", "    production: {2019: 1000 t, 2020: 8000 t, 2021: 900 t}\n    sources:")
    assert [each.path[2] for each in year_against_years(report(with_output))] == []


@pytest.mark.parametrize(
    ("stated", "is_found"),
    [("40.45", False), ("36.5", False), ("35.0", True), ("46.5", False), ("47.5", True), ("404.5", True), ("-40", False), ("0", False)],
)
def test_impossible_emissions(stated: str, is_found: bool) -> None:
    plan = source(f"activity: {{2019: 13.83 t}}, stated: {{2019: {stated} tCO2e}}")
    assert bool(list(impossible_emissions(report(plan)))) is is_found


@pytest.mark.parametrize(("stated", "is_found"), [("6000", False), ("60000", True), ("400", True)])
def test_scope_2_over_electricity(stated: str, is_found: bool) -> None:
    plan = f"{PLANT}inventory: {{plant: {{stated: {{scope 2: {{2019: {stated} tCO2e}}}}}}}}\n" + carrier(
        POWER, "consumption: {2019: 1000 万kWh}"
    )
    assert bool(list(impossible_emissions(report(plan)))) is is_found


@pytest.mark.parametrize(
    ("figures", "is_found"),
    [
        ("stated: {2019: 40.45 tCO2e, 2020: 40.5 tCO2e}", False), ("stated: {2019: 40.45 tCO2e, 2020: 44.3 tCO2e}", False),
        ("stated: {2019: 40.45 tCO2e, 2020: 44.6 tCO2e}", True),
        ("factor: 2.9251 tCO2/t, stated: {2019: 40.45 tCO2e, 2020: 80.5 tCO2e}", False),
        ("factor: 2.9251 tCO2/t, stated: {2019: 404.5 tCO2e, 2020: 404.5 tCO2e}", False),
        ("factor: 2.9251 tCO2/t, stated: {2019: 400.0 tCO2e, 2020: 350.0 tCO2e}", True),
    ],
)  # fmt: skip
def test_leaps(figures: str, is_found: bool) -> None:
    plan = source(f"activity: {{2019: 13.83 t, 2020: 13.83 t}}, {figures}")
    assert bool(list(leaping_factors(report(plan)))) is is_found


@pytest.mark.parametrize(
    ("activity", "consumption", "place"),
    [
        ("2019: 13.83 t, 2020: 12.37 t", "2019: 138.3 t, 2020: 12.37 t", "energy.plant.carriers.c.consumption.2019"),
        ("2019: 138.3 t, 2020: 12.37 t", "2019: 13.83 t, 2020: 12.37 t", "inventory.plant.sources.s.activity.2019"),
        ("2019: 13.83 t, 2020: 12.37 t", "2019: 138.3 t, 2020: 123.7 t", "inventory.plant.sources.s.activity.2019"),
    ],
)
def test_the_series_that_leaps_is_the_wrong_one(activity: str, consumption: str, place: str) -> None:
    plan = source(f"activity: {{{activity}}}, factor: 2.9251 tCO2/t") + carrier(PETROL, f"consumption: {{{consumption}}}")
    assert [".".join(each.path) for each in powers_between(report(plan))] == [place]
