"""What would follow had it not been stated."""

from __future__ import annotations

from ghgplan.compute.choices import Choices
from ghgplan.compute.report import Report
from ghgplan.compute.sources import SourceReport, compute_source
from ghgplan.diagnostics import Path


def by_activity(report: Report, source: SourceReport, path: Path) -> SourceReport:
    """The source at ``path`` with the emissions that its activity data and factors give, whatever is stated."""
    return compute_source(report.file, Choices(report.file, []), source.source.model_copy(update={"stated": None}), path)
