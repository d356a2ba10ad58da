"""Plans of one table each, as text."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from ghgplan.reference.curves import curves

TOOL = "ASI Entity GHG Pathways Calculation Tool V2.0"
YEARS = tuple(range(2024, 2031))
CASTHOUSE = {2024: "0.306", 2025: "0.302", 2026: "0.296", 2027: "0.292", 2028: "0.285", 2029: "0.279", 2030: "0.277"}
METAL = {2024: "8.87", 2025: "8.58", 2026: "8.10", 2027: "8.05", 2028: "7.66", 2029: "7.23", 2030: "6.76"}


def on_curve(curve: str, base: Decimal, decimals: int, base_year: int = 2023) -> dict[int, str]:
    """The curve's values from ``base``, rounded as a table prints them."""
    found = curves()[curve]
    limit, remaining = found.converges_to.value, dict(found.remaining)
    values = {year: limit + (base - limit) * remaining[year] / remaining[base_year] for year in YEARS if year > base_year}
    return {year: f"{value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)}" for year, value in values.items()}


def entity(name: str = "plant", activity: str | None = "casthouse") -> str:
    return f"  {name}: {{name: {{zh: 工厂, en: Plant}}" + (f", activity: {activity}" if activity else "") + "}\n"


def pathway(
    values: Mapping[int, str], base: str | None, name: str = "process", *, owner: str = "plant", boundary: str = "scope 1+2",
    year: int = 2023, unit: str = "tCO2e/t", tool: str | None = TOOL, more: str = "",
) -> str:  # fmt: skip
    rows = ", ".join(f"{at}: {value}" for at, value in values.items())
    lines = [f"  {name}:", f"    entity: {owner}", f"    boundary: {boundary}", f"    base year: {year}", f"    unit: {unit}"]
    lines += ["    method: asi-tool", f"    values: {{{rows}}}"]
    lines += [f"    base: {base}"] * (base is not None) + [f"    tool: {tool}"] * (tool is not None)
    return "\n".join(lines) + "\n" + more


def metal(values: Mapping[int, str], base: str | None, name: str = "metal", **others: str) -> str:
    return pathway(values, base, name, boundary="scope 3 category 1", **others)  # pyright: ignore[reportArgumentType]


def plan(*pathways: str, entities: str = "", more: str = "") -> str:
    return "entities:\n" + (entities or entity()) + "pathways:\n" + "".join(pathways) + more
