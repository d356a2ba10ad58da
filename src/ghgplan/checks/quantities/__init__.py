"""Quantities: units and magnitude. Figures off by powers of ten, factors of another kind, values that nothing can have."""

from __future__ import annotations

from ghgplan.checks.quantities.activity_and_energy import powers_between
from ghgplan.checks.quantities.amounts_by_totals import amounts_off_by_totals
from ghgplan.checks.quantities.coefficients import (
    coefficients_by_powers,
    coefficients_of_old_editions,
    coefficients_out_of_range,
    emission_factors_as_coefficients,
)
from ghgplan.checks.quantities.densities import densities_out_of_range
from ghgplan.checks.quantities.factors import factors_by_powers, factors_of_carbon, factors_of_coal_equivalent, factors_out_of_range
from ghgplan.checks.quantities.gases_listed import gases_without_factor
from ghgplan.checks.quantities.grid_choice import (
    factors_beside_the_choice,
    factors_beside_their_source,
    factors_of_other_kinds,
    factors_out_of_date,
    life_cycle_factors,
)
from ghgplan.checks.quantities.grid_range import factors_above_all_grids
from ghgplan.checks.quantities.implied import impossible_emissions, leaping_factors
from ghgplan.checks.quantities.impossible import (
    ends_before_beginnings,
    more_than_the_whole,
    negative_reductions,
    negative_values,
    power_over_time,
)
from ghgplan.checks.quantities.levels import absurd_emissions, absurd_intensities, actuals_by_powers
from ghgplan.checks.quantities.products_in_prose import products_by_powers
from ghgplan.checks.quantities.scale_of_savings import huge_savings, tiny_savings, tiny_solar_power
from ghgplan.checks.quantities.scopes_of_kinds import scopes_of_kinds
from ghgplan.checks.quantities.solar_hours import generation_against_hours, hours_out_of_reach
from ghgplan.checks.quantities.stated_as_nought import nought_without_reason
from ghgplan.checks.quantities.units_of_targets import gas_of_targets, pathways_in_tonnes, targets_in_tonnes
from ghgplan.checks.quantities.years import units_that_differ, year_against_years
from ghgplan.checks.rule import Basis, Rule
from ghgplan.diagnostics import Severity

_INVENTORY = (Basis("ISO 14064-1:2018"), Basis("GB/T 32150-2015"))
_ENERGY = (Basis("GB/T 2589-2020"),)
_SCOPE_2 = (Basis("ISO 14064-1:2018"), Basis("GHG Protocol Scope 2 Guidance"))

RULES: tuple[Rule, ...] = (
    Rule("GP-Q01", powers_between, Severity.ERROR, _INVENTORY),
    Rule("GP-Q02", year_against_years, Severity.WARNING, _INVENTORY),
    Rule("GP-Q03", factors_of_coal_equivalent, Severity.WARNING, (*_INVENTORY, *_ENERGY)),
    Rule("GP-Q04", factors_by_powers, Severity.WARNING, _INVENTORY),
    Rule("GP-Q05", factors_of_carbon, Severity.WARNING, _INVENTORY),
    Rule("GP-Q06", factors_out_of_range, Severity.WARNING, _INVENTORY),
    Rule("GP-Q07", factors_of_other_kinds, Severity.WARNING, _SCOPE_2),
    Rule("GP-Q08", life_cycle_factors, Severity.WARNING, _SCOPE_2),
    Rule("GP-Q09", factors_beside_the_choice, Severity.WARNING, _SCOPE_2),
    Rule("GP-Q10", factors_beside_their_source, Severity.WARNING, _SCOPE_2),
    Rule("GP-Q11", factors_out_of_date, Severity.WARNING, _SCOPE_2),
    Rule("GP-Q12", impossible_emissions, Severity.WARNING, _INVENTORY),
    Rule("GP-Q13", leaping_factors, Severity.WARNING, _INVENTORY),
    Rule("GP-Q14", coefficients_by_powers, Severity.WARNING, _ENERGY),
    Rule("GP-Q15", coefficients_of_old_editions, Severity.WARNING, _ENERGY),
    Rule("GP-Q16", emission_factors_as_coefficients, Severity.WARNING, _ENERGY),
    Rule("GP-Q17", coefficients_out_of_range, Severity.WARNING, _ENERGY),
    Rule("GP-Q18", gases_without_factor, Severity.WARNING, _INVENTORY),
    Rule("GP-Q19", gas_of_targets, Severity.WARNING),
    Rule("GP-Q20", pathways_in_tonnes, Severity.ERROR),
    Rule("GP-Q21", targets_in_tonnes, Severity.WARNING),
    Rule("GP-Q22", negative_values, Severity.ERROR),
    Rule("GP-Q23", negative_reductions, Severity.WARNING),
    Rule("GP-Q24", more_than_the_whole, Severity.ERROR),
    Rule("GP-Q25", ends_before_beginnings, Severity.ERROR),
    Rule("GP-Q26", power_over_time, Severity.WARNING),
    Rule("GP-Q27", hours_out_of_reach, Severity.WARNING),
    Rule("GP-Q28", generation_against_hours, Severity.ERROR),
    Rule("GP-Q29", tiny_savings, Severity.WARNING),
    Rule("GP-Q30", huge_savings, Severity.WARNING),
    Rule("GP-Q31", absurd_intensities, Severity.WARNING),
    Rule("GP-Q32", actuals_by_powers, Severity.WARNING),
    Rule("GP-Q33", densities_out_of_range, Severity.WARNING),
    Rule("GP-Q34", tiny_solar_power, Severity.WARNING),
    Rule("GP-Q35", absurd_emissions, Severity.WARNING, _INVENTORY),
    Rule("GP-Q36", products_by_powers, Severity.WARNING),
    Rule("GP-Q37", nought_without_reason, Severity.WARNING, _INVENTORY),
    Rule("GP-Q38", factors_above_all_grids, Severity.WARNING, _SCOPE_2),
    Rule("GP-Q39", amounts_off_by_totals, Severity.WARNING, _INVENTORY),
    Rule("GP-Q40", units_that_differ, Severity.WARNING, _INVENTORY),
    Rule("GP-Q41", scopes_of_kinds, Severity.ERROR, (Basis("GHG Protocol Corporate Standard"), Basis("ISO 14064-1:2018"))),
)
