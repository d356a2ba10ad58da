"""targets."""

from __future__ import annotations

from ghgplan.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
