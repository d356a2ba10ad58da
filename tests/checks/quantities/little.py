"""Pieces of plans for the tests of quantities."""

from __future__ import annotations

PLANT = "entities: {plant: {name: {zh: 工厂, en: Plant}, activity: casthouse}}\n"


def source(
    figures: str, carrier: str = "{zh: 汽油, en: Petrol}", kind: str = "mobile combustion", scope: str = "scope 1", gases: str = "CO2"
) -> str:
    """A plan with one emission source."""
    text = f"{{name: {{zh: 排放源, en: Source}}, carrier: {carrier}, scope: {scope}, kind: {kind}, gases: [{gases}], {figures}}}"
    return f"{PLANT}inventory:\n  plant:\n    sources:\n      s: {text}\n"


def electricity(figures: str) -> str:
    """A plan with one source of purchased electricity."""
    return source(figures, "{zh: 电力, en: Electricity}", "purchased electricity", "scope 2")


def carrier(name: str, figures: str) -> str:
    """The chapter of energy, with one carrier."""
    return f"energy:\n  plant:\n    carriers:\n      c: {{name: {name}, {figures}}}\n"


def pathway(figures: str, boundary: str = "scope 1+2") -> str:
    """A plan with one pathway of the base year 2023."""
    return f"{PLANT}pathways:\n  p: {{entity: plant, boundary: {boundary}, base year: 2023, {figures}}}\n"


def measure(figures: str, name: str = "{zh: 措施, en: Measure}") -> str:
    """The chapter of measures, with one."""
    return f"measures:\n  m: {{name: {name}, content: {{zh: 内容。, en: Content.}}, {figures}}}\n"
