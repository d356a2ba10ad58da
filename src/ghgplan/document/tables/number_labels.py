"""The labels of what dotted names are made of: chapters, and the quantities in them.

A number that the compute room adds under a new name gets its label here; without one it is shown by its dotted name.
"""

from __future__ import annotations

from collections.abc import Mapping

CHAPTERS: Mapping[str, str] = {
    "inventory": "chapter.inventory",
    "energy": "chapter.energy",
    "pathways": "chapter.pathways",
    "progress": "chapter.progress",
    "targets": "chapter.targets",
    "measures": "chapter.measures",
    "gap": "chapter.gap",
    "group": "chapter.group",
}
"""The label of each chapter that has numbers, in the order of the calculation record."""

_OWN = (
    "added",
    "after",
    "average yearly reduction",
    "avoided",
    "avoided per tonne",
    "before",
    "biogenic",
    "budget",
    "covered",
    "curve",
    "deviation from curve",
    "forecast",
    "forecast deviation",
    "full-load hours",
    "generation",
    "given",
    "green power",
    "intermediate",
    "intermediate reduction",
    "linear yearly reduction",
    "market-based",
    "mass",
    "missing",
    "needed",
    "needed cut",
    "needed reduction",
    "not split",
    "payback",
    "relative deviation",
    "self use",
    "target",
)

QUANTITIES: Mapping[str, str] = {
    "production": "column.production",
    "scope 1": "row.scope 1",
    "scope 2": "row.scope 2",
    "scope 3": "row.scope 3",
    "scope 1+2": "row.scope 1+2",
    **{f"category {number}": f"row.category {number}" for number in range(1, 7)},
    "total": "row.total",
    "intensity": "column.intensity",
    "activity": "column.activity data",
    "factor": "column.factor",
    "emissions": "column.emissions",
    "share": "column.share",
    "coefficient": "column.coefficient",
    "consumption": "column.amount of energy",
    "coal equivalent": "column.coal equivalent",
    "base": "column.base value",
    "value": "column.target value",
    "reduction": "column.reduction rate",
    "yearly reduction": "column.yearly reduction",
    "deviation": "column.deviation",
    "density": "quantity.density",
    "cost": "column.cost",
    "measures.reduction": "column.reduction",
    "energy.total": "quantity.total energy",
    "pathways.yearly reduction": "quantity.reduction since the year before",
    **{name: f"quantity.{name}" for name in _OWN},
}
"""The label of each last word but the year of a dotted name; behind its chapter where chapters differ."""

ENDINGS: Mapping[str, str] = {" per tonne": "quantity per tonne", " market-based": "market-based quantity"}
"""What may follow a quantity, and the label of both together."""
