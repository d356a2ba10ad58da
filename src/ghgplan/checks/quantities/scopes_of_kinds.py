"""Sources in a scope that nothing of their kind belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import inventories
from ghgplan.compute.report import Report

_IMPOSSIBLE: Mapping[str, tuple[str, ...]] = {
    "stationary combustion": ("scope 2",), "mobile combustion": ("scope 2",), "process": ("scope 2",), "fugitive": ("scope 2",),
    "purchased electricity": ("scope 1",), "purchased heat": ("scope 1",),
    "upstream transport": ("scope 1", "scope 2"), "purchased goods": ("scope 1", "scope 2"),
}  # fmt: skip
"""What is burnt on behalf of others may be scope 3, and so may be electricity that others use."""


def scopes_of_kinds(report: Report) -> Iterator[Finding]:
    """What is bought from the grid in scope 1, what is burnt in scope 2, goods anywhere but in scope 3."""
    for entity, inventory in inventories(report):
        for name, source in inventory.sources.items():
            own = source.source
            if own.scope in _IMPOSSIBLE.get(own.kind, ()):
                path = ("inventory", entity, "sources", name)
                yield Finding((*path, "scope"), {"name": name, "scope": own.scope, "sort": own.kind}, (place(report.file, *path, "kind"),))
