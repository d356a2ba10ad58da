"""Criteria: what a plan that claims ASI shows of the criteria 5.1 to 5.4 of the Performance Standard."""

from __future__ import annotations

from ghgplan.checks.criteria.conformance import conformance
from ghgplan.checks.criteria.rules import RULES

__all__ = ["RULES", "conformance"]
