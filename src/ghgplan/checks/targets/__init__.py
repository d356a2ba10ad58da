"""Targets: their figures among each other, against pathways, inventory and progress, and what prose claims of them."""

from __future__ import annotations

from ghgplan.checks.rule import Basis, Rule
from ghgplan.checks.targets.against_pathways import far_stronger, weaker, weaker_than_the_entitys
from ghgplan.checks.targets.base_years import several
from ghgplan.checks.targets.bases import base_years, bases_against_inventories, bases_against_pathways
from ghgplan.checks.targets.before import before_the_year
from ghgplan.checks.targets.claims import fell_overall, targets_met
from ghgplan.checks.targets.energy_shares import energy_shares_in_prose
from ghgplan.checks.targets.groups import through_one_member
from ghgplan.checks.targets.intermediate import too_late
from ghgplan.checks.targets.long_term import above_convergence
from ghgplan.checks.targets.outcomes import above_target, actuals_missing, expired, totals_rose
from ghgplan.checks.targets.pairs import later_weaker, two_levels
from ghgplan.checks.targets.rates import own_figures, totals_as_rates
from ghgplan.checks.targets.shares import green_power_against_intensity, without_base
from ghgplan.checks.targets.shares_of_uses import share_of_several
from ghgplan.checks.targets.spans import captions, lengths, statements
from ghgplan.checks.targets.spans_in_prose import ends_and_percentage
from ghgplan.checks.targets.terms import announced
from ghgplan.checks.targets.typed import changes_in_prose
from ghgplan.checks.targets.years import nothing_to_hold_to, without_base_year, without_year
from ghgplan.diagnostics import Severity
from ghgplan.reference.entries import Verification

_ASI = "ASI Performance Standard V3"
_PATHWAY = (Basis(_ASI, "5.3a", Verification.READ), Basis("ASI Entity GHG Pathways Method"))
_INTERMEDIATE = (Basis(_ASI, "5.3b", Verification.READ),)
_ALL_EMISSIONS = (Basis(_ASI, "5.3b-i", Verification.READ),)
_PROGRESS = (Basis(_ASI, "5.3e"),)
_INVENTORY = (Basis("ISO 14064-1:2018"),)

RULES: tuple[Rule, ...] = (
    Rule("GP-G01", totals_as_rates, Severity.WARNING, _PATHWAY),
    Rule("GP-G02", own_figures, Severity.ERROR),
    Rule("GP-G03", weaker, Severity.ERROR, _PATHWAY),
    Rule("GP-G04", far_stronger, Severity.WARNING, _PATHWAY),
    Rule("GP-G05", weaker_than_the_entitys, Severity.WARNING, _PATHWAY),
    Rule("GP-G06", bases_against_pathways, Severity.ERROR, _PATHWAY),
    Rule("GP-G07", base_years, Severity.WARNING, _PATHWAY),
    Rule("GP-G08", bases_against_inventories, Severity.WARNING, _INVENTORY),
    Rule("GP-G09", two_levels, Severity.WARNING),
    Rule("GP-G10", later_weaker, Severity.WARNING, _PATHWAY),
    Rule("GP-G11", too_late, Severity.WARNING, _INTERMEDIATE),
    Rule("GP-G12", without_year, Severity.WARNING, _INTERMEDIATE),
    Rule("GP-G13", without_base_year, Severity.WARNING, _INTERMEDIATE),
    Rule("GP-G14", nothing_to_hold_to, Severity.WARNING, _INTERMEDIATE),
    Rule("GP-G15", green_power_against_intensity, Severity.WARNING, (Basis("GHG Protocol Scope 2 Guidance"), *_ALL_EMISSIONS)),
    Rule("GP-G16", without_base, Severity.WARNING, _PROGRESS),
    Rule("GP-G17", above_convergence, Severity.WARNING, _PATHWAY),
    Rule("GP-G18", actuals_missing, Severity.WARNING, _PROGRESS),
    Rule("GP-G19", above_target, Severity.WARNING, _PROGRESS),
    Rule("GP-G20", expired, Severity.WARNING, _PROGRESS),
    Rule("GP-G21", totals_rose, Severity.WARNING, _PROGRESS),
    Rule("GP-G22", fell_overall, Severity.WARNING, _PROGRESS),
    Rule("GP-G23", targets_met, Severity.WARNING, _PROGRESS),
    Rule("GP-G24", changes_in_prose, Severity.WARNING),
    Rule("GP-G25", energy_shares_in_prose, Severity.WARNING),
    Rule("GP-G26", lengths, Severity.WARNING, _INTERMEDIATE),
    Rule("GP-G27", captions, Severity.WARNING),
    Rule("GP-G28", statements, Severity.WARNING),
    Rule("GP-G29", announced, Severity.WARNING),
    Rule("GP-G30", through_one_member, Severity.WARNING, _PATHWAY),
    Rule("GP-G31", several, Severity.WARNING, _INVENTORY),
    Rule("GP-G32", before_the_year, Severity.WARNING),
    Rule("GP-G33", share_of_several, Severity.WARNING),
    Rule("GP-G34", ends_and_percentage, Severity.WARNING),
)
