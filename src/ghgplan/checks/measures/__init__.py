"""Measures: what they say they give, what that rests on, and whether it is enough."""

from __future__ import annotations

from ghgplan.checks.measures.completeness import (
    figures_without_date,
    green_power_without_market_figure,
    nothing_computed,
    nothing_quantified,
    power_without_self_use,
    substitutions_without_base,
    without_date,
    without_owner,
)
from ghgplan.checks.measures.coverage import boundaries_without_measure, uncovered_gaps
from ghgplan.checks.measures.mixes import mixes_against_pathways
from ghgplan.checks.measures.overlaps import overlaps_that_differ, overlaps_without_part, repeated_measures
from ghgplan.checks.measures.references import databases_of_life_cycles, standards_of_other_kinds, superseded_standards, undated_standards
from ghgplan.checks.measures.shifted_load import shifting_as_saving
from ghgplan.checks.measures.stated_reductions import (
    amounts_against_before_and_after,
    masses_against_volumes,
    reduction_against_parts,
    reductions_against_amounts,
    reductions_by_own_factor,
)
from ghgplan.checks.measures.timing import (
    effects_before_the_start,
    falling_shares,
    never_paid_back,
    paid_back_too_late,
    paybacks,
    savings_against_a_later_year,
)
from ghgplan.checks.rule import Basis, Rule
from ghgplan.diagnostics import Severity

_ASI = "ASI Performance Standard V3"
_PLAN = (Basis(_ASI, "5.3b"),)
_SYSTEM = (Basis(_ASI, "5.4"),)
_QUANTITY = (Basis(_ASI, "5.3b"), Basis("GB/T 32150-2015"))
_MARKET = (Basis("GHG Protocol Scope 2 Guidance"),)
_WARNING, _ERROR = Severity.WARNING, Severity.ERROR

RULES: tuple[Rule, ...] = (
    Rule("GP-M01", nothing_quantified, _WARNING, _PLAN),
    Rule("GP-M02", without_owner, _WARNING, _SYSTEM),
    Rule("GP-M03", without_date, _WARNING, _PLAN),
    Rule("GP-M04", figures_without_date, _WARNING, _PLAN),
    Rule("GP-M05", reductions_against_amounts, _WARNING, _QUANTITY),
    Rule("GP-M06", reductions_by_own_factor, _ERROR, _QUANTITY),
    Rule("GP-M07", masses_against_volumes, _WARNING, _QUANTITY),
    Rule("GP-M08", amounts_against_before_and_after, _ERROR, _QUANTITY),
    Rule("GP-M09", reduction_against_parts, _WARNING, _QUANTITY),
    Rule("GP-M10", boundaries_without_measure, _WARNING, _PLAN),
    Rule("GP-M11", uncovered_gaps, _WARNING, _PLAN),
    Rule("GP-M12", nothing_computed, _WARNING, _QUANTITY),
    Rule("GP-M13", power_without_self_use, _WARNING, _QUANTITY),
    Rule("GP-M14", substitutions_without_base, _WARNING, _PLAN),
    Rule("GP-M15", mixes_against_pathways, _WARNING, (*_PLAN, Basis("ASI Entity GHG Pathways Method"))),
    Rule("GP-M16", green_power_without_market_figure, _WARNING, _MARKET),
    Rule("GP-M17", effects_before_the_start, _WARNING, _PLAN),
    Rule("GP-M18", savings_against_a_later_year, _WARNING, _PLAN),
    Rule("GP-M19", falling_shares, _WARNING, _PLAN),
    Rule("GP-M20", paybacks, _WARNING),
    Rule("GP-M21", never_paid_back, _WARNING),
    Rule("GP-M22", repeated_measures, _WARNING, _PLAN),
    Rule("GP-M23", overlaps_without_part, _WARNING, _PLAN),
    Rule("GP-M24", overlaps_that_differ, _WARNING, _PLAN),
    Rule("GP-M25", superseded_standards, _WARNING),
    Rule("GP-M26", standards_of_other_kinds, _WARNING),
    Rule("GP-M27", databases_of_life_cycles, _WARNING, (Basis("ISO 14064-1:2018"),)),
    Rule("GP-M28", shifting_as_saving, _WARNING),
    Rule("GP-M29", undated_standards, _WARNING),
    Rule("GP-M30", paid_back_too_late, _WARNING),
)
