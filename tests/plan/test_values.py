"""Every single value of a plan, in its order."""

from __future__ import annotations

from ghgplan.plan.scalars import parse_quantity
from ghgplan.plan.text import Text
from ghgplan.plan.values import values
from little_plans import report


def test_values_stand_at_the_keys_that_plans_write() -> None:
    plan = report("measures: {a: {name: {zh: 甲, en: A}, content: {zh: 文字, en: Text}, cost: 180 万元, overlaps: [a]}}\n").plan
    found = dict(values(plan))
    assert found["measures", "a", "cost"] == parse_quantity("180 万元")
    assert found["measures", "a", "overlaps", "0"] == "a"
    assert isinstance(found["document", "title"], Text)
    assert None not in found.values()


def test_a_part_of_a_plan_is_walked_below_its_place() -> None:
    plan = report("").plan
    whole = [(path, value) for path, value in values(plan) if path[0] == "document"]
    assert [*values(plan.document, ("document",))] == whole
