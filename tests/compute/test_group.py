from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ghgplan.compute.report import Report, compute
from little_plans import plan_file, report


def member(production: str, base: str, target: str, *, year: int = 2023, scope: str = "{2023: 100 tCO2e}", period: str = "") -> str:
    return f"""
entities: {{plant: {{name: 厂}}}}
inventory: {{plant: {{{period} {f"production: {production}," if production else ""} stated: {{scope 1: {scope}}}}}}}
pathways:
  process: {{entity: plant, boundary: scope 1+2, base year: {year}, unit: tCO2e/t, method: asi-tool, values: {{{year}: {base}, 2030: {target}}}, aim: 2030}}
"""


GROUP = """
members: {north: {name: 北方, plan: north.yaml}, south: {name: 南方, plan: south.yaml}}
outline: [{title: 甲, body: [{table: group}]}]
"""


def group(north: str, south: str, own: str = "") -> Report:
    return report(GROUP + own, {"north": plan_file(north), "south": plan_file(south)})


def codes(north: str, south: str) -> set[str]:
    return {d.code for d in compute(plan_file(GROUP, {"north": plan_file(north), "south": plan_file(south)})).diagnostics}


def test_intensities_are_weighted_by_production():
    # 2023: (0.5 x 1000 + 1.0 x 3000) / 4000 = 0.875; 2030 with 1000 and 4000 t: (0.4 x 1000 + 0.9 x 4000) / 5000 = 0.80
    found = group(member("{2023: 1000 t, 2030: 1000 t}", "0.500", "0.400"), member("{2023: 3000 t, 2030: 4000 t}", "1.000", "0.900"))
    assert str(found.numbers["group.intensity.scope 1+2.2023"].rounded) == "0.875"
    assert str(found.numbers["group.intensity.scope 1+2.2030"].rounded) == "0.800"
    assert found.group is not None
    boundary = found.group.boundaries["scope 1+2"]
    assert (boundary.year, boundary.base_year) == (2030, 2023)
    assert [str(weight.rounded) for weight in boundary.weights.values()] == ["20.0", "80.0"]


def test_totals_add_up_where_every_member_has_them():
    found = group(member("{2023: 1000 t}", "0.5", "0.4", scope="{2022: 90 tCO2e, 2023: 100 tCO2e}"), member("{2023: 3000 t}", "1.0", "0.9"))
    assert found.numbers["group.scope 1.2023"].value == 200
    assert found.numbers["group.production.2023"].value == 4000
    assert "group.scope 1.2022" not in found.numbers


def test_a_partial_sum_is_refused_where_a_table_asks():
    north = member("{2023: 1000 t}", "0.5", "0.4", scope="{2022: 90 tCO2e, 2023: 100 tCO2e}")
    assert codes(north, member("{2023: 3000 t}", "1.0", "0.9")) == {"GP-C50"}


def test_other_months_are_refused():
    period = "periods: {2023: {from: 2023-09, to: 2024-08}},"
    south = member("{2023: 3000 t}", "1.0", "0.9", period=period)
    assert codes(member("{2023: 1000 t}", "0.5", "0.4"), south) == {"GP-C51"}
    assert "group.scope 1.2023" not in group(member("{2023: 1000 t}", "0.5", "0.4"), south).numbers
    same = member("{2023: 1000 t}", "0.5", "0.4", period=period)
    assert group(same, south).numbers["group.scope 1.2023"].value == 200


def test_a_member_without_production_is_named_and_not_weighted():
    north, south = member("{2023: 1000 t}", "0.5", "0.4"), member("", "1.0", "0.9")
    assert "GP-C52" in codes(north, south)
    found = group(north, south)
    assert found.group is not None
    assert [each.pathway for each in found.group.boundaries["scope 1+2"].without_production] == ["south.process"]
    assert found.numbers["group.intensity.scope 1+2.2030"].value == Decimal("0.4")


def test_other_base_years_leave_the_group_without_one():
    found = group(member("{2023: 1000 t}", "0.5", "0.4"), member("{2023: 1000 t}", "1.0", "0.9", year=2024))
    assert found.group is not None
    assert found.group.boundaries["scope 1+2"].base_year is None
    assert set(found.group.boundaries["scope 1+2"].intensities) == {2030}


def test_the_group_s_own_target_is_held_against_its_members():
    own = """
entities: {all: {name: 集团}}
pathways: {all: {entity: all, boundary: scope 1+2, base year: 2023, unit: tCO2e/t, method: asi-tool, values: {2023: 0.9, 2030: 0.7}}}
"""
    found = group(member("{2023: 1000 t}", "0.500", "0.400"), member("{2023: 4000 t}", "1.000", "0.900"), own)
    assert str(found.numbers["group.deviation.scope 1+2.2030"].rounded) == "0.100"


@settings(max_examples=25)
@given(*[st.integers(1, 10**6)] * 4)
def test_the_group_lies_between_its_members(one: int, two: int, low: int, high: int):
    found = group(
        member(f"{{2023: {one} t}}", "2000000", str(low)),
        member(f"{{2023: {two} t}}", "2000000", str(high)),
    )
    assert min(low, high) <= found.numbers["group.intensity.scope 1+2.2030"].rounded <= max(low, high)


def test_all_members_are_weighted_by_the_production_of_one_year():
    # South alone knows 2030, so the latest year that both have weighs: (0.4 x 1100 + 0.9 x 3200) / 4300 = 0.772
    found = group(
        member("{2023: 1000 t, 2024: 1100 t}", "0.500", "0.400"), member("{2023: 3000 t, 2024: 3200 t, 2030: 4000 t}", "1.000", "0.900")
    )
    assert str(found.numbers["group.intensity.scope 1+2.2030"].rounded) == "0.772"
    assert found.group is not None
    boundary = found.group.boundaries["scope 1+2"]
    assert (boundary.production_year, boundary.base_weights_of) == (2024, 2023)
    assert boundary.output is not None
    assert boundary.output.value == 4300


def test_without_a_common_year_each_member_s_production_has_its_own():
    # (0.4 x 1000 + 0.9 x 4000) / 5000 = 0.80
    found = group(member("{2023: 1000 t}", "0.500", "0.400"), member("{2024: 4000 t}", "1.000", "0.900"))
    assert str(found.numbers["group.intensity.scope 1+2.2030"].rounded) == "0.800"
    assert found.group is not None
    boundary = found.group.boundaries["scope 1+2"]
    assert boundary.production_year is None
    assert [year for year, _ in boundary.outputs.values()] == [2023, 2024]
