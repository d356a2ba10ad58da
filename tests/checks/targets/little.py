"""Little plans with one pathway and the targets that a test is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ghgplan.checks.rule import Finding
from ghgplan.compute.report import Report
from little_plans import report

PATHWAY = """\
entities: {plant: {name: {zh: 工厂, en: Plant}, activity: casthouse}}
pathways:
  process:
    {entity: plant, boundary: scope 1+2, base year: 2024, base: 0.520, unit: tCO2e/t, method: asi-tool, tool: V2,
     values: {2025: 0.500, 2026: 0.490, 2028: 0.470, 2030: 0.450}}
"""
STATEMENT = "statement: {zh: 排放强度下降。, en: The intensity falls.}"


def plan(*targets: str, around: str = PATHWAY) -> Report:
    """The report of a plan with ``targets``, each given by its keys beside the statement; they are called t1, t2, ..."""
    lines = [f"  t{number}: {{{STATEMENT}, {keys}}}\n" for number, keys in enumerate(targets, start=1)]
    return report(around + "targets:\n" + "".join(lines))


def paths(rule: Callable[[Report], Iterator[Finding]], made: Report) -> list[str]:
    """The places that ``rule`` objects to."""
    return [".".join(found.path) for found in rule(made)]
