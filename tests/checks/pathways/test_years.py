"""Years without a value."""

from __future__ import annotations

from checks.pathways.tables import CASTHOUSE, METAL, metal, pathway, plan
from ghgplan.checks.pathways.years import missing_years, targets_without_value
from little_plans import report

TARGET = "targets:\n  t: {pathway: [metal, process], base year: 2023, year: %d, statement: {zh: 目标, en: Target}}\n"


def without(values: dict[int, str], *years: int) -> dict[int, str]:
    return {year: value for year, value in values.items() if year not in years}


def test_one_finding_for_all_pathways_of_a_plan() -> None:
    text = plan(pathway(without(CASTHOUSE, 2024, 2029), "0.312"), metal(without(METAL, 2024), "9.20"))
    (found,) = missing_years(report(text))
    assert (found.arguments["count"], found.arguments["years"]) == ("2", "2024, 2029")
    assert len(found.related) == 1


def test_milestones_after_2030_are_no_holes() -> None:
    assert list(missing_years(report(plan(pathway({**CASTHOUSE, 2040: "0.180", 2050: "0.077"}, "0.312"))))) == []
    assert list(missing_years(report(plan(pathway(without(CASTHOUSE, 2029, 2030), "0.312"))))) == []


def test_a_year_under_the_wrong_label_explains_the_hole_in_its_whole_table() -> None:
    mislabelled = metal({**without(METAL, 2029), 2030: METAL[2029]}, "9.20")
    assert list(missing_years(report(plan(pathway(without(CASTHOUSE, 2029), "0.312"), mislabelled)))) == []
    assert len(list(missing_years(report(plan(pathway(without(CASTHOUSE, 2028), "0.312"), mislabelled))))) == 1


def test_a_hole_at_a_targets_year_is_told_there() -> None:
    text = plan(pathway(CASTHOUSE, "0.312"), metal(without(METAL, 2028), "9.20"), more=TARGET % 2028)
    assert list(missing_years(report(text))) == []
    (found,) = targets_without_value(report(text))
    assert found.arguments["pathway"] == "metal"


def test_a_pathway_that_ends_before_its_target() -> None:
    tables = (pathway(CASTHOUSE, "0.312"), metal(METAL, "9.20"))
    assert len(list(targets_without_value(report(plan(*tables, more=TARGET % 2035))))) == 1
    assert list(targets_without_value(report(plan(*tables, more=TARGET % 2030)))) == []


def test_published_plans(published, found) -> None:
    holes = {name: found("GP-P05", looked_at) for name, looked_at in published.items()}
    assert {name: each[0].arguments["years"] for name, each in holes.items() if each} == {
        "two-product-lines": "2024",
        **{f"group-of-four/{member}": "2028, 2029" for member in ("precision", "lightweight", "southwest", "new-materials")},
    }
    assert [each for looked_at in published.values() for each in found("GP-P18", looked_at)] == []
