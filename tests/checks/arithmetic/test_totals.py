"""Totals against their parts."""

from __future__ import annotations

import pytest

from ghgplan.checks.arithmetic.totals import scopes_and_categories, totals_of_sources, totals_of_totals, uses_of_carriers
from little_plans import report

SOURCES = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory:
  plant:
    sources:
      furnace:
        {name: {zh: 熔炼炉, en: Furnace}, carrier: {zh: 天然气, en: Gas}, scope: scope 1, kind: stationary combustion, gases: [CO2],
         stated: {2023: 100.4 tCO2e, 2024: 80.0 tCO2e}}
      trucks:
        {name: {zh: 叉车, en: Trucks}, carrier: {zh: 柴油, en: Diesel}, scope: scope 1, kind: mobile combustion, gases: [CO2],
         stated: {2023: 20.3 tCO2e}}
"""
TOTALS = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory: {plant: {stated: {%s}}}
"""


@pytest.mark.parametrize(("stated", "is_found"), [("120.7", False), ("120.6", False), ("120.8", False), ("121", False), ("120.9", True)])
def test_a_total_of_sources_to_the_sum_of_their_doubts(stated: str, is_found: bool) -> None:
    # 100.4 and 20.3 stand for 120.6 to 120.8, a total with one decimal for 0.05 more to both sides.
    found = list(totals_of_sources(report(SOURCES + f"    stated: {{scope 1: {{2023: {stated} tCO2e}}}}\n")))
    assert bool(found) is is_found


def test_a_total_is_not_held_against_sources_that_lack_the_year() -> None:
    assert list(totals_of_sources(report(SOURCES + "    stated: {scope 1: {2024: 105 tCO2e}}\n"))) == []


def test_the_finding_names_both_figures_and_the_places_of_the_parts() -> None:
    (found,) = totals_of_sources(report(SOURCES + "    stated: {scope 1: {2023: 210.7 tCO2e}}\n"))
    assert (found.arguments["stated"], found.arguments["sum"]) == ("210.7 tCO2e", "120.70 tCO2e")
    assert found.path == ("inventory", "plant", "stated", "scope 1", "2023")
    assert [place.dotted_path for place in found.related] == [
        "inventory.plant.sources.furnace.stated.2023",
        "inventory.plant.sources.trucks.stated.2023",
    ]


@pytest.mark.parametrize(
    ("stated", "is_found"),
    [
        ("scope 1: {2023: 10 t}, scope 2: {2023: 5 t}, scope 1+2: {2023: 15 t}", False),
        ("scope 1: {2023: 10 t}, scope 2: {2023: 5 t}, scope 1+2: {2023: 17 t}", True),
        ("scope 1: {2023: 10 t}, scope 2: {2023: 5 t}, total: {2023: 40 t}", False),
        ("scope 1: {2023: 10 t}, scope 2: {2023: 5 t}, scope 3: {2023: 20 t}, total: {2023: 40 t}", True),
        ("category 1: {2023: 10 t}, category 2: {2023: 5 t}, total: {2023: 40 t}", True),
        ("category 1: {2023: 10 t}, category 4: {2023: 5 t}, total: {2023: 40 t}", False),
        ("scope 1: {2023: 23583.69 t}, scope 2: {2023: 114239.98 t}, scope 3: {2023: 625666.59 t}, total: {2023: 763490.26 t}", False),
    ],
)
def test_sums_of_scopes_and_of_categories(stated: str, is_found: bool) -> None:
    assert bool(list(totals_of_totals(report(TOTALS % stated.replace(" t}", " tCO2e}"))))) is is_found


@pytest.mark.parametrize(
    ("stated", "is_found"),
    [
        ("scope 1: {2023: 10.2 t}, category 1: {2023: 10 t}", False),
        ("scope 1: {2023: 10.2 t}, category 1: {2023: 11 t}", True),
        ("scope 3: {2023: 10 t}, category 3: {2023: 4 t}, category 4: {2023: 6 t}", False),
        ("scope 3: {2023: 10 t}, category 3: {2023: 4 t}, category 4: {2023: 16 t}", True),
    ],
)
def test_a_scope_is_its_categories(stated: str, is_found: bool) -> None:
    assert bool(list(scopes_and_categories(report(TOTALS % stated.replace(" t}", " tCO2e}"))))) is is_found


@pytest.mark.parametrize(("used", "is_found"), [("30", False), ("30.0", False), ("31", False), ("32", True), ("3", False)])
def test_uses_take_no_more_than_there_is(used: str, is_found: bool) -> None:
    plan = f"""\
    entities: {{plant: {{name: {{zh: 工厂, en: Plant}}}}}}
    energy:
      plant:
        carriers:
          power:
            name: {{zh: 电, en: Power}}
            consumption: {{2024: 180 万kWh}}
            uses:
              a: {{name: {{zh: 熔炼, en: Melting}}, amount: {{2024: 1500 MWh}}}}
              b: {{name: {{zh: 办公, en: Offices}}, amount: {{2024: {used} 万kWh}}}}
    """
    assert bool(list(uses_of_carriers(report(plan)))) is is_found


def test_a_scope_3_that_no_category_shows_is_part_of_the_total() -> None:
    stated = "scope 1: {2024: 39 tCO2e}, scope 2: {2024: 59 tCO2e}, scope 3: {2024: 1940 tCO2e}, category 1: {2024: 39 tCO2e}, "
    entity = "entities: {plant: {name: 厂}}\ninventory: {plant: {stated: {" + stated
    assert [*totals_of_totals(report(entity + "category 2: {2024: 59 tCO2e}, total: {2024: 2038 tCO2e}}}}\n"))] == []
    of_two = [*totals_of_totals(report(entity + "category 2: {2024: 59 tCO2e}, total: {2024: 2308 tCO2e}}}}\n"))]
    assert [found.arguments["sum"] for found in of_two] == ["2038.0 tCO2e"]
