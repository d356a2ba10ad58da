"""A correct plan is silent, whatever its size; one defect in it gives the finding that is meant for it."""

from __future__ import annotations

import copy

import pytest
from hypothesis import HealthCheck, given, settings

from checks.planting import Plant, both, set_to, times, without
from checks.sound_plans import TYPICAL, Raw, Size, report_of, sizes, sound_plan
from ghgplan.checks.check import check


def findings(plan: Raw) -> list[tuple[str, str]]:
    return [(found.code, found.dotted_path) for found in check(report_of(plan))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sizes)
def test_a_sound_plan_is_silent(size: Size) -> None:
    assert findings(sound_plan(size)) == []


def too_late(plan: Raw) -> None:
    value = plan["pathways"]["process"]["values"]["2030"]
    plan["targets"]["process"] |= {"year": "2030", "value": f"{value} tCO2e/t"}
    del plan["targets"]["process"]["reduction"]


STATED = "inventory/plant/stated"
SOURCES = "inventory/plant/sources"
CARRIERS = "energy/plant/carriers"
PLACE = "inventory.plant"
DEFECTS: list[tuple[str, Plant, str, str]] = [
    ("a total of sources", times(f"{STATED}/scope 1/2024", "1.03"), "GP-A01", "inventory.plant.stated.scope 1.2024"),
    ("a sum of scopes", times(f"{STATED}/scope 1+2/2024", "1.03"), "GP-A02", "inventory.plant.stated.scope 1+2.2024"),
    ("a total of scopes", times(f"{STATED}/total/2025", "1.03"), "GP-A02", "inventory.plant.stated.total.2025"),
    ("an intensity", times(f"{STATED}/intensity/2024", "1.05"), "GP-A04", "inventory.plant.stated.intensity.2024"),
    (
        "an activity ten times too large",
        times(f"{SOURCES}/furnaces/activity/2024", "10"),
        "GP-Q01",
        f"{PLACE}.sources.furnaces.activity.2024",
    ),
    (
        "MWh for 万kWh",
        set_to(f"{CARRIERS}/power/consumption/2024", "715.123 MWh"),
        "GP-Q02",
        "energy.plant.carriers.power.consumption.2024",
    ),
    ("an operating margin", set_to(f"{SOURCES}/power/factor", "0.9229 kgCO2/kWh"), "GP-Q07", f"{PLACE}.sources.power.factor"),
    ("another grid's factor", set_to(f"{SOURCES}/power/factor", "0.4974 kgCO2/kWh"), "GP-Q09", f"{PLACE}.sources.power.factor"),
    ("a coal-equivalent coefficient", set_to(f"{SOURCES}/trucks/factor", "1.4571 tCO2/t"), "GP-Q03", f"{PLACE}.sources.trucks.factor"),
    ("a negative actual value", set_to("progress/process/actual/2024", "-0.2433"), "GP-Q22", "progress.process.actual.2024"),
    ("a measure that ends before it begins", set_to("measures/burners/to", "2025"), "GP-Q25", "measures.burners.to"),
    ("a base value", both(without("targets/process/reduction"), times("pathways/process/base", "1.10")), "GP-P08", "pathways.process.base"),
    ("one value of a pathway", times("pathways/process/values/2027", "1.06"), "GP-P03", "pathways.process.values.2027"),
    ("a year left out", without("pathways/process/values/2026"), "GP-P05", "pathways.process.values"),
    ("a tool without a name", without("pathways/process/tool"), "GP-P20", "pathways.process"),
    (
        "a target weaker than its pathway",
        both(without("targets/process/reduction"), set_to("targets/process/value", "0.2450 tCO2e/t")),
        "GP-G03",
        "targets.process.value",
    ),
    ("an intermediate target too late", too_late, "GP-G11", "targets.process.year"),
    ("a reduction", set_to("targets/metal/reduction", "26.7 %"), "GP-G02", "targets.metal.reduction"),
    ("a yearly rate that is the total", set_to("targets/metal/yearly reduction", "16.7 %"), "GP-G01", "targets.metal.yearly reduction"),
    ("a past year without an actual", without("progress/metal/actual/2024"), "GP-G18", "progress.metal.actual"),
    ("no review", without("governance/review/every"), "GP-I09", "governance.review"),
    ("no verification", without("accounting/verification"), "GP-I02", "accounting.verification"),
    (
        "a plan that is not public",
        set_to("governance/disclosure/0/of", ["inventory", "targets", "pathway", "progress"]),
        "GP-I11",
        "governance.disclosure",
    ),
    ("a misspelt word", set_to("measures/burners/content/zh", "熔炼炉换装天燃气蓄热式烧嘴。"), "GP-W03", "measures.burners.content.zh"),
    ("a table never referred to", set_to("outline/0/body/8", {"table": "targets", "name": "again"}), "GP-W02", "outline.0.body.8"),
    ("production", times("inventory/plant/production/2024", "10"), "GP-Q02", f"{PLACE}.production.2024"),
]
"""What is planted, how, the finding's code and its place."""


@pytest.mark.parametrize(("plant", "code", "place"), [row[1:] for row in DEFECTS], ids=[row[0] for row in DEFECTS])
def test_one_defect_gives_just_the_finding_meant_for_it(plant: Plant, code: str, place: str) -> None:
    plan = copy.deepcopy(sound_plan(TYPICAL))
    plant(plan)
    assert findings(plan) == [(code, place)]
