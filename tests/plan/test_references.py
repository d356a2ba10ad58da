"""Names that reach into members, and diagrams."""

from __future__ import annotations

from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read
from ghgplan.plan.references import check_references, known
from plan.samples import GOOD_PLAN, broken, shown, typed


def member() -> PlanFile:
    value = typed(
        GOOD_PLAN.replace("  process:", "  metal:").replace("pathway: process", "pathway: metal").replace("of: [process]", "of: [metal]")
    ).value
    assert value is not None
    return value


def codes(text: str, members: dict[str, PlanFile]) -> list[str]:
    source = read(text.encode(), "plan.yaml").value
    assert source is not None
    return [d.code for d in parse(source, members).diagnostics]


def test_names_of_members_stand_behind_the_members_name() -> None:
    source = read(GOOD_PLAN.encode(), "plan.yaml").value
    assert source is not None
    assert known(source, {"north": member()}, "pathways") == ["process", "north.metal"]
    assert known(source, {}, "pathways") == ["process"]


def test_an_item_may_show_a_members_pathway_or_all_of_a_member() -> None:
    for names in ("north.metal", "north", "process, north.metal"):
        text = broken("- table: pathways\n        of: [process]", f"- table: pathways\n        of: [{names}]")
        assert codes(text, {"north": member()}) == []


def test_an_unknown_name_in_a_member() -> None:
    text = broken("- table: pathways\n        of: [process]", "- table: pathways\n        of: [north.metall]")
    assert codes(text, {"north": member()}) == ["GP-R01"]


def test_of_a_member_that_could_not_be_read_nothing_is_said() -> None:
    text = broken("- table: pathways\n        of: [process]", "- table: pathways\n        of: [north.anything]")
    assert codes(text, {}) == []


def test_a_table_of_the_plans_own_takes_no_names() -> None:
    assert codes(broken("- table: water", "- table: water\n        of: [whatever]"), {}) == []


def test_nothing_at_all_under_a_chapter() -> None:
    start, end = GOOD_PLAN.index("pathways:\n"), GOOD_PLAN.index("progress:\n")
    outcome = typed(GOOD_PLAN[:start] + GOOD_PLAN[end:])
    assert {d.code for d in outcome.diagnostics} == {"GP-R02"}, shown(outcome.diagnostics)
    assert {d.hint for d in outcome.diagnostics} == {"GP-R02.none"}


def test_a_ring_of_boxes_is_reported_for_each_of_its_boxes() -> None:
    ring = "      data: {text: 甲, under: more}\n      more: {text: 乙, under: data}\n"
    text = broken("      data: {text: {zh: 数据组, en: Data group}, under: chair}\n", ring)
    found = typed(text).diagnostics
    assert [(d.code, d.path[-1]) for d in found] == [("GP-R09", "data"), ("GP-R09", "more")]


def test_a_measure_s_overlaps_are_measures_of_the_plan():
    measures = "\nmeasures: {gas: {content: 一, overlaps: [gsa], overlap: 20 %}, power: {content: 二, overlaps: [gas]}}\n"
    source = read((GOOD_PLAN.split("\nmeasures:")[0] + measures + "outline: []\n").encode(), "plan.yaml").value
    assert source is not None
    found = [d for d in check_references(source, {}) if d.path[0] == "measures"]
    assert [(d.code, d.arguments["suggestion"]) for d in found] == [("GP-R01", "gas")]
