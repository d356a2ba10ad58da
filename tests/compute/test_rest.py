"""A mistake in one thing hides nothing in the others, and what follows from it is not said."""

from __future__ import annotations

from ghgplan.compute.rest import findings_on_the_rest
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read
from little_plans import AROUND, OUTLINE

PLAN = """
accounting: {grid: {series: mee-nbs, region: 山西}}
entities: {plant: {name: 厂, activity: casthouse}, shop: {name: 车间}}
inventory:
  plant:
    production: {2019: 1000 t}
    sources:
      gas: {name: 炉, carrier: 气, scope: scope 1, kind: stationary combustion, gases: [CO2], activity: {2019: 5 万m3}, factor: 21 tCO2/万m3}
      power: {name: 线, carrier: 电, scope: scope 2, kind: purchased electricity, gases: [CO2], activity: {2019: 5 万kWh}, electricity: yes}
pathways:
  it: {entity: plant, boundary: scope 1+2, base year: 2015, base: 0.8, unit: tCO2e/t, method: asi-curve}
  by itself: {entity: plant, boundary: scope 1+2, base year: 2019, unit: tCO2e/t, method: linear, to: {2030: 0.1}}
measures: {m: {content: 一, entity: shop, saves: [{of: 气, amount: 5 m3/t, factor: 2 kgCO2e/m3}]}}
"""


def said(text: str) -> tuple[list[str], list[str]]:
    """The findings of parsing, and those on what is left."""
    source = read((AROUND + text + OUTLINE).encode(), "plan.yaml").value
    assert source is not None
    outcome = parse(source)
    rest = findings_on_the_rest(outcome.value) if outcome.value else ()
    return [d.code for d in outcome.diagnostics], [f"{d.code} {d.dotted_path}" for d in rest]


REST = ["GP-C26 inventory.plant.sources.power.activity.2019", "GP-C10 pathways.it.base year"]


def test_a_bad_value_in_one_source_hides_nothing_in_the_next() -> None:
    # That the second pathway finds no intensity in the inventory follows from the source that is gone.
    assert said(PLAN.replace("5 万m3", "5 万m33")) == (["GP-U04"], REST)


def test_what_refers_to_the_thing_with_the_mistake_goes_with_it() -> None:
    typed, rest = said(
        PLAN.replace("entity: shop", "entity: shpo").replace("name: 厂, activity: casthouse", "name: 厂, activity: casthose")
    )
    assert typed == ["GP-S06", "GP-R01"]
    assert rest == []  # all else is the entity's
    typed, rest = said(PLAN.replace("entity: shop", "entity: nobody"))
    assert typed == ["GP-R02"]
    assert rest == REST


def test_a_mistake_that_bears_on_everything_leaves_nothing_to_compute() -> None:
    assert said(PLAN.replace("series: mee-nbs", "series: mee")) == (["GP-S06"], [])


def test_findings_stand_where_they_stood() -> None:
    source = read((AROUND + PLAN.replace("5 万m3", "5 万m33") + OUTLINE).encode(), "plan.yaml").value
    assert source is not None
    rest = parse(source).value
    assert rest is not None
    first, *_ = findings_on_the_rest(rest)
    assert source.line(first.span).lstrip().startswith("power:")


def test_lines_that_were_read_over_silence_the_rest() -> None:
    anchored = PLAN.replace("production: {2019: 1000 t}", "production: &p {2019: 1000 t}").replace("entity: shop", "entity: nobody")
    source = read((AROUND + anchored + OUTLINE).encode(), "plan.yaml").value
    assert source is not None
    assert source.reported
    rest = parse(source).value
    assert rest is not None
    assert findings_on_the_rest(rest) == ()
