"""Reconciliation: figures of one chapter, or of one plan, held against those of another that speak of the same."""

from __future__ import annotations

from ghgplan.checks.reconciliation.activity import activity_and_energy
from ghgplan.checks.reconciliation.base_years import base_years_of_members
from ghgplan.checks.reconciliation.committees import boxes_and_seats
from ghgplan.checks.reconciliation.copies import copied_inventories
from ghgplan.checks.reconciliation.documents import (
    history_and_document,
    order_of_history,
    order_of_signatures,
    stale_reporting_year,
    targets_issued_late,
    years_to_come,
)
from ghgplan.checks.reconciliation.energies_in_prose import energies_without_figures
from ghgplan.checks.reconciliation.footprints import footprint_change, footprint_level, internal_transfer
from ghgplan.checks.reconciliation.group_production import production_of_members
from ghgplan.checks.reconciliation.groups import (
    periods_of_members,
    target_of_members,
    totals_of_members,
    yearly_or_in_total,
)
from ghgplan.checks.reconciliation.intensities import actual_and_inventory, metal_and_purchases
from ghgplan.checks.reconciliation.metal import scope_3_as_bound, too_little_metal, too_much_metal
from ghgplan.checks.reconciliation.periods import lengths_of_periods, periods_after_the_document, periods_of_other_years, reversed_periods
from ghgplan.checks.reconciliation.promised import categories_in_scopes, footprint_in_title
from ghgplan.checks.reconciliation.unchanged import unchanged_in_words
from ghgplan.checks.rule import Basis, Rule
from ghgplan.diagnostics import Severity

_INVENTORY = (Basis("ISO 14064-1:2018"), Basis("GHG Protocol Corporate Standard"))
_PATHWAY = (Basis("ASI Performance Standard V3", "5.3"), Basis("ASI Entity GHG Pathways Method"))
_PURCHASED = (*_PATHWAY, Basis("GHG Protocol Scope 3 Standard"))
_PLAN = (Basis("ASI Performance Standard V3", "5.3"),)
_WARNING, _ERROR = Severity.WARNING, Severity.ERROR

RULES: tuple[Rule, ...] = (
    Rule("GP-B01", actual_and_inventory, _ERROR, _PATHWAY),
    Rule("GP-B02", metal_and_purchases, _WARNING, _PURCHASED),
    Rule("GP-B03", too_little_metal, _WARNING, _PURCHASED),
    Rule("GP-B04", too_much_metal, _WARNING, _PURCHASED),
    Rule("GP-B05", scope_3_as_bound, _WARNING, _PURCHASED),
    Rule("GP-B06", footprint_level, _WARNING, (Basis("ISO 14067:2018"),)),
    Rule("GP-B07", footprint_change, _WARNING, (Basis("ISO 14067:2018"),)),
    Rule("GP-B08", internal_transfer, _WARNING, _PURCHASED),
    Rule("GP-B09", activity_and_energy, _WARNING, (*_INVENTORY, Basis("GB/T 2589-2020"))),
    Rule("GP-B10", copied_inventories, _WARNING, _INVENTORY),
    Rule("GP-B11", reversed_periods, _ERROR, _INVENTORY),
    Rule("GP-B12", periods_after_the_document, _ERROR, _INVENTORY),
    Rule("GP-B13", lengths_of_periods, _WARNING, _INVENTORY),
    Rule("GP-B14", periods_of_other_years, _WARNING, _INVENTORY),
    Rule("GP-B15", periods_of_members, _WARNING, _INVENTORY),
    Rule("GP-B16", base_years_of_members, _WARNING, _PATHWAY),
    Rule("GP-B17", totals_of_members, _WARNING, _INVENTORY),
    Rule("GP-B18", target_of_members, _WARNING, _PLAN),
    Rule("GP-B19", yearly_or_in_total, _WARNING, _PLAN),
    Rule("GP-B20", stale_reporting_year, _WARNING, _PLAN),
    Rule("GP-B21", years_to_come, _ERROR),
    Rule("GP-B22", order_of_signatures, _ERROR),
    Rule("GP-B23", order_of_history, _WARNING),
    Rule("GP-B24", history_and_document, _WARNING),
    Rule("GP-B25", targets_issued_late, _WARNING, _PLAN),
    Rule("GP-B26", boxes_and_seats, _WARNING, (Basis("ASI Performance Standard V3", "5.4"),)),
    Rule("GP-B27", energies_without_figures, _WARNING, _INVENTORY),
    Rule("GP-B28", footprint_in_title, _WARNING, (Basis("ISO 14067:2018"), Basis("ISO 14064-1:2018"))),
    Rule("GP-B29", categories_in_scopes, _WARNING, _INVENTORY),
    Rule("GP-B30", unchanged_in_words, _WARNING, _INVENTORY),
    Rule("GP-B31", production_of_members, _WARNING, _INVENTORY),
)
