"""The months that a year's figures cover, against the year and the document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path, Related
from ghgplan.plan.model.inventory import Period
from ghgplan.values import frozen

MONTHS = 12


@frozen
class _Window:
    """The period that an entity's figures of a year cover."""

    entity: str
    year: int
    period: Period

    @property
    def path(self) -> Path:
        return ("inventory", self.entity, "periods", str(self.year))

    @property
    def length(self) -> int:
        """In months, the first and the last included; nothing or less where it runs backwards."""
        return months(self.period)

    @property
    def within(self) -> int:
        """How many of its months lie in its year."""
        return sum(
            1 for number in range(self.length) if (self.period.from_.month - 1 + number) // MONTHS + self.period.from_.year == self.year
        )

    def arguments(self) -> dict[str, str]:
        period = self.period
        return {
            "entity": self.entity, "year": str(self.year), "first": f"{period.from_:%Y-%m}", "last": f"{period.to:%Y-%m}",
            "months": str(self.length), "within": str(self.within), "outside": str(self.length - self.within),
        }  # fmt: skip


def months(period: Period) -> int:
    """The number of months from the first to the last, both included."""
    return (period.to.year - period.from_.year) * MONTHS + period.to.month - period.from_.month + 1


def is_sound(period: Period, year: int) -> bool:
    """Whether the period is one of twelve months that lie mostly in ``year``."""
    window = _Window("", year, period)
    return window.length == MONTHS and window.within * 2 >= MONTHS


def reversed_periods(report: Report) -> Iterator[Finding]:
    """A period that ends before it begins."""
    for window in _windows(report):
        if window.length < 1:
            yield Finding((*window.path, "to"), window.arguments(), (place(report.file, *window.path, "from"),))


def periods_after_the_document(report: Report) -> Iterator[Finding]:
    """A period whose last month comes after the document's."""
    date = report.plan.document.date
    for window in _windows(report):
        if window.length >= 1 and window.period.to > date.replace(day=1):
            arguments = {**window.arguments(), "date": date.isoformat()}
            yield Finding((*window.path, "to"), arguments, (place(report.file, "document", "date"),))


def lengths_of_periods(report: Report) -> Iterator[Finding]:
    """A year's figures that cover other than twelve months."""
    for window in _windows(report):
        if window.length >= 1 and window.length != MONTHS:
            yield Finding(window.path, window.arguments(), _bases(report, window))


def periods_of_other_years(report: Report) -> Iterator[Finding]:
    """Twelve months that lie mostly outside the year whose figures they are, unless the plan counts its years so throughout.

    Of a pathway's base year that is told at the pathway.
    """
    for window in _windows(report):
        is_elsewhere = window.length == MONTHS and window.within * 2 < MONTHS
        if is_elsewhere and not _is_usual(report, window) and not _bases(report, window):
            yield Finding(window.path, window.arguments())


def _windows(report: Report) -> Iterator[_Window]:
    for entity, inventory in report.plan.inventory.items():
        for year, period in (inventory.periods or {}).items():
            yield _Window(entity, year, period)


def _is_usual(report: Report, window: _Window) -> bool:
    """Whether the entity's other years are counted in the same months."""
    others = [other for other in _windows(report) if other.entity == window.entity and other.year != window.year]
    return bool(others) and all(_offset(other) == _offset(window) for other in others)


def _offset(window: _Window) -> tuple[int, int]:
    begun: datetime.date = window.period.from_
    return (begun.year - window.year, begun.month)


def _bases(report: Report, window: _Window) -> tuple[Related, ...]:
    """The base years that rest on the period."""
    return tuple(
        place(report.file, "pathways", name, "base year")
        for name, pathway in pathways(report)
        if pathway.entity == window.entity and pathway.pathway.base_year == window.year
    )
