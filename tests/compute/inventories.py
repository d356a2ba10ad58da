"""Little inventories for tests: one plant, its sources and the choices that their factors come from."""

from __future__ import annotations

from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.report import compute
from ghgplan.diagnostics import Diagnostic
from little_plans import messages, plan_file

CHOICES = "{gwp: AR5, fuels: mee, grid: {series: mee-nbs, region: 山西}, coal equivalent: gbt2589-2020}"


def plan_text(*sources: str, accounting: str = CHOICES, production: str = "2023: 10000 t") -> str:
    """A plan of one plant. A source is its keys in flow style; scope 1 and a kind are added where it has none."""
    lines = [f"      s{number}: {{{_completed(source)}}}" for number, source in enumerate(sources, start=1)]
    return "\n".join([
        f"accounting: {accounting}",
        "entities: {plant: {name: {zh: 工厂, en: Plant}}}",
        "inventory:",
        "  plant:",
        f"    production: {{{production}}}",
        "    sources:",
        *lines,
        "",
    ])  # fmt: skip


def inventory(*sources: str, accounting: str = CHOICES, production: str = "2023: 10000 t") -> InventoryReport:
    """The plant's inventory; warnings are let pass, errors are not."""
    outcome = compute(plan_file(plan_text(*sources, accounting=accounting, production=production)))
    assert not outcome.failed, messages(outcome.diagnostics)
    assert outcome.value is not None
    found = outcome.value.entities["plant"].inventory
    assert found is not None
    return found


def findings(*sources: str, accounting: str = CHOICES, production: str = "2023: 10000 t") -> list[Diagnostic]:
    """What is said of the plant's plan."""
    return list(compute(plan_file(plan_text(*sources, accounting=accounting, production=production))).diagnostics)


def codes(*sources: str, accounting: str = CHOICES, production: str = "2023: 10000 t") -> list[tuple[str, str]]:
    """Code and path of each finding."""
    return [(d.code, d.dotted_path) for d in findings(*sources, accounting=accounting, production=production)]


def _completed(source: str) -> str:
    usual = {
        "name": "{zh: 源, en: Source}",
        "carrier": "{zh: 能源, en: Energy}",
        "scope": "scope 1",
        "kind": "stationary combustion",
        "gases": "[CO2]",
    }
    return ", ".join([*(f"{key}: {value}" for key, value in usual.items() if f"{key}: " not in source), source])
