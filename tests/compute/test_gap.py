from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from compute.test_derivation import check_all
from ghgplan.compute.report import Report
from little_plans import plan_file, report

PLAN = """
entities: {plant: {name: 厂}, shop: {name: 车间}}
inventory: {plant: {production: {2024: 8000 t, 2030: 10000 t}}}
pathways:
  process: {entity: plant, boundary: scope 1+2, base year: 2024, unit: tCO2e/t, method: asi-tool, values: {2024: 0.82, 2026: 0.77, 2030: 0.70}, aim: 2030}
"""
MEASURES = """
measures:
  a: {content: 一, entity: plant, from: 2025, reduction: 300 tCO2e}
  b: {content: 二, entity: plant, from: 2026, saves: [{of: 气, amount: 10 m3/t, factor: 2 kgCO2e/m3}]}
  elsewhere: {content: 三, entity: shop, reduction: 999 tCO2e}
  metal: {content: 四, entity: plant, boundary: scope 3 category 1, reduction: 999 tCO2e}
  later: {content: 五, entity: plant, from: 2031, reduction: 999 tCO2e}
  words: {content: 六, entity: plant}
"""


def shown(found: Report, name: str = "process") -> dict[str, str]:
    return {key.removeprefix(f"gap.{name}."): str(n.rounded) for key, n in found.numbers.items() if key.startswith(f"gap.{name}.")}


def test_needed_given_missing_and_covered():
    # (0.82 - 0.70) x 10000 t = 1200 t; 300 + 10 x 2 kg x 10000 t = 500 t; 700 t missing; 500 / 1200 = 41.7 %.
    assert shown(report(PLAN + MEASURES)) == {
        "before": "8200.00",
        "after": "7000.00",
        "production": "10000",
        "needed": "1200.00",
        "given": "500.00",
        "missing": "700.00",
        "covered": "41.7",
        "needed per tonne": "120.00",  # kgCO2e/t
        "given per tonne": "50.00",
        "measures.a": "300",
        "measures.b": "200.00",
        "share.a": "25.0",
        "share.b": "16.7",
    }


def test_without_measures_the_whole_is_missing():
    found = report(PLAN)
    assert found.gaps["process"].given is None
    assert shown(found)["missing"] == shown(found)["needed"] == "1200.00"


def test_the_latest_production_stands_for_one_that_is_not_known():
    gap = report(PLAN.replace(", 2030: 10000 t", "")).gaps["process"]
    assert gap.production_year == 2024
    assert gap.needed is not None
    assert gap.needed.rounded == Decimal("960.00")


def test_without_production_nothing_is_said_in_tonnes():
    gap = report(PLAN.replace("production: {2024: 8000 t, 2030: 10000 t}", "")).gaps["process"]
    assert (gap.production, gap.needed, gap.missing) == (None, None, None)


def test_the_way_is_counted_from_the_latest_actual_value_and_its_measures_not_twice():
    # From 0.80 in 2026: 1000 t. a ran all of 2026; b only began then; c was half way and adds the other half of 80 t.
    ramped = "  c: {content: 七, entity: plant, ramp: {2025: 50 %, 2027: 100 %}, reduction: 80 tCO2e}\n"
    found = report(f"{PLAN}progress: {{process: {{actual: {{2025: 0.81, 2026: 0.80}}}}}}\n{MEASURES}{ramped}")
    assert shown(found)["needed"] == "1000.00"
    assert (shown(found)["measures.a"], shown(found)["measures.b"], shown(found)["measures.c"]) == ("0", "200.00", "40")
    assert found.gaps["process"].already == ("a", "c")


def test_an_overlap_is_deducted_once():
    # 20 % of a's 300 t are b's too: 60 t, whether b says so as well or not.
    one = MEASURES.replace("reduction: 300 tCO2e", "reduction: 300 tCO2e, overlaps: [b], overlap: 20 %")
    both = one.replace("factor: 2 kgCO2e/m3}]", "factor: 2 kgCO2e/m3}], overlaps: [a], overlap: 30 %")
    assert shown(report(PLAN + one))["given"] == shown(report(PLAN + both))["given"] == "440.00"


def test_members_gaps_stand_behind_their_names():
    group = report("members: {north: {name: 北方, plan: north.yaml}}\n", {"north": plan_file(PLAN + MEASURES)})
    gap = group.gaps["north.process"]
    assert set(gap.parts) == {"north.a", "north.b"}
    assert group.numbers["north.gap.process.missing"].rounded == Decimal("700.00")
    assert group.texts["north.gap.process.year"] == "2030"


NO_PRODUCTION = PLAN.replace("production: {2024: 8000 t, 2030: 10000 t}", "STATED")


def test_known_emissions_stand_in_for_a_production_that_is_not_known():
    # 6560 t x (1 - 0.70 / 0.82) = 960 t; 6560 / 0.82 = 8000 t of output, so b gives 10 x 2 kg x 8000 t = 160 t
    found = report(NO_PRODUCTION.replace("STATED", "stated: {scope 1+2: {2024: 6560 tCO2e}}") + MEASURES)
    gap = found.gaps["process"]
    assert gap.needed is not None
    assert abs(gap.needed.value - 960) < Decimal("1e-20")
    assert gap.emissions is not None
    assert gap.production_year == 2024
    assert (shown(found)["production"], shown(found)["measures.b"], shown(found)["given"]) == ("8000", "160.00", "460.00")
    assert (shown(found)["before"], shown(found)["after"]) == ("6560.00", "5600.00")
    check_all(found)


def test_without_production_the_gap_is_known_per_tonne():
    per_tonne = MEASURES.replace("reduction: 300 tCO2e", "saves: [{of: 电, amount: 50 kWh/t, factor: 0.6 kgCO2e/kWh}]")
    found = report(NO_PRODUCTION.replace("STATED", "") + per_tonne)
    # 0.82 - 0.70 = 120 kg/t; 50 x 0.6 + 10 x 2 = 50 kg/t
    assert shown(found) == {"needed per tonne": "120.00", "given per tonne": "50.00"}
    # 300 t a year cannot be told per tonne, so what is given is not known.
    assert shown(report(NO_PRODUCTION.replace("STATED", "") + MEASURES)) == {"needed per tonne": "120.00"}
    check_all(found)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
def test_measures_add_up_and_the_rest_is_missing(reductions: list[int]):
    measures = "".join(f"  m{n}: {{content: 一, entity: plant, reduction: {amount} tCO2e}}\n" for n, amount in enumerate(reductions))
    gap = report(f"{PLAN}measures:\n{measures}").gaps["process"]
    assert gap.given is not None
    assert gap.needed is not None
    assert gap.missing is not None
    assert gap.given.value == sum(part.value for part in gap.parts.values()) == sum(reductions)
    assert gap.missing.value == gap.needed.value - gap.given.value
