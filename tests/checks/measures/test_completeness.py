"""What measures leave out."""

from __future__ import annotations

import pytest

from checks.measures.little import plan, saving
from ghgplan.checks.measures import completeness as rules

INVENTORY = "inventory: {{plant: {{stated: {{scope 1: {{2024: 1 tCO2e}}, scope 2: {{2024: 4 tCO2e}}{more}}}}}}}\n"


@pytest.mark.parametrize(
    ("measures", "count"),
    [
        (("owner: 部",), 1),
        (("reduction: 1 tCO2e",), 0),
        (("reduction: 1 tCO2e", "owner: 部"), 0),
        (("reduction: 1 tCO2e", "owner: 部", "owner: 部"), 1),
    ],
)
def test_most_measures_say_how_much(measures: tuple[str, ...], count: int) -> None:
    assert len([*rules.nothing_quantified(plan(*measures))]) == count


def test_owners_and_dates_are_collected() -> None:
    found = plan("owner: 部", "from: 2026", "reduction: 1 tCO2e", "status: 一", "status: 二", "status: 三")
    (owner,) = rules.without_owner(found)
    assert (owner.path, owner.arguments) == (("measures", "b"), {"missing": "5", "count": "6", "measures": "b, c, d …"})
    (date,) = rules.without_date(found)
    assert date.arguments["measures"] == "a, d, e …"
    (figures,) = rules.figures_without_date(found)
    assert figures.path == ("measures", "c")


def test_complete_measures_are_silent() -> None:
    found = plan("owner: 部, to: 2026, reduction: 1 tCO2e", "owner: 部, ramp: {2026: 100 %}, reduction: 1 tCO2e")
    assert [*rules.without_owner(found), *rules.without_date(found), *rules.figures_without_date(found)] == []


@pytest.mark.parametrize(
    ("of", "figures", "count"),
    [
        ("天然气", "amount: 5 m3/t", 1), ("单吨产品油耗", "amount: 0.1 L/t", 1), ("电力（每年）", "amount: 2.25 MWh", 1),
        ("自来水", "amount: 5 m3/t", 0), ("纸张", "amount: 5 t", 0), ("天然气", "amount: 5 m3/t, factor: 2.16 kgCO2e/m3", 0),
        ("天然气", "amount: 5 m3/t, stated reduction: 10.8 kgCO2e/t", 0),
    ],
)  # fmt: skip
def test_savings_that_come_to_nothing(of: str, figures: str, count: int) -> None:
    assert len([*rules.nothing_computed(plan(saving(figures, of)))]) == count


@pytest.mark.parametrize(("share", "count"), [("", 1), (", self use: 90 %", 0), (", stated reduction: 5 tCO2e", 0)])
def test_self_use(share: str, count: int) -> None:
    found = plan(f"capacity: [{{name: 屋顶, capacity: 1 MW, generation: 100 万kWh, factor: 0.6 kgCO2/kWh{share}}}]")
    assert len([*rules.power_without_self_use(found)]) == count


@pytest.mark.parametrize(
    ("given", "count"),
    [("", 1), (", base share: 20 %", 1), (", from: {intensity: 11.6 tCO2e/t}, to intensity: 0.6 tCO2e/t", 0)],
)
def test_substitutions(given: str, count: int) -> None:
    found = plan(f"substitutes: [{{of: 再生铝, share: {{2026: 30 %}}{given}}}]")
    assert len([*rules.substitutions_without_base(found)]) == count


@pytest.mark.parametrize(("more", "count"), [("", 1), (", scope 2 market-based: {2024: 3 tCO2e}", 0)])
def test_green_power(more: str, count: int) -> None:
    inventory = INVENTORY.format(more=more)
    assert len([*rules.green_power_without_market_figure(plan("name: 绿电交易", around=inventory))]) == count
    assert [*rules.green_power_without_market_figure(plan("name: 绿色采购", around=inventory))] == []
