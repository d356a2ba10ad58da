"""Pictures that a plan brings, for readers who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.rule import Finding
from ghgplan.compute.report import Report
from ghgplan.plan.placing import placed_items


def pictures_without_words(report: Report) -> Iterator[Finding]:
    """A picture of which nothing but its caption is said. Charts are put into words by the compiler."""
    for part in placed_items(report.plan.outline):
        if part.item.picture and not part.item.alternative:
            yield Finding((*part.path, "picture"), {"picture": part.item.picture})
