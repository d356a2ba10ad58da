"""A correct plan is silent, whatever its size; one defect, as people make them, gives just the finding meant for it, at its place."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from checks.planting import DEFECTS, IN_TYPICAL, Defect
from checks.sound_files import FOLDER, NAMES, findings, planted
from checks.sound_plans import TYPICAL, Raw, Size, report_of, sizes, sound_plan
from ghgplan.checks.check import check


def found_in(plan: Raw) -> list[tuple[str, str]]:
    return [(found.code, found.dotted_path) for found in check(report_of(plan))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sizes)
def test_a_sound_plan_is_silent(size: Size) -> None:
    assert found_in(sound_plan(size)) == []


@pytest.mark.parametrize("defect", IN_TYPICAL, ids=lambda defect: defect.name)
def test_one_defect_in_the_typical_plan_gives_just_the_finding_meant_for_it(defect: Defect) -> None:
    plan = copy.deepcopy(sound_plan(TYPICAL))
    defect.plant(plan)
    assert found_in(plan) == [defect.finding]


@cache
def _before(name: str) -> frozenset[tuple[str, str]]:
    return frozenset((found.code, found.dotted_path) for found in findings(name))


def _checked_with(file: str) -> str:
    """The plan itself, or for one that is a member of another, the group's."""
    if file in NAMES:
        return file
    (group,) = (name for name in NAMES if f"plan: {file}.yaml" in (FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return group


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: f"{defect.file}: {defect.name}")
def test_one_defect_gives_just_the_finding_meant_for_it(defect: Defect, tmp_path: Path) -> None:
    name = _checked_with(defect.file)
    planted(defect.file, defect.plant, tmp_path)
    found = [(each.code, each.dotted_path) for each in findings(name, tmp_path)]
    assert [each for each in found if each not in _before(name)] == [defect.finding]
