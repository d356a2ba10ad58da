"""Pieces of plans for the tests of measures."""

from __future__ import annotations

from ghgplan.compute.report import Report
from little_plans import report

PLANT = "entities: {plant: {name: {zh: 工厂, en: Plant}, activity: casthouse}}\n"
PATHWAY = (
    "pathways: {p: {entity: plant, boundary: scope 1+2, base year: 2024, base: 0.2500, unit: tCO2e/t, method: asi-tool, "
    "values: {2028: 0.2300}}}\n"
)


def plan(*measures: str, around: str = "") -> Report:
    """A plan with measures, each its figures in flow style; they are called a, b, c."""
    lines = (
        f"  {name}: {{content: {{zh: 措施{name}。, en: Measure.}}, {figures}}}\n" for name, figures in zip("abcdef", measures, strict=False)
    )
    return report(f"{PLANT}{around}measures:\n{''.join(lines)}")


def saving(figures: str, of: str = "天然气") -> str:
    """A measure with one saving."""
    return f"saves: [{{of: {of}, {figures}}}]"
