"""Sources that an inventory lists with nothing: neither activity data nor a reason."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import inventories
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path


def nought_without_reason(report: Report) -> Iterator[Finding]:
    """Sources whose emissions are stated as 0 in every year, without activity data or evidence. One finding a plan."""
    found: list[Path] = []
    for entity, inventory in inventories(report):
        for name, source in inventory.sources.items():
            own = source.source
            is_nought = bool(own.stated) and all(quantity.value == 0 for quantity in own.stated.values())
            if is_nought and not own.activity and own.evidence is None:
                found.append(("inventory", entity, "sources", name, "stated"))
    if found:
        arguments = {"sources": ", ".join(path[3] for path in found), "count": str(len(found))}
        yield Finding(found[0], arguments, tuple(place(report.file, *path) for path in found[1:]))
