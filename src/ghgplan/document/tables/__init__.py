"""The tables that a document can show, by the name that an outline calls them by."""

from __future__ import annotations

from collections.abc import Callable

from ghgplan.document.tables import (
    accepted_findings,
    calculation_record,
    conformance,
    emission_methods,
    energy,
    gap,
    governance,
    inventory,
    measures,
    outlook,
    pathway_rates,
    pathways,
    sources,
)
from ghgplan.document.tables.grid import Grid
from ghgplan.document.wording import Wording
from ghgplan.plan.model.outline import Item

BUILDERS: dict[str, Callable[[Wording, Item], Grid | None]] = {
    "pathways": pathways.pathways_table,
    "pathway rates": pathway_rates.rates_table,
    "pathway check": pathway_rates.check_table,
    "progress": pathways.progress_table,
    "progress outlook": outlook.outlook_table,
    "targets": measures.targets_table,
    "measures": measures.measures_table,
    "savings": measures.savings_table,
    "emissions by scope": inventory.scopes_table,
    "emissions by category": inventory.categories_table,
    "emissions by gas": emission_methods.gases_table,
    "scope 2": emission_methods.scope_2_table,
    "intensity": inventory.intensity_table,
    "sources": sources.sources_table,
    "activity data": sources.activity_table,
    "emissions": sources.emissions_table,
    "emission shares": inventory.shares_table,
    "energy structure": energy.structure_table,
    "energy use": energy.use_table,
    "energy consumption": energy.consumption_table,
    "gap": gap.gap_table,
    "abatement": gap.abatement_table,
    "group": gap.group_table,
    "committee": governance.committee_table,
    "data quality": governance.data_quality_table,
    "standards": governance.standards_table,
    "calculation record": calculation_record.calculation_record_table,
    "accepted findings": accepted_findings.accepted_findings_table,
    "conformance": conformance.conformance_table,
}


def build_table(wording: Wording, item: Item) -> Grid | None:
    """The table that ``item`` asks for; None where the plan has nothing for it to show."""
    name = item.table or ""
    own = wording.report.plan.tables.get(name)
    return governance.own_table(wording, name, own) if own else BUILDERS[name](wording, item)
