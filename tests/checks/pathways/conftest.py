"""Pathways for tests of the rules: the chapters around a table of values."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from ghgplan.checks.pathways import RULES
from ghgplan.checks.rule import Finding
from ghgplan.compute.report import Report
from published_plans import reports

CHECKS = {rule.code: rule.check for rule in RULES}


@pytest.fixture(scope="session")
def published() -> Mapping[str, Report]:
    """The reports of the plans in ``plans/``, members under ``<group>/<member>``."""
    return reports()


@pytest.fixture(scope="session")
def found() -> Callable[[str, Report], list[Finding]]:
    """The findings of the rule ``code``."""
    return lambda code, report: list(CHECKS[code](report))


@pytest.fixture(scope="session")
def codes() -> Callable[[Report], list[str]]:
    """The codes of all rules of the family that object to a report."""
    return lambda report: [code for code, check in CHECKS.items() for _ in check(report)]
