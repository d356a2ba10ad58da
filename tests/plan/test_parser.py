"""Typing a plan: everything that is wrong, once."""

from __future__ import annotations

import pickle

import pytest
from pydantic import ValidationError

from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read
from plan.samples import GOOD_PLAN, broken, compiled, shown, typed


@pytest.fixture(scope="module")
def good() -> PlanFile:
    outcome = typed(GOOD_PLAN)
    assert not outcome.failed, shown(outcome.diagnostics)
    assert outcome.value is not None
    return outcome.value


def test_chapters_hold_what_was_written(good: PlanFile) -> None:
    plan = good.plan
    assert list(plan.entities) == ["casting", "extrusion"]
    assert str(plan.pathways["process"].values[2025]) == "0.80"
    assert plan.inventory["casting"].sources["boiler"].unit_converted is False
    assert plan.targets["middle"].intermediate is True
    assert plan.measures["recovery"].from_ == 2024
    assert plan.document.version == "1.10"
    assert plan.tables["water"].rows[1][1].wording("en") == "^"


def test_a_plan_is_frozen(good: PlanFile) -> None:
    with pytest.raises(ValidationError):
        good.plan.company.name = None  # type: ignore[assignment]
    with pytest.raises(TypeError):
        good.plan.entities["new"] = good.plan.entities["casting"]  # type: ignore[index]


def test_a_plan_survives_the_way_to_a_worker(good: PlanFile) -> None:
    assert pickle.loads(pickle.dumps(good)) == good


def test_names_are_looked_up_in_a_plan_with_wrong_values_too() -> None:
    text = broken("7880 t", "7880").replace("pathway: process", "pathway: proces").replace("- table: water", "- table: wate")
    assert [d.code for d in compiled(text)] == ["GP-U06", "GP-R01", "GP-R01"]


def test_a_name_whose_thing_has_mistakes_is_still_known() -> None:
    assert [d.code for d in compiled(broken("unit: tCO2e/t", "unit: wrong"))] == ["GP-U05"]


def test_a_wrong_value_is_not_also_an_unknown_name() -> None:
    assert [d.code for d in compiled(broken("pathway: process", "pathway: pro/cess"))] == ["GP-S14"]


def test_a_misspelt_key_of_a_diagram_is_one_finding() -> None:
    assert [d.code for d in compiled(broken("    steps: [", "    step: ["))] == ["GP-S01"]
    assert [d.code for d in compiled(broken("under: chair", "unter: chair"))] == ["GP-S01"]


def test_nothing_follows_from_a_line_that_was_read_over() -> None:
    outcome = read(broken("entity: casting\n    boundary", "entity：castin\n    boundary").encode(), "plan.yaml")
    assert outcome.value is not None
    assert [d.code for d in outcome.diagnostics] == ["GP-Y20"]
    assert parse(outcome.value).diagnostics == ()
