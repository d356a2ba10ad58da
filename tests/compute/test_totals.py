"""Laws that hold for any inventory."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from compute.inventories import inventory, plan_text
from ghgplan.compute.report import compute
from little_plans import plan_file

AMOUNTS = st.decimals(min_value="0.001", max_value=10**6, places=3)
SLOW = settings(max_examples=15, deadline=None)
CLOSE = Decimal("1e-20")


def emissions(activity: str, keys: str) -> Decimal:
    return inventory(f"activity: {{2023: {activity}}}, {keys}").sources["s1"].emissions[2023].value


def is_close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= CLOSE * max(abs(one), abs(other))


@SLOW
@given(AMOUNTS, st.integers(2, 1000))
def test_emissions_scale_with_activity(amount: Decimal, times: int) -> None:
    assert is_close(emissions(f"{amount * times:f} t", "fuel: diesel"), times * emissions(f"{amount:f} t", "fuel: diesel"))


@SLOW
@given(AMOUNTS)
def test_units_do_not_change_emissions(amount: Decimal) -> None:
    gas = "fuel: natural gas, factors: {CH4: 0.001 kg/GJ}"
    assert is_close(emissions(f"{amount:f} t", "fuel: diesel"), emissions(f"{amount * 1000:f} kg", "fuel: diesel"))
    assert is_close(emissions(f"{amount:f} 万kWh", "electricity: yes"), emissions(f"{amount * 10:f} MWh", "electricity: yes"))
    assert is_close(emissions(f"{amount:f} 万m3", gas), emissions(f"{amount * 10000:f} m3", gas))
    assert is_close(emissions(f"{amount:f} kg", "gas: R-410A"), emissions(f"{amount / 1000:f} t", "gas: R-410A"))


@SLOW
@given(st.lists(AMOUNTS, min_size=1, max_size=4))
def test_totals_are_the_sum_of_sources_and_of_gases(amounts: list[Decimal]) -> None:
    sources = [f"activity: {{2023: {amount:f} t}}, fuel: diesel, factors: {{CH4: 0.1 kg/t}}" for amount in amounts]
    plant = inventory(*sources)
    parts = sum((source.emissions[2023].value for source in plant.sources.values()), Decimal(0))
    assert is_close(plant.totals["scope 1"][2023].value, parts)
    assert is_close(plant.totals["total"][2023].value, parts)
    assert is_close(sum((plant.totals[f"gases.{gas}"][2023].value for gas in ("CO2", "CH4")), Decimal(0)), parts)
    assert is_close(
        plant.totals["total"][2023].value, emissions(f"{sum(amounts, Decimal(0)):f} t", "fuel: diesel, factors: {CH4: 0.1 kg/t}")
    )


@SLOW
@given(AMOUNTS, AMOUNTS)
def test_two_entities_emit_what_one_with_both_sources_does(one: Decimal, other: Decimal) -> None:
    text = plan_text(f"activity: {{2023: {one:f} t}}, fuel: diesel")
    second = plan_text(f"activity: {{2023: {other:f} t}}, fuel: diesel").split("inventory:\n")[1].replace("plant:", "mill:")
    both = text.replace("entities: {plant", "entities: {mill: {name: {zh: 二厂, en: Mill}}, plant") + second
    outcome = compute(plan_file(both))
    assert outcome.value
    apart = sum((outcome.value.numbers[f"inventory.{entity}.total.2023"].value for entity in ("plant", "mill")), Decimal(0))
    together = inventory(*(f"activity: {{2023: {amount:f} t}}, fuel: diesel" for amount in (one, other)))
    assert is_close(apart, together.totals["total"][2023].value)
