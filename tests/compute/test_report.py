from decimal import Decimal

from little_plans import plan_file, report

MEMBER = """
entities: {plant: {name: {zh: 北厂, en: North plant}}}
inventory: {plant: {stated: {scope 1: {2023: 330 tCO2e}}}}
pathways:
  process: {entity: plant, boundary: scope 1+2, base year: 2023, unit: tCO2e/t, method: asi-tool, values: {2023: 3.234, 2024: 0.424}}
targets:
  cut: {statement: {zh: "下降 {{ reduction }}", en: "{{ reduction }} less"}, entity: plant, reduction: 5 %}
measures:
  gas: {content: {zh: 节气, en: Less gas}, entity: plant, saves: [{of: {zh: 天然气, en: Gas}, amount: 0.85 m3/t, stated reduction: 1.84 kgCO2e/t}]}
"""
GROUP = """
members:
  north: {name: {zh: 北方, en: North}, plan: members/north.yaml}
"""


def test_members_stand_behind_their_names():
    group = report(GROUP, {"north": plan_file(MEMBER)})
    assert list(group.entities) == ["north.plant"]
    assert [name.zh for name in group.entities["north.plant"].names] == ["北方"]
    assert group.pathways["north.process"].entity == "north.plant"
    assert group.numbers["north.pathways.process.2024"].value == Decimal("0.424")
    assert group.numbers["north.measures.gas.saves.1.stated reduction"].unit.symbol == "kgCO2e/t"
    assert group.targets["north.cut"].scope == ("north", "targets", "cut")
    assert group.texts["north.company.name"].zh == "示例公司"


def test_a_member_with_several_entities_names_both():
    several = MEMBER.replace("entities: {plant:", "entities: {shop: {name: {zh: 车间, en: Shop}}, plant:")
    group = report(GROUP, {"north": plan_file(several)})
    assert [[name.en for name in entity.names] for entity in group.entities.values()] == [["North", "Shop"], ["North", "North plant"]]


def test_stated_numbers_know_their_line():
    number = report(MEMBER).numbers["inventory.plant.scope 1.2023"]
    assert (number.origin.span.line, number.origin.path) == (4, ("inventory", "plant", "stated", "scope 1", "2023"))
