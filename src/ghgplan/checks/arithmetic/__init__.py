"""Arithmetic: sums, shares and products that a plan states, held against the figures they are made of."""

from __future__ import annotations

from ghgplan.checks.arithmetic.allocated import allocated_uses
from ghgplan.checks.arithmetic.own_tables import column_totals, shifted_totals
from ghgplan.checks.arithmetic.products import coal_equivalents, emissions_of_sources, intensities
from ghgplan.checks.arithmetic.shares import shares_against_amounts, shares_together
from ghgplan.checks.arithmetic.totals import scopes_and_categories, totals_of_sources, totals_of_totals, uses_of_carriers
from ghgplan.checks.rule import Basis, Rule
from ghgplan.diagnostics import Severity

_INVENTORY = (Basis("ISO 14064-1:2018"), Basis("GHG Protocol Corporate Standard"))
_ENERGY = (Basis("GB/T 2589-2020"),)

RULES: tuple[Rule, ...] = (
    Rule("GP-A01", totals_of_sources, Severity.ERROR, _INVENTORY),
    Rule("GP-A02", totals_of_totals, Severity.ERROR, _INVENTORY),
    Rule("GP-A03", scopes_and_categories, Severity.ERROR, _INVENTORY),
    Rule("GP-A04", intensities, Severity.ERROR, _INVENTORY),
    Rule("GP-A05", emissions_of_sources, Severity.ERROR, (Basis("ISO 14064-1:2018"), Basis("GB/T 32150-2015"))),
    Rule("GP-A06", shares_against_amounts, Severity.ERROR, _INVENTORY),
    Rule("GP-A07", shares_together, Severity.ERROR, _INVENTORY),
    Rule("GP-A08", coal_equivalents, Severity.ERROR, _ENERGY),
    Rule("GP-A09", uses_of_carriers, Severity.ERROR, _ENERGY),
    Rule("GP-A10", column_totals, Severity.ERROR),
    Rule("GP-A11", shifted_totals, Severity.ERROR),
    Rule("GP-A12", allocated_uses, Severity.WARNING, _ENERGY),
)
