from compute.inventories import plan_text
from compute.test_sources import ALL
from ghgplan.compute.report import compute
from ghgplan.document.blocks import Edition, Table, plain
from ghgplan.document.compose import compose
from little_plans import plan_file


def table(item: str, *sources: str) -> Table:
    outcome = compute(plan_file(f"{plan_text(*(sources or ALL))}outline: [{{title: A, body: [{{table: {item}}}]}}]\n"))
    assert outcome.value
    document = compose(outcome.value, Edition.ENGLISH)
    assert document.value is not None, [d.message("en") for d in document.diagnostics]
    found = document.value.blocks[1]
    assert isinstance(found, Table)
    return found


def rows(item: str, *sources: str) -> list[list[str]]:
    return [[plain(cell.words) for cell in row] for row in table(item, *sources).body]


def test_emissions_by_gas() -> None:
    assert rows("emissions by gas") == [
        ["CO₂", "6,242.46"],
        ["CH₄", "2.57"],
        ["N₂O", "1.24"],
        ["HFCs", "23.08"],
        ["Not split by gas", "133,200.00"],
        ["Total", "139,469.35"],
    ]


def test_scope_2_by_both_methods() -> None:
    assert rows("scope 2") == [["Scope 2, location-based", "3,537.00"], ["Scope 2, market-based", "2,353.60"]]


def test_the_location_based_factor_in_a_market_based_figure_is_said() -> None:
    power = "scope: scope 2, kind: purchased electricity, electricity: yes, activity: {2023: 1 MWh}"
    note = table("scope 2", power).note
    assert note
    assert "location-based factor" in plain(note)
    assert table("scope 2", power + ", market factor: 0.8 kgCO2/kWh").note is None


def test_biogenic_carbon_dioxide_stands_below_the_total() -> None:
    assert [row[1] for row in rows("emissions by scope")] == ["2,732.35", "3,537.00", "133,200.00", "139,469.35", "170.00"]
    assert rows("emissions by scope")[-1][0] == "Biogenic CO₂, not in the total"


def test_categories_follow_from_scopes() -> None:
    assert [row[1] for row in rows("emissions by category")] == ["2,732.35", "3,537.00", "133,200.00", "139,469.35"]


def test_factors_that_differ_by_year_stand_side_by_side() -> None:
    power = "scope: scope 2, kind: purchased electricity, electricity: yes, activity: {2022: 1 MWh, 2023: 1 MWh}"
    assert "0.7096\u00a0kgCO₂/kWh / 0.6634\u00a0kgCO₂/kWh" in rows("emissions", power)[0]


def test_an_allocation_from_memory_is_said_under_the_categories() -> None:
    note = table("emissions by category").note
    assert note is not None
    assert "was not held against the text of the standard" in plain(note)
