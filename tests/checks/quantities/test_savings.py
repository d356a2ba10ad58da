"""What measures save and panels yield, against what there is."""

from __future__ import annotations

import pytest

from checks.quantities.little import PLANT, electricity, measure, source
from ghgplan.checks.quantities.scale_of_savings import huge_savings, tiny_savings, tiny_solar_power
from ghgplan.checks.quantities.solar_hours import generation_against_hours, hours_out_of_reach
from ghgplan.compute.report import compute
from little_plans import plan_file, report

GRID = electricity("activity: {2023: 48265 MWh}, factor: 0.6479 tCO2/MWh")


def saving(amount: str, of: str = "{zh: 电力（每年）, en: Electricity (a year)}") -> str:
    return measure(f"saves: [{{of: {of}, amount: {amount}}}]")


@pytest.mark.parametrize(
    ("amount", "tiny", "huge"),
    [
        ("1.5 MWh", True, False), ("9.9 MWh", True, False), ("10 MWh", False, False), ("1.5 万kWh", False, False), ("24000 MWh", False, False),
        ("25000 MWh", False, True), ("1.5 kWh/t", False, False),
    ],
)  # fmt: skip
def test_electricity(amount: str, tiny: bool, huge: bool) -> None:
    of_plan = report(GRID + saving(amount))
    assert (bool(list(tiny_savings(of_plan))), bool(list(huge_savings(of_plan)))) == (tiny, huge)


@pytest.mark.parametrize(
    ("amount", "tiny", "huge"), [("900 t", False, False), ("1000 t", False, False), ("1200 t", False, True), ("0.05 t", True, False)]
)
def test_fuel(amount: str, tiny: bool, huge: bool) -> None:
    of_plan = report(source("activity: {2023: 1000 t}, factor: 2.9251 tCO2/t") + saving(amount, "{zh: 汽油, en: Petrol}"))
    assert (bool(list(tiny_savings(of_plan))), bool(list(huge_savings(of_plan)))) == (tiny, huge)


@pytest.mark.parametrize(
    ("scope_2", "amount", "tiny"),
    [("8814", "2.25 MWh", True), ("8814", "3.0 MWh", False), ("31271", "1.5 MWh", True), ("100", "2.25 MWh", False)],
)
def test_by_what_scope_2_allows(scope_2: str, amount: str, tiny: bool) -> None:
    plan = f"{PLANT}inventory: {{plant: {{stated: {{category 2: {{2023: {scope_2} tCO2e}}}}}}}}\n" + saving(amount)
    assert bool(list(tiny_savings(report(plan)))) is tiny


@pytest.mark.parametrize(("reduction", "huge"), [("1000", False), ("50000", True)])
def test_reductions(reduction: str, huge: bool) -> None:
    plan = f"{PLANT}inventory: {{plant: {{stated: {{scope 1+2: {{2023: 40000 tCO2e}}}}}}}}\n" + measure(f"reduction: {reduction} tCO2e")
    assert bool(list(huge_savings(report(plan)))) is huge


@pytest.mark.parametrize(
    ("name", "amount", "is_found"), [("光伏", "1.00 MWh", True), ("光伏", "1.00 万kWh", False), ("照明", "1.00 MWh", False)]
)
def test_solar_power(name: str, amount: str, is_found: bool) -> None:
    plan = PLANT + measure(f"saves: [{{of: {{zh: 电力, en: Electricity}}, amount: {amount}}}]", f"{{zh: {name}, en: M}}")
    assert bool(list(tiny_solar_power(report(plan)))) is is_found


@pytest.mark.parametrize(
    ("plant", "is_found"),
    [
        ("capacity: 8.0256 MW, generation: 842.6 万kWh", False), ("capacity: 16.58349 MW, generation: 1854.57 万kWh", False),
        ("capacity: 8.0256 MW, generation: 842.6 MWh", True), ("capacity: 8.0256 kW, generation: 842.6 万kWh", False),
        ("capacity: 1 MW, generation: 600 MWh", False), ("capacity: 1.00 MW, generation: 590 MWh", True), ("capacity: 1.00 MW, generation: 2200 MWh", False),
        ("capacity: 1.00 MW, generation: 2240 MWh", True), ("capacity: 1 MW", False), ("capacity: 1 MW, full-load hours: 2300 h", True),
    ],
)  # fmt: skip
def test_hours(plant: str, is_found: bool) -> None:
    found = list(hours_out_of_reach(report_despite_errors(plant)))
    assert bool(found) is is_found


def report_despite_errors(plant: str, name: str = "屋顶光伏"):
    outcome = compute(plan_file(PLANT + measure(f"capacity: [{{name: {name}, {plant}}}]")))
    assert outcome.value is not None
    return outcome.value


def test_wind_blows_longer() -> None:
    assert list(hours_out_of_reach(report_despite_errors("capacity: 1 MW, generation: 2800 MWh", "风力发电"))) == []
    assert list(hours_out_of_reach(report_despite_errors("capacity: 1 MW, generation: 280 MWh", "风力发电"))) != []


@pytest.mark.parametrize(("hours", "is_found"), [("1050 h", False), ("1049 h", True), ("1051 h", True), ("1150 h", True)])
def test_generation_against_hours(hours: str, is_found: bool) -> None:
    plan = report_despite_errors(f"capacity: 8.0256 MW, generation: 842.6 万kWh, full-load hours: {hours}")
    assert bool(list(generation_against_hours(plan))) is is_found
