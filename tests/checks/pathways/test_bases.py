"""Base values and what stands behind them."""

from __future__ import annotations

import pytest

from checks.pathways.tables import CASTHOUSE, METAL, metal, pathway, plan
from ghgplan.checks.pathways.bases import (
    base_not_measured,
    base_stated_twice,
    base_year_outside_inventory,
    no_base,
    no_production_behind_base,
    nothing_behind_base,
)
from ghgplan.checks.pathways.curves import base_against_table
from ghgplan.checks.pathways.steps import rising_steps
from little_plans import report

INVENTORY = "inventory:\n  plant:\n    production: {2023: %s t}\n    stated:\n      scope 1: {2023: 8726 tCO2e}\n      scope 2: {2023: 10000 tCO2e}\n%s"


def measured(base: str, production: str = "60020", more: str = "") -> str:
    return plan(pathway(CASTHOUSE, base), more=INVENTORY % (production, more))


@pytest.mark.parametrize(
    ("base", "production", "is_found"),
    [
        ("0.312", "60020", False),  # 18726 / 60020 = 0.3120
        ("0.31", "60020", False),
        ("0.312", "59930", False),  # 0.31246
        ("0.312", "59900", True),  # 0.31262: the base value is 0.3125 at most
        ("0.321", "60020", True),
    ],
)
def test_the_base_is_the_measured_intensity(base: str, production: str, is_found: bool) -> None:
    assert bool(list(base_not_measured(report(measured(base, production))))) == is_found


def test_the_market_based_intensity_is_one_too() -> None:
    market = "      scope 2 market-based: {2023: 2000 tCO2e}\n"
    assert list(base_not_measured(report(measured("0.179", more=market)))) == []
    assert len(list(base_not_measured(report(measured("0.179"))))) == 1


def test_a_stated_intensity_that_the_emissions_do_not_give_is_not_the_bases_fault() -> None:
    stated = "      intensity: {2023: %s tCO2e/t}\n"
    assert list(base_not_measured(report(measured("0.312", more=stated % "0.412")))) == []
    assert list(base_not_measured(report(measured("0.412", more=stated % "0.412")))) == []


def test_a_slip_in_the_base_is_one_finding() -> None:
    slip = report(measured("0.213"))
    assert len(list(base_not_measured(slip))) == 1
    assert [*base_against_table(slip), *rising_steps(slip)] == []
    right = report(measured("0.312", production="30010"))
    assert len(list(base_not_measured(right))) == 1
    assert list(base_against_table(right)) == []


def test_a_base_stated_twice() -> None:
    twice = {2023: "0.321", **CASTHOUSE}
    (found,) = base_stated_twice(report(plan(pathway(twice, "0.312"))))
    assert found.path == ("pathways", "process", "base")
    assert list(base_against_table(report(plan(pathway(twice, "0.417"))))) == []
    assert list(base_stated_twice(report(plan(pathway({**twice, 2023: "0.3122"}, "0.312"))))) == []
    assert list(base_stated_twice(report(plan(pathway(twice, None))))) == []


def test_pathways_without_a_base() -> None:
    (found,) = no_base(report(plan(pathway(CASTHOUSE, None), metal(METAL, None))))
    assert (found.arguments["count"], found.arguments["names"]) == ("2", "process, metal")
    assert list(no_base(report(plan(pathway({2023: "0.312", **CASTHOUSE}, None))))) == []


def test_a_base_year_outside_the_inventory_is_told_once_an_entity() -> None:
    text = plan(pathway(CASTHOUSE, "0.312"), more=INVENTORY % ("60020", ""))
    assert list(base_year_outside_inventory(report(text))) == []
    both = plan(pathway(CASTHOUSE, "0.312"), pathway(CASTHOUSE, "0.312", "other"), more=(INVENTORY % ("60020", "")).replace("2023", "2024"))
    (found,) = base_year_outside_inventory(report(both))
    assert (found.arguments["year"], found.arguments["years"]) == ("2023", "2024")


def test_nothing_behind_a_base() -> None:
    tables = (pathway(CASTHOUSE, "0.312"), metal(METAL, "9.20"))
    (found,) = nothing_behind_base(report(plan(*tables)))
    assert found.arguments["count"] == "2"
    (found,) = nothing_behind_base(report(plan(*tables, more=INVENTORY % ("60020", ""))))
    assert found.arguments["names"] == "metal"
    whole = INVENTORY % ("60020", "      scope 3: {2023: 578400 tCO2e}\n")
    assert list(nothing_behind_base(report(plan(*tables, more=whole)))) == []


def test_no_production_behind_a_base() -> None:
    bare = (INVENTORY % ("60020", "")).replace("    production: {2023: 60020 t}\n", "")
    (found,) = no_production_behind_base(report(plan(pathway(CASTHOUSE, "0.312"), metal(METAL, "9.20"), more=bare)))
    assert found.arguments["names"] == "process"
    assert list(no_production_behind_base(report(measured("0.312")))) == []
    stated = report(plan(pathway(CASTHOUSE, "0.312"), more=bare + "      intensity: {2023: 0.312 tCO2e/t}\n"))
    assert list(no_production_behind_base(stated)) == []


def test_published_plans(published, found) -> None:
    told = {
        (name, code): found(code, looked_at)[0].arguments.get("names")
        for name, looked_at in published.items()
        for code in ("GP-P06", "GP-P07", "GP-P08", "GP-P09", "GP-P10", "GP-P11")
        if found(code, looked_at)
    }
    assert told == {
        ("annual-progress", "GP-P11"): "rolling",
        ("foundry", "GP-P10"): "process, purchased aluminium",
        ("two-product-lines", "GP-P07"): "casting aluminium, extrusion aluminium",
        ("two-product-lines", "GP-P10"): "casting aluminium, extrusion aluminium",
        **{(f"group-of-four/{member}", "GP-P11"): "process" for member in ("precision", "lightweight", "southwest", "new-materials")},
    }
