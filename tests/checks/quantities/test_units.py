"""Units of targets, pathways and gases; values that nothing can have."""

from __future__ import annotations

import pytest

from checks.quantities.little import PLANT, measure, pathway, source
from ghgplan.checks.quantities.gases_listed import gases_without_factor
from ghgplan.checks.quantities.impossible import (
    ends_before_beginnings,
    more_than_the_whole,
    negative_reductions,
    negative_values,
    power_over_time,
)
from ghgplan.checks.quantities.levels import absurd_emissions, absurd_intensities, actuals_by_powers
from ghgplan.checks.quantities.units_of_targets import gas_of_targets, pathways_in_tonnes, targets_in_tonnes
from little_plans import report

VALUES = "unit: tCO2e/t, method: asi-tool, base: 0.30, values: {2024: 0.29}"
INVENTORY = "inventory: {plant: {stated: {category 1: {2023: 16697 tCO2e}, category 2: {2023: 8814 tCO2e}}}}\n"


def target(figures: str) -> str:
    return f"targets:\n  t: {{statement: {{zh: 目标。, en: Target.}}, {figures}}}\n"


@pytest.mark.parametrize(
    ("unit", "is_found"), [("tCO2e/t", False), ("kgCO2e/t", False), ("tCO2e/tAl", False), ("tCO2/tAl", True), ("kgCO2/t", True)]
)
def test_gas_of_a_target(unit: str, is_found: bool) -> None:
    plan = pathway(VALUES) + target(f"pathway: p, year: 2024, value: 0.29 {unit}")
    assert bool(list(gas_of_targets(report(plan)))) is is_found
    assert list(gas_of_targets(report(pathway(VALUES) + target(f"year: 2024, value: 0.29 {unit}")))) == []


@pytest.mark.parametrize(
    ("figures", "is_found"),
    [
        ("unit: tCO2e, method: asi-tool, base: 0.312, values: {2024: 0.30}", True), (VALUES, False),
        ("unit: tCO2e, method: absolute contraction, base: 25511", False), ("unit: tCO2e, method: absolute contraction, base: 0.312", True),
        ("unit: tCO2e, method: linear, base: 300, to: {2030: 100}", False),
    ],
)  # fmt: skip
def test_pathways_in_tonnes(figures: str, is_found: bool) -> None:
    assert bool(list(pathways_in_tonnes(report(pathway(figures) + INVENTORY)))) is is_found


@pytest.mark.parametrize(
    ("value", "is_found"),
    [
        ("0.2 tCO2e", True),
        ("5 tCO2e", True),
        ("0.2 tCO2e/t", False),
        ("0 tCO2e", False),
        ("2500 tCO2e", False),
        ("26 tCO2e", False),
        ("20 tCO2e", False),
    ],
)
def test_targets_in_tonnes(value: str, is_found: bool) -> None:
    plan = pathway(VALUES) + INVENTORY + target(f"entity: plant, year: 2050, value: {value}")
    assert bool(list(targets_in_tonnes(report(plan)))) is is_found


@pytest.mark.parametrize(
    ("gases", "figures", "is_found"),
    [
        ("CO2, CH4, N2O", "factor: 2.9251 tCO2/t", True), ("CO2", "factor: 2.9251 tCO2/t", False), ("CO2, CH4", "factor: 2.9251 tCO2e/t", False),
        ("CO2, CH4", "factor: 2.9251 tCO2/t, stated: {2023: 29.251 tCO2e}", True), ("CO2, CH4", "factor: 2.9251 tCO2/t, stated: {2023: 29.40 tCO2e}", False),
        ("CO2, CH4", "factor: 2.9251 tCO2/t, factors: {CH4: 0.0039 kg/GJ}", True), ("CO2, CH4", "stated: {2023: 29.40 tCO2e}", False),
    ],
)  # fmt: skip
def test_gases(gases: str, figures: str, is_found: bool) -> None:
    plan = source(f"activity: {{2023: 10.000 t}}, {figures}", gases=gases)
    if "factors" in figures:
        plan, is_found = (
            "accounting: {gwp: AR5, fuels: mee}\n"
            + plan.replace("factors:", "fuel: gasoline, factors:").replace("factor: 2.9251 tCO2/t, ", ""),
            False,
        )
    assert bool(list(gases_without_factor(report(plan)))) is is_found


def test_sources_without_their_gases_are_told_together() -> None:
    plan = source("activity: {2023: 10 t}, factor: 2.9251 tCO2/t", gases="CO2, CH4")
    two = plan + plan.partition("    sources:\n")[2].replace("      s:", "      r:")
    (found,) = gases_without_factor(report(two))
    assert found.arguments["sources"] == "s, r"
    assert len(found.related) == 1


@pytest.mark.parametrize(
    ("plan", "path"),
    [
        (source("stated: {2023: -1 tCO2e}"), "stated.2023"), (source("stated: {2023: 1 tCO2e}, factor: -2.1 tCO2/t"), "factor"),
        (source("stated: {2023: 1 tCO2e}, density: -0.86 kg/L"), "density"), (pathway("unit: tCO2e/t, method: asi-tool, base: 0.3, values: {2024: -0.2}"), "2024"),
        (pathway("unit: tCO2e/t, method: linear, base: 0.3, to: {2030: -0.3}"), "to.2030"),
        (pathway(VALUES) + "progress: {p: {actual: {2024: -0.79}}}\n", "actual.2024"), (PLANT + measure("cost: -120 万元"), "cost"),
        (PLANT + measure("lifetime: -3 年"), "lifetime"), (PLANT + measure("capacity: [{name: S, capacity: -2350 kW}]"), "capacity"),
        (PLANT + measure("mileage: {distance: -5 km, factor: 0.9 kgCO2e/km}"), "distance"),
        ("accounting: {supply coal rate: -0.3 kgce/kWh}\n" + PLANT, "supply coal rate"),
        ("accounting: {overrides: {fuel/mee/diesel: {oxidation: -98 %, source: S}}}\n" + PLANT, "oxidation"),
        (f"{PLANT}inventory: {{plant: {{stated: {{scope 1: {{2023: -5 tCO2e}}}}}}}}\n", "scope 1.2023"),
    ],
)  # fmt: skip
def test_negative_values(plan: str, path: str) -> None:
    (found,) = negative_values(report(plan))
    assert ".".join(found.path).endswith(path)
    assert list(negative_values(report(plan.replace(" -", " ")))) == []


@pytest.mark.parametrize("figures", ["category 1: {2023: -5 tCO2e}", "scope 3: {2023: -5 tCO2e}", "scope 1: {2023: 0 tCO2e}"])
def test_removals_and_nothing_are_sound(figures: str) -> None:
    assert list(negative_values(report(f"{PLANT}inventory: {{plant: {{stated: {{{figures}}}}}}}\n"))) == []


@pytest.mark.parametrize(
    ("chapter", "is_found"),
    [
        (measure("reduction: -5 tCO2e"), True), (measure("reduction: 5 tCO2e"), False), (target("base year: 2023, year: 2028, reduction: -5 %"), True),
        (measure("saves: [{of: S, amount: -0.85 m3/t}]"), True),
        (measure("saves: [{of: 天然气, amount: 100 万m3}, {of: 电力, amount: -900 万kWh}]"), False),
        (measure("saves: [{of: S, before: 3 t, after: 5 t}]"), True), (measure("saves: [{of: S, before: 5 t, after: 3 t}]"), False),
    ],
)  # fmt: skip
def test_negative_reductions(chapter: str, is_found: bool) -> None:
    assert bool(list(negative_reductions(report(PLANT + chapter)))) is is_found


@pytest.mark.parametrize(
    ("chapter", "is_found"),
    [
        (target("year: 2030, value: 100 %, boundary: energy"), False), (target("year: 2030, value: 101 %, boundary: energy"), True),
        (target("year: 2030, value: 350 %"), False), (target("base year: 2023, year: 2030, reduction: 100 %"), False),
        (target("base year: 2023, year: 2030, reduction: 100.1 %"), True),
    ],
)  # fmt: skip
def test_more_than_the_whole(chapter: str, is_found: bool) -> None:
    assert bool(list(more_than_the_whole(report(PLANT + chapter)))) is is_found


@pytest.mark.parametrize(
    ("chapter", "count"),
    [
        (measure("from: 2026, to: 2025"), 1), (measure("from: 2026, to: 2026"), 0), (target("base year: 2023, first year: 2026, year: 2025"), 1),
        (target("base year: 2023, year: 2022"), 1), (target("base year: 2023, year: 2023"), 0),
        (target("base year: 2023, year: 2023, reduction: 5 %"), 1),
    ],
)  # fmt: skip
def test_ends_and_beginnings(chapter: str, count: int) -> None:
    assert len(list(ends_before_beginnings(report(PLANT + chapter)))) == count


@pytest.mark.parametrize(
    ("unit", "is_found"),
    [("kW/h", True), ("MW/h", True), ("kW", False), ("kWh", False), ("kWh/t", False), ("kWh/d", False), ("m3/h", False)],
)
def test_power_over_time(unit: str, is_found: bool) -> None:
    assert bool(list(power_over_time(report(PLANT + measure(f"figures: {{motors: 115 {unit}}}"))))) is is_found


@pytest.mark.parametrize(
    ("actual", "is_found"), [("0.30", False), ("0.45", False), ("3.0", True), ("300", True), ("0.03", True), ("1.2", False)]
)
def test_actuals(actual: str, is_found: bool) -> None:
    assert bool(list(actuals_by_powers(report(pathway(VALUES) + f"progress: {{p: {{actual: {{2024: {actual}}}}}}}\n")))) is is_found


@pytest.mark.parametrize(("base", "is_found"), [("100", False), ("101", True), ("17.1", False)])
def test_absurd_intensities(base: str, is_found: bool) -> None:
    plan = pathway(f"unit: tCO2e/t, method: linear, base: {base}, to: {{2030: 0.3}}")
    assert bool(list(absurd_intensities(report(plan)))) is is_found


@pytest.mark.parametrize(("amount", "is_found"), [("1000000000", False), ("1000000001", True)])
def test_absurd_emissions(amount: str, is_found: bool) -> None:
    assert bool(list(absurd_emissions(report(source(f"stated: {{2023: {amount} tCO2e}}"))))) is is_found
