"""Pathways: tables held against their base value, the curve of their sector, the inventory, and each other.

The curves are an unofficial calibration from published plans: what rests on them is a warning.
"""

from __future__ import annotations

from ghgplan.checks.pathways.bases import (
    base_not_measured,
    base_stated_twice,
    base_year_outside_inventory,
    no_base,
    no_production_behind_base,
    nothing_behind_base,
)
from ghgplan.checks.pathways.curves import base_against_table, curve_of_another_sector, mislabelled_years, values_off_curve
from ghgplan.checks.pathways.leaps import leaps
from ghgplan.checks.pathways.pairs import boundaries_alone, copied_tables, order_of_convergence
from ghgplan.checks.pathways.rates import rates_against_values
from ghgplan.checks.pathways.steps import fall_within_rounding, rising_steps, steep_steps, uneven_digits
from ghgplan.checks.pathways.tools import altered_tool, no_tool, tool_without_version
from ghgplan.checks.pathways.years import missing_years, targets_without_value
from ghgplan.checks.rule import Basis, Rule
from ghgplan.diagnostics import Severity
from ghgplan.reference.entries import Verification

_METHOD = (Basis("ASI Entity GHG Pathways Method", "", Verification.READ), Basis("ASI Performance Standard V3", "5.3a"))
_TARGET = (Basis("ASI Performance Standard V3", "5.3b"),)
_SCOPES = (Basis("ASI Performance Standard V3", "5.3b-i"),)
_REVIEW = (Basis("ASI Performance Standard V3", "5.3d"), Basis("ASI Performance Standard V3", "5.3e"))
_INVENTORY = (Basis("ASI Performance Standard V3", "5.1a"), Basis("ISO 14064-1:2018"))

RULES: tuple[Rule, ...] = (
    Rule("GP-P01", base_against_table, Severity.WARNING, _METHOD),
    Rule("GP-P02", mislabelled_years, Severity.WARNING, _METHOD),
    Rule("GP-P03", values_off_curve, Severity.WARNING, _METHOD),
    Rule("GP-P04", curve_of_another_sector, Severity.WARNING, _METHOD),
    Rule("GP-P05", missing_years, Severity.WARNING, (*_METHOD, Basis("ASI Performance Standard V3", "5.3e"))),
    Rule("GP-P06", base_stated_twice, Severity.ERROR, _METHOD),
    Rule("GP-P07", no_base, Severity.WARNING, _METHOD),
    Rule("GP-P08", base_not_measured, Severity.ERROR, (*_METHOD, *_INVENTORY)),
    Rule("GP-P09", base_year_outside_inventory, Severity.WARNING, _INVENTORY),
    Rule("GP-P10", nothing_behind_base, Severity.WARNING, _INVENTORY),
    Rule("GP-P11", no_production_behind_base, Severity.WARNING, _INVENTORY),
    Rule("GP-P12", copied_tables, Severity.WARNING, _METHOD),
    Rule("GP-P13", order_of_convergence, Severity.WARNING, _METHOD),
    Rule("GP-P14", rising_steps, Severity.WARNING, _METHOD),
    Rule("GP-P15", steep_steps, Severity.WARNING, _METHOD),
    Rule("GP-P16", fall_within_rounding, Severity.WARNING, _METHOD),
    Rule("GP-P17", uneven_digits, Severity.WARNING, (Basis("GB/T 8170-2008"),)),
    Rule("GP-P18", targets_without_value, Severity.WARNING, _TARGET),
    Rule("GP-P19", boundaries_alone, Severity.WARNING, _SCOPES),
    Rule("GP-P20", no_tool, Severity.WARNING, _METHOD),
    Rule("GP-P21", tool_without_version, Severity.WARNING, _METHOD),
    Rule("GP-P22", altered_tool, Severity.WARNING, _METHOD),
    Rule("GP-P23", leaps, Severity.WARNING, _REVIEW),
    Rule("GP-P24", rates_against_values, Severity.WARNING, _METHOD),
)
