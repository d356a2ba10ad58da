"""What the plan has not chosen, or the library does not have, is a finding at its line, and the rest is computed."""

from typing import get_args

import pytest

from compute.inventories import CHOICES, codes, findings, inventory, plan_text
from ghgplan.compute.report import compute
from ghgplan.diagnostics import Severity
from ghgplan.plan.model.accounting import AssessmentReport
from ghgplan.plan.scalars import OneOf
from ghgplan.reference.entries import Kind
from ghgplan.reference.sets import named_sets
from little_plans import plan_file

DIESEL = "activity: {2023: 1 t}, fuel: diesel"
POWER = "scope: scope 2, kind: purchased electricity, electricity: yes, activity: {2023: 1 MWh}"
COOLING = "kind: fugitive, gases: [HFCs], activity: {2023: 1 kg}, gas: R-410A"
SOURCE = "inventory.plant.sources.s1"


@pytest.mark.parametrize(
    ("source", "accounting", "code", "path"),
    [
        (DIESEL, "{gwp: AR5}", "GP-C20", f"{SOURCE}.fuel"),
        (POWER, "{gwp: AR5}", "GP-C20", f"{SOURCE}.electricity"),
        (COOLING, "{fuels: mee}", "GP-C20", f"{SOURCE}.gas"),
        (DIESEL.replace("diesel", "deisel"), CHOICES, "GP-C21", f"{SOURCE}.fuel"),
        (COOLING.replace("R-410A", "R-410B"), CHOICES, "GP-C21", f"{SOURCE}.gas"),
        (DIESEL.replace("1 t}", "1 L}"), CHOICES, "GP-C22", f"{SOURCE}.activity"),
        (POWER, "{grid: {series: mee-nbs, region: 山西西}}", "GP-C24", "accounting.grid.region"),
        (POWER, "{grid: {series: enterprise-reporting, region: 山西}}", "GP-C25", "accounting.grid.region"),
        (POWER.replace("2023", "2024"), CHOICES, "GP-C26", f"{SOURCE}.activity.2024"),
        (POWER, "{grid: {series: mee-nbs, region: 山西, year: 2030}}", "GP-C26", "accounting.grid.year"),
        (f"{DIESEL}, category: 3", CHOICES, "GP-C28", f"{SOURCE}.category"),
        (POWER.replace("1 MWh", "1 t"), CHOICES, "GP-C30", f"{SOURCE}.activity"),
        (COOLING.replace("1 kg", "1 m3"), CHOICES, "GP-C30", f"{SOURCE}.activity"),
        (f"{DIESEL}, factors: {{CH4: 1 kg/piece}}", CHOICES, "GP-C30", f"{SOURCE}.factors.CH4"),
        (f"{DIESEL}, electricity: yes", CHOICES, "GP-C31", f"{SOURCE}.electricity"),
        (DIESEL, "{fuels: mee, overrides: {fuel/mee/deisel: {amount: 3 tCO2/t, source: 检测}}}", "GP-C32", "accounting.overrides.fuel/mee/deisel"),
        (DIESEL, "{fuels: mee, overrides: {fuel/mee/diesel: {source: 检测}}}", "GP-C32", "accounting.overrides.fuel/mee/diesel"),
        (DIESEL.replace("1 t", "-1 t"), CHOICES, "GP-C36", f"{SOURCE}.activity.2023"),
    ],
)  # fmt: skip
def test_a_finding_at_its_place_in_both_languages(source: str, accounting: str, code: str, path: str) -> None:
    found = findings(source, accounting=accounting)
    assert [(d.code, d.dotted_path) for d in found] == [(code, path)]
    for language in ("zh", "en"):
        assert found[0].message(language)
        assert found[0].advice(language)


def test_a_missing_year_names_the_years_there_are() -> None:
    (found,) = findings(POWER.replace("2023", "2024"))
    assert found.arguments["years"] == "2021, 2022, 2023"
    assert found.arguments["entry"] == "grid factor/mee-nbs/shanxi/2024"


def test_a_year_that_the_library_lacks_may_be_the_plan_s_own() -> None:
    own = CHOICES[:-1] + ", overrides: {grid factor/mee-nbs/shanxi/2024: {amount: 0.65 kgCO2/kWh, source: 公告}}}"
    plant = inventory(POWER.replace("2023", "2024"), accounting=own)
    assert str(plant.totals["scope 2"][2024].rounded) == "0.65"


def test_the_rest_of_the_plan_is_still_computed() -> None:
    outcome = compute(plan_file(plan_text(DIESEL, POWER.replace("2023", "2024"))))
    assert outcome.failed
    assert outcome.value
    assert "inventory.plant.sources.s1.emissions.2023" in outcome.value.numbers


def test_an_entry_known_from_memory_only_is_said_once() -> None:
    found = findings(DIESEL, DIESEL, accounting="{fuels: ndrc-sector}")
    assert [(d.code, d.severity, d.arguments["entry"]) for d in found] == [
        ("GP-C29", Severity.WARNING, "fuel/ndrc-sector/diesel"),
    ]


def test_production_of_nothing_and_leaps_are_said() -> None:
    assert codes(DIESEL, POWER, production="2023: 0 t") == [("GP-C37", "inventory.plant.production.2023")]
    assert codes(DIESEL, production="2023: -5 t") == [("GP-C36", "inventory.plant.production.2023")]
    leap = DIESEL.replace("2023: 1 t", "2022: 12 t, 2023: 120000 t")
    assert ("GP-C38", "inventory.plant.sources.s1.activity.2023") in codes(leap)
    assert codes(DIESEL.replace("1 t", "1000 t"), POWER, production="2023: 10 t") == [("GP-C39", "inventory.plant.production.2023")]


def test_every_assessment_report_that_may_be_chosen_is_in_the_library() -> None:
    reports = get_args(AssessmentReport)[1]
    assert isinstance(reports, OneOf)
    assert set(reports.spellings) == set(named_sets(Kind.GWP))
