from decimal import Decimal

from ghgplan.compute.report import compute
from little_plans import plan_file, report

ENERGY = """
entities: {plant: {name: {zh: 工厂, en: Plant}}}
energy:
  plant:
    carriers:
      electricity:
        name: {zh: 电力, en: Electricity}
        consumption: {2019: 224.222 万kWh}
        coefficient: 1.23 tce/万kWh
        uses:
          shops: {name: {zh: 车间, en: Workshops}, amount: {2019: 179.8484662 万kWh}}
          office: {name: {zh: 办公, en: Offices}, amount: {2019: 44.3735338 万kWh}, stated shares: {2019: 20 %}}
      water: {name: {zh: 水, en: Water}, consumption: {2019: 1.6575 万m3}, coefficient: 0.86 tce/万m3}
"""


def test_coal_equivalent_and_shares():
    carriers = report(ENERGY).entities["plant"].energy
    assert carriers["electricity"].coal_equivalent[2019].value == Decimal("275.79306")
    assert carriers["water"].coal_equivalent[2019].value == Decimal("1.42545")
    assert [carrier.shares[2019].rounded for carrier in carriers.values()] == [Decimal("99.49"), Decimal("0.51")]


def test_uses_have_shares_of_the_carrier():
    uses = report(ENERGY).entities["plant"].energy["electricity"].uses
    assert uses["shops"].shares[2019].rounded == Decimal("80.21")
    assert uses["office"].shares[2019].is_stated


def test_a_coefficient_that_does_not_fit_is_a_finding():
    outcome = compute(plan_file(ENERGY.replace("0.86 tce/万m3", "0.86 tce/t")))
    assert [(d.code, d.dotted_path) for d in outcome.diagnostics] == [("GP-C02", "energy.plant.carriers.water.coefficient")]
