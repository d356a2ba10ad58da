"""Dates of the document, and the committee's chart."""

from __future__ import annotations

import pytest

from ghgplan.checks.reconciliation import documents
from ghgplan.checks.reconciliation.committees import boxes_and_seats
from ghgplan.compute.report import Report
from little_plans import OUTLINE, report


def plan(figures: str, more: str = "") -> Report:
    """A document of 2025-09-15, version 2.0."""
    company = "company: {name: 公司}\n"
    return report(f'{company}document: {{title: 计划, version: "2.0", date: 2025-09-15, {figures}}}\n{more}{OUTLINE}')


@pytest.mark.parametrize(("year", "stale", "to_come"), [(2023, 1, 0), (2024, 0, 0), (2025, 0, 0), (2026, 0, 1)])
def test_the_reporting_year(year: int, stale: int, to_come: int) -> None:
    found = plan(f"reporting year: {year}")
    assert len([*documents.stale_reporting_year(found)]) == stale
    assert len([*documents.years_to_come(found)]) == to_come


@pytest.mark.parametrize(
    ("days", "count"), [(("01", "02", "03"), 0), (("02", "02", "02"), 0), (("03", "02", "04"), 1), (("01", "04", "03"), 1)]
)
def test_signatures(days: tuple[str, str, str], count: int) -> None:
    names = ("prepared", "reviewed", "approved")
    dated = ", ".join(f"{name}: {{by: 部, date: 2025-09-{day}}}" for name, day in zip(names, days, strict=True))
    assert len([*documents.order_of_signatures(plan(dated))]) == count


def history(*lines: str) -> str:
    written = (line.split() for line in lines)
    return "history: [" + ", ".join(f'{{version: "{version}", date: {date}, change: 修订}}' for version, date in written) + "]"


@pytest.mark.parametrize(
    ("lines", "order", "latest"),
    [
        (("1.0 2024-05-20", "2.0 2025-09-15"), 0, 0), (("2.0 2025-09-15", "1.0 2024-05-20"), 0, 0),
        (("1.9 2024-05-20", "1.10 2025-09-15"), 0, 1), (("A 2024-05-20", "B 2025-09-15"), 0, 1), (("2.0 2025-09-15",), 0, 0),
        (("1.0 2024-05-20", "1.1 2023-05-20", "2.0 2025-09-15"), 1, 0), (("2.1 2024-05-20", "2.0 2025-09-15"), 1, 0),
        (("1.0 2024-05-20", "1.0 2025-01-20", "2.0 2025-09-15"), 1, 0), (("2.0 2025-09-16",), 0, 1), (("1.0 2025-09-15",), 0, 1),
    ],
)  # fmt: skip
def test_the_history(lines: tuple[str, ...], order: int, latest: int) -> None:
    found = plan(history(*lines))
    assert len([*documents.order_of_history(found)]) == order
    assert len([*documents.history_and_document(found)]) == latest


JUDGED = """entities: {p: {name: 厂}}
pathways: {a: {entity: p, boundary: scope 1+2, base year: 2022, base: 0.21, unit: tCO2e/t, method: asi-tool, values: {2023: 0.20, 2024: 0.19, 2025: 0.18}}}
progress: {a: {actual: {2022: 0.21, 2023: 0.20, 2024: 0.19}}}
"""


@pytest.mark.parametrize(("first", "count"), [("2024-12-31", 0), ("2025-01-01", 1)])
def test_targets_are_issued_before_the_year_is_over(first: str, count: int) -> None:
    assert len([*documents.targets_issued_late(plan(history(f"1.0 {first}", "2.0 2025-09-15"), JUDGED))]) == count


@pytest.mark.parametrize("lines", [("2.0 2025-09-15",), ("1.0 2024-12-31", "2.0 2025-09-15"), ("1.0 2024-03-01", "2.0 2025-09-15")])
def test_a_first_plan_tells_of_the_year_after_its_base_year(lines: tuple[str, ...]) -> None:
    assert [*documents.targets_issued_late(plan(history(*lines), JUDGED))] == []


def test_without_a_history_nobody_knows() -> None:
    assert [*documents.targets_issued_late(plan("number: A-1", JUDGED))] == []


CHART = """
governance: {{committee: [{{role: 组长, department: 管理部, position: 总经理, duty: 一}}, {{role: 组员, department: 生产部, position: 经理, duty: 二}}]}}
diagrams: {{d: {{caption: 图, top: a, boxes: {{a: {{text: 总经理}}, b: {{text: {first}, under: a}}, c: {{text: {second}, under: a}}}}}}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "count"), [("管理部", "生产部", 0), ("管理组", "生产部", 0), ("管理部", "品质部", 1), ("品质部", "压铸", 0)]
)
def test_boxes_are_seats(first: str, second: str, count: int) -> None:
    # A chart whose boxes are mostly no seats is the chart of something else.
    assert len([*boxes_and_seats(report(CHART.format(first=first, second=second)))]) == count
