"""Pathways for tests of the rules: the chapters around a table of values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from ghgplan.checks.pathways import RULES
from ghgplan.checks.rule import Finding
from ghgplan.compute.report import Report, compute
from ghgplan.project.addresses import find
from ghgplan.project.loading import load

REPOSITORY = Path(__file__).resolve().parents[3]
CHECKS = {rule.code: rule.check for rule in RULES}


@pytest.fixture(scope="session")
def published() -> Mapping[str, Report]:
    """The reports of the plans in ``plans/``, members under ``<group>/<member>``."""
    reports: dict[str, Report] = {}
    for address in find((), REPOSITORY).plans:
        loaded = load(address).outcome.value
        assert loaded is not None
        report = compute(loaded).value
        assert report is not None
        reports[address.name] = report
        reports.update({f"{address.name}/{name}": member for name, member in report.members.items()})
    return reports


@pytest.fixture(scope="session")
def found() -> Callable[[str, Report], list[Finding]]:
    """The findings of the rule ``code``."""
    return lambda code, report: list(CHECKS[code](report))


@pytest.fixture(scope="session")
def codes() -> Callable[[Report], list[str]]:
    """The codes of all rules of the family that object to a report."""
    return lambda report: [code for code, check in CHECKS.items() for _ in check(report)]
