"""What a plan accepts: listed and no longer counted; an acceptance of nothing is a finding itself."""

from __future__ import annotations

from ghgplan.checks.check import check
from ghgplan.compute.report import compute
from ghgplan.diagnostics import Diagnostic, Severity
from little_plans import plan_file

WRONG = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory:
  plant:
    stated:
      scope 1: {2023: 100 tCO2e, 2024: 90 tCO2e}
      scope 2: {2023: 50 tCO2e, 2024: 50 tCO2e}
      scope 1+2: {2023: 160 tCO2e, 2024: 150 tCO2e}
accepted:
"""


def found(*accepted: str, plan: str = WRONG) -> list[Diagnostic]:
    entries = "".join(f"  - {{{entry}, because: {{zh: 与已公布的一致, en: As published}}, on: 2025-09-15}}\n" for entry in accepted)
    report = compute(plan_file(plan + (entries or "  []\n")))
    assert report.value
    # Absences of other families are not what these tests are about.
    return [each for each in check(report.value, report.diagnostics) if each.code[:4] in ("GP-A", "GP-X")]


def severities(findings: list[Diagnostic]) -> list[tuple[str, Severity]]:
    return [(each.code, each.severity) for each in findings]


def test_without_an_acceptance_both_are_errors() -> None:
    assert severities(found()) == [("GP-A02", Severity.ERROR), ("GP-A02", Severity.ERROR)]


def test_one_place_accepted() -> None:
    findings = found("finding: GP-A02, at: inventory.plant.stated.scope 1+2.2023")
    assert severities(findings) == [("GP-A02", Severity.ACCEPTED), ("GP-A02", Severity.ERROR)]
    assert findings[0].reason == {"zh": "与已公布的一致", "en": "As published"}
    assert findings[1].reason == {}


def test_a_place_stands_for_all_below_it() -> None:
    findings = found("finding: GP-A02, at: inventory.plant")
    assert severities(findings) == [("GP-A02", Severity.ACCEPTED)] * 2
    assert severities(found("finding: GP-A02")) == [("GP-A02", Severity.ACCEPTED)] * 2


def test_a_place_is_no_beginning_of_a_word() -> None:
    findings = found("finding: GP-A02, at: inventory.plan")
    assert severities(findings)[:2] == [("GP-A02", Severity.ERROR)] * 2


def test_another_code_is_not_accepted_with_it() -> None:
    assert severities(found("finding: GP-A01, at: inventory.plant")) == [
        ("GP-A02", Severity.ERROR),
        ("GP-A02", Severity.ERROR),
        ("GP-X01", Severity.WARNING),
    ]


def test_an_acceptance_of_nothing_points_to_its_line_and_to_what_is_near() -> None:
    findings = found("finding: GP-A02, at: inventory.plant.stated.scope 1+2.2022")
    idle = findings[-1]
    assert (idle.code, idle.dotted_path) == ("GP-X01", "accepted.0.at")
    assert idle.advice("en") in {f"did you mean inventory.plant.stated.scope 1+2.{year}?" for year in (2023, 2024)}


def test_what_cannot_be_computed_cannot_be_accepted() -> None:
    broken = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory:
  plant:
    sources:
      s: {name: {zh: 电力, en: Power}, carrier: {zh: 电力, en: Power}, scope: scope 2, kind: purchased electricity, gases: [CO2],
          activity: {2024: 5 MWh}, factor: 2 kgCO2/m3}
accepted:
  - {finding: GP-C01, because: {zh: 无, en: None}, on: 2025-09-15}
"""
    report = compute(plan_file(broken))
    assert report.value
    codes = {each.code: each.severity for each in check(report.value, report.diagnostics)}
    assert codes["GP-C01"] is Severity.ERROR
    assert codes["GP-X01"] is Severity.WARNING


def test_a_member_s_acceptance_counts_in_the_group_and_only_there_where_it_stands() -> None:
    member = plan_file(WRONG + "  - {finding: GP-A02, because: {zh: 已公布, en: Published}, on: 2025-09-15}\n")
    group = "members: {north: {name: {zh: 北, en: North}, plan: north.yaml}}\n"
    report = compute(plan_file(group, {"north": member}))
    assert report.value
    findings = [each for each in check(report.value) if each.code == "GP-A02"]
    assert severities(findings) == [("GP-A02", Severity.ACCEPTED)] * 2
