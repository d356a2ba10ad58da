"""Whether measures give what pathways ask for."""

from __future__ import annotations

import pytest

from checks.measures.little import PATHWAY, plan
from ghgplan.checks.measures.coverage import boundaries_without_measure, uncovered_gaps

INVENTORY = "inventory: {plant: {production: {2024: 60000 t}}}\n"
EMISSIONS = "inventory: {plant: {stated: {scope 1: {2024: 11000.0 tCO2e}, scope 2: {2024: 4000.0 tCO2e}}}}\n"
METAL = "  m: {entity: plant, boundary: scope 3 category 1, base year: 2024, base: 9.20, unit: tCO2e/t, method: asi-tool, values: {2028: 7.65}}\n"


# 0.02 t/t (0.0199 to 0.0201) of 60000 t are 1200 t.
@pytest.mark.parametrize("around", [INVENTORY, EMISSIONS])
@pytest.mark.parametrize(("reduction", "count"), [("1200", 0), ("1180", 0), ("1150", 1), ("60", 1)])
def test_the_gap_in_tonnes(around: str, reduction: str, count: int) -> None:
    found = [*uncovered_gaps(plan(f"from: 2026, reduction: {reduction} tCO2e", around=around + PATHWAY))]
    assert [each.path for each in found] == [("pathways", "p", "values", "2028")] * count


@pytest.mark.parametrize(("amount", "count"), [("10 m3/t", 0), ("7 m3/t", 1), ("0.85 m3/t", 1)])
def test_the_gap_per_tonne_without_any_production(amount: str, count: int) -> None:
    # Gas has 2.5 kg/m3 at the most: 8 m3 for 20 kg.
    found = [*uncovered_gaps(plan(f"from: 2026, saves: [{{of: 天然气, amount: {amount}}}]", around=PATHWAY))]
    assert len(found) == count


def test_what_rounding_leaves_open_is_no_gap() -> None:
    pathway = PATHWAY.replace("0.2500", "0.25").replace("0.2300", "0.25")
    assert [*uncovered_gaps(plan("from: 2026, reduction: 1 tCO2e", around=INVENTORY + pathway))] == []


def test_a_percentage_tells_where_rounded_values_do_not() -> None:
    pathway = PATHWAY.replace("0.2500", "0.17").replace("0.2300", "0.16")
    target = "targets: {t: {statement: 目标, pathway: p, base year: 2024, year: 2028, yearly reduction: 5.9 %}}\n"
    found = [*uncovered_gaps(plan("from: 2026, reduction: 100 tCO2e", around=INVENTORY + pathway + target))]
    assert [each.arguments["covered"] for each in found] == ["4.5 %"]


def test_a_measure_of_another_entity_does_not_count() -> None:
    around = INVENTORY.replace("inventory", "inventory") + PATHWAY
    ours = plan("entity: plant, from: 2026, reduction: 1300 tCO2e", around=around)
    assert [*uncovered_gaps(ours)] == []


def test_power_without_self_use_counts_at_the_most() -> None:
    solar = "from: 2026, capacity: [{name: 屋顶, capacity: 8.0 MW, generation: 842.6 万kWh}]"
    assert [*uncovered_gaps(plan(solar, around=INVENTORY + PATHWAY))] == []


def test_boundaries_without_a_measure() -> None:
    both = PATHWAY.replace("pathways: {p: {", "pathways:\n  p: {").replace("}}\n", "}\n", 1).replace("}}}", "}}") + METAL
    found = [*boundaries_without_measure(plan("reduction: 1 tCO2e", around=INVENTORY + both))]
    assert [each.path for each in found] == [("pathways", "m")]
    assert [*boundaries_without_measure(plan("owner: 部", around=INVENTORY + both))] == [], "that nothing is quantified is told"
    metal = "boundary: scope 3 category 1, reduction: 9 tCO2e"
    assert [*boundaries_without_measure(plan("reduction: 1 tCO2e", metal, around=INVENTORY + both))] == []
