"""Coal-equivalent coefficients."""

from __future__ import annotations

import pytest

from checks.quantities.little import PLANT, carrier
from ghgplan.checks.quantities.coefficients import (
    coefficients_by_powers,
    coefficients_of_old_editions,
    coefficients_out_of_range,
    emission_factors_as_coefficients,
)
from little_plans import report

RULES = {
    "power": coefficients_by_powers, "edition": coefficients_of_old_editions, "factor": emission_factors_as_coefficients,
    "range": coefficients_out_of_range,
}  # fmt: skip


def found(plan: str) -> list[str]:
    of_plan = report(plan)
    return [name for name, rule in RULES.items() for _ in rule(of_plan)]


@pytest.mark.parametrize(
    ("name", "amount", "coefficient", "slips"),
    [
        ("汽油", "10.0 t", "1.4714 tce/t", []), ("汽油", "0.1 万t", "14714 tce/万t", []), ("汽油", "0.1 万t", "1.47 tce/万t", ["power"]),
        ("汽油", "10.0 t", "1.4714 kgce/t", ["power"]), ("汽油", "10.0 t", "2.9251 tce/t", ["factor"]), ("汽油", "10.0 t", "1.3 tce/t", []),
        ("汽油", "10.0 t", "1.1 tce/t", ["range"]), ("柴油", "10.0 t", "1.0714 tce/t", ["range"]), ("原煤", "10.0 t", "0.5 tce/t", []),
        ("水", "1.6 万m3", "2.571 tce/万m3", []), ("水", "1.6 万m3", "0.086 tce/万m3", ["power"]), ("水", "1.6 万m3", "0.857 tce/万m3", ["edition"]),
        ("水", "1.6 万m3", "0.2571 kgce/t", []), ("水", "1.6 万m3", "1.2 tce/万m3", ["range"]),
        ("电力", "200 万kWh", "1.229 tce/万kWh", []), ("电力", "200 万kWh", "1.23 tce/万kWh", []), ("电力", "200 万kWh", "3.02 tce/万kWh", []),
        ("电力", "200 万kWh", "4.04 tce/万kWh", []), ("电力", "200 万kWh", "12.29 tce/万kWh", ["power"]),
        ("天然气", "100 万m3", "13.3 tce/万m3", []), ("天然气", "100 万m3", "12.143 tce/万m3", []), ("天然气", "100 万m3", "1.33 tce/万m3", ["power"]),
        ("天然气", "100 万m3", "21.622 tce/万m3", ["factor"]), ("高炉煤气灰", "100 万m3", "99 tce/万m3", []),
    ],
)  # fmt: skip
def test_by_the_standard(name: str, amount: str, coefficient: str, slips: list[str]) -> None:
    text = f"consumption: {{2023: {amount}}}, coefficient: {coefficient}"
    if coefficient == "0.2571 kgce/t":
        text = "consumption: {2023: 16000 t}, coefficient: 0.2571 kgce/t"
    assert found(PLANT + carrier(f"{{zh: {name}, en: {name}}}", text)) == slips


def test_an_old_edition_that_the_plan_chose() -> None:
    plan = PLANT + carrier("{zh: 水, en: Water}", "consumption: {2023: 1.6 万m3}, coefficient: 0.857 tce/万m3")
    assert found("accounting: {coal equivalent: gbt2589-2008}\n" + plan) == []
    assert found("accounting: {coal equivalent: gbt2589-2020}\n" + plan) == ["edition"]


@pytest.mark.parametrize(("stated", "slips"), [("14.714 tce", []), ("147.14 tce", ["power"]), ("29.251 tce", ["factor"])])
def test_without_a_coefficient_by_what_is_stated(stated: str, slips: list[str]) -> None:
    plan = PLANT + carrier("{zh: 汽油, en: Petrol}", f"consumption: {{2023: 10.00 t}}, stated coal equivalent: {{2023: {stated}}}")
    assert found(plan) == slips
