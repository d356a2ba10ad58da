"""The intermediate target of ASI criterion 5.3b: that it is near enough. Whether there is one, the criteria tell."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import targets
from ghgplan.checks.targets.levels import base_year, entity_of
from ghgplan.compute.pathway_methods import intermediate_year
from ghgplan.compute.report import Report
from ghgplan.plan.model.targets import Target

_FIRST_NAMES = 4


def too_late(report: Report) -> Iterator[Finding]:
    """Intermediate targets more than five years after their base year, where no nearer one covers the same."""
    late: dict[tuple[int, int], list[str]] = {}
    for name, found in targets(report):
        target, first = found.target, base_year(report, found.target)
        is_late = target.intermediate and target.year and first and target.year > intermediate_year(first)
        if is_late and target.year and first and not _has_nearer(report, name, target):
            late.setdefault((first, target.year), []).append(name)
    for (first, year), names in late.items():
        arguments = {
            "targets": names_of(names), "base_year": str(first), "year": str(year), "years": str(year - first),
            "latest": str(intermediate_year(first)),
        }  # fmt: skip
        others = tuple(place(report.file, "targets", name, "year") for name in names[1:])
        yield Finding(("targets", names[0], "year"), arguments, others)


def names_of(names: list[str]) -> str:
    """The first few names."""
    return ", ".join(names[:_FIRST_NAMES]) + (", …" if len(names) > _FIRST_NAMES else "")


def _has_nearer(report: Report, name: str, target: Target) -> bool:
    for other_name, other in report.plan.targets.items():
        first = base_year(report, other)
        is_near = other.intermediate and other.year and first and other.year <= intermediate_year(first)
        same = set(other.pathway) & set(target.pathway) if target.pathway else entity_of(report, other) == entity_of(report, target)
        if other_name != name and is_near and same:
            return True
    return False
