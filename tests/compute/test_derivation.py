"""Derivations reach down to what was stated, and every computed number is what its formula gives on its inputs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from compute.reevaluation import CONSTANTS, is_close, reevaluate, with_inputs
from compute.reevaluation import FORMULAS as AGAIN
from ghgplan.compute.derivation import derivation
from ghgplan.compute.formulas import FORMULAS
from ghgplan.compute.numbers import Computed, Library, Number, Stated, product, total
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Span
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.units import parse_unit
from little_plans import report
from published_plans import PLANS
from published_plans import report as published

PIECE = parse_unit("piece")
HERE = Stated(("somewhere",), Span("plan.yaml", 1, 1))
PLANT = """
entities: {plant: {name: {zh: 厂, en: Plant}}}
inventory:
  plant:
    production: {2023: 7880 t}
    sources:
      gas:
        {name: 熔炼, carrier: 天然气, scope: scope 1, kind: stationary combustion, gases: [CO2],
         activity: {2023: 100 万m3}, factor: 21.622 tCO2/万m3}
      power:
        {name: 车间, carrier: 电力, scope: scope 2, kind: purchased electricity, gases: [CO2],
         activity: {2023: 224.222 万kWh}, factor: 0.404 tCO2/MWh}
"""
LIBRARY = """
accounting:
  gwp: AR5
  fuels: mee
  grid: {series: mee-nbs, region: 山西, year: 2023}
  coal equivalent: gbt2589-2020
entities: {plant: {name: 厂}}
inventory:
  plant:
    production: {2023: 7880 t}
    sources:
      gas:
        {name: 熔炼, carrier: 天然气, scope: scope 1, kind: stationary combustion, gases: [CO2], activity: {2023: 100 万m3}, fuel: natural-gas}
      diesel:
        {name: 叉车, carrier: 柴油, scope: scope 1, kind: mobile combustion, gases: [CO2], activity: {2023: 2000 L}, fuel: diesel,
         density: 0.86 kg/L}
      cooling: {name: 空调, carrier: R410A, scope: scope 1, kind: fugitive, gases: [HFCs], activity: {2023: 3 kg}, gas: R-410A}
      power:
        {name: 车间, carrier: 电力, scope: scope 2, kind: purchased electricity, gases: [CO2], activity: {2023: 224.222 万kWh},
         electricity: true, green power: {2023: 50 万kWh}}
measures:
  forklifts: {name: 电动叉车, content: 一, entity: plant, from: 2024, cost: 90000 元, yearly saving: 20000 元,
    saves: [{of: 柴油, amount: 1000 L, fuel: diesel, density: 0.86 kg/L}]}
"""


def test_a_derivation_goes_down_to_the_lines_of_the_plan() -> None:
    # 100 万m3 x 21.622 = 2162.2; 224.222 万kWh = 2242.22 MWh x 0.404 = 905.85688; together 3068.05688 over 7880 t.
    top = derivation(report(PLANT), "inventory.plant.intensity.2023")
    assert top.number.rounded == Decimal("0.389")
    assert top.formula == FORMULAS["intensity"]
    scopes, production = top.inputs
    assert (scopes.name, scopes.number.value) == ("inventory.plant.scope 1+2.2023", Decimal("3068.05688"))
    assert [part.name for part in scopes.inputs] == ["inventory.plant.scope 1.2023", "inventory.plant.scope 2.2023"]
    (power,) = scopes.inputs[1].inputs
    assert (power.name, power.formula) == ("inventory.plant.sources.power.emissions.2023", FORMULAS["emissions"])
    activity, factor = power.inputs
    assert [part.name for part in (activity, factor)] == [
        "inventory.plant.sources.power.activity.2023",
        "inventory.plant.sources.power.factor",
    ]
    assert isinstance(activity.number.origin, Stated)
    assert activity.number.origin.span.file == "plan.yaml"
    assert isinstance(production.number.origin, Stated)
    assert production.number.origin.path == ("inventory", "plant", "production", "2023")
    assert production.inputs == ()


def test_a_number_that_stands_twice_shows_its_inputs_once() -> None:
    report_ = report(PLANT)
    share = derivation(report_, "inventory.plant.sources.gas.share.2023")
    part, whole = share.inputs
    assert part.inputs
    assert not part.is_repeated
    # The total sums the scopes, and scope 1 is the gas once more.
    again = whole.inputs[0].inputs[0]
    assert again.name == part.name
    assert again.is_repeated
    assert again.inputs == ()


def test_a_repeated_number_without_a_name_can_be_followed() -> None:
    stated = [Number(Decimal(value), PIECE, HERE, 0) for value in (2, 3)]
    step, other = total(stated, PIECE), total(stated[:1], PIECE)
    whole = total([step, other, step], PIECE)
    top = derivation(replace(report(PLANT), numbers=Frozen({"a.b": whole})), "a.b")
    first, second, again = top.inputs
    assert top.handle == "a.b"
    assert (first.handle, second.handle, again.handle) == ("#1", "#2", "#1")
    assert again.is_repeated
    assert [part.is_repeated for part in (first, second)] == [False, False]


def test_an_entry_of_the_library_is_named_with_its_source() -> None:
    entry = "grid factor/mee-nbs/shanxi/2023"
    amount = Number(Decimal(1000), parse_unit("kWh"), Library(entry), 0)
    factor = Number(Decimal("0.6634"), parse_unit("kgCO2/kWh"), Library(entry), 4)
    emissions = product(amount, factor, parse_unit("tCO2e"), 4, "emissions")
    assert emissions.value == Decimal("0.6634")
    with_it = replace(report(PLANT), numbers=Frozen({"a.b": emissions}))
    found = derivation(with_it, "a.b").inputs[1].entry
    assert found is not None
    assert found.id == entry
    assert found.provenance.source.title.en


def test_an_unknown_name_is_a_bug_of_the_caller() -> None:
    with pytest.raises(KeyError):
        derivation(report(PLANT), "inventory.plant.intensity.2024")


def test_a_stated_input_without_a_name_is_called_by_its_path() -> None:
    # The base year's value stands under values alone: reductions call it by the name that the report gives it.
    pathways = """
    entities: {plant: {name: 厂}}
    pathways:
      process: {entity: plant, boundary: scope 1+2, base year: 2023, unit: tCO2e/tAl, method: asi-tool, values: {2023: 0.5, 2024: 0.4}}
    """
    found = derivation(report(pathways), "pathways.process.reduction.2024")
    assert found.number.rounded == Decimal("20.0")  # (0.5 - 0.4) / 0.5
    assert [part.name for part in found.inputs] == ["pathways.process.base", "pathways.process.2024"]


def test_little_plans_are_what_their_formulas_give() -> None:
    check_all(report(PLANT))
    check_all(report(LIBRARY))


def test_a_factor_of_the_library_is_derived_from_its_entry() -> None:
    # 100 万m3 x 389.31 GJ/万m3 x 15.3 tC/TJ x 99 % x 44/12 = 38931 GJ -> 38.931 TJ x 15.3 = 595.6443 tC x 0.99 x 44/12
    found = derivation(report(LIBRARY), "inventory.plant.sources.gas.emissions.2023")
    assert found.number.rounded == Decimal("2162.19")
    left, entries = [found], set[str]()
    while left:
        part = left.pop()
        left += part.inputs
        entries |= {part.entry.id} if part.entry else set()
    assert entries == {"fuel/mee/natural-gas"}


@pytest.mark.parametrize("plan", PLANS)
def test_every_computed_number_of_the_published_plans_is_what_its_formula_gives(plan: str) -> None:
    check_all(published(plan))


def check_all(source: Report) -> None:
    computed = {id(part): part for number in source.numbers.values() for part in with_inputs(number) if isinstance(part.origin, Computed)}
    assert computed
    formulas = {number.origin.formula for number in computed.values() if isinstance(number.origin, Computed)}
    assert formulas - FORMULAS.keys() == set(), "not in compute/formulas.py"
    assert formulas - AGAIN.keys() - CONSTANTS == set(), "add them to tests/compute/reevaluation.py"
    made = [number for number in computed.values() if isinstance(number.origin, Computed) and number.origin.formula not in CONSTANTS]
    wrong = [number for number in made if not is_close(reevaluate(number), number.value)]
    assert wrong == []


@pytest.mark.parametrize("plan", ["group-of-four", "inventory-report"])
def test_every_derivation_ends_in_what_was_stated_or_shipped(plan: str) -> None:
    source = published(plan)
    for name in source.numbers:
        left = [derivation(source, name)]
        while left:
            part = left.pop()
            left += part.inputs
            is_end = not part.inputs and not part.is_repeated
            is_constant = part.formula is not None and part.formula.name in CONSTANTS
            assert is_end == (is_constant or isinstance(part.number.origin, Stated | Library)), (name, part.name)
