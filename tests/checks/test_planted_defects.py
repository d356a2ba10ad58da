"""A correct plan is silent, whatever its size; one defect in it gives the finding that is meant for it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from checks.sound_plans import TYPICAL, Raw, Size, report_of, sizes, sound_plan
from hypothesis import HealthCheck, given, settings

from ghgplan.checks.check import check


def codes(plan: Raw) -> list[str]:
    return [f"{found.code} {found.dotted_path}" for found in check(report_of(plan))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sizes)
def test_a_sound_plan_is_silent(size: Size) -> None:
    assert codes(sound_plan(size)) == []
