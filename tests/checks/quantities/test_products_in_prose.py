"""Products that prose works out, and sources that are stated as nought."""

from __future__ import annotations

import pytest

from ghgplan.checks.quantities.products_in_prose import products_by_powers
from ghgplan.checks.quantities.stated_as_nought import nought_without_reason
from little_plans import report

OUTLINE = 'outline:\n  - title: {zh: 概述, en: Summary}\n    text: {zh: "%s", en: "%s"}\n'


@pytest.mark.parametrize(
    ("zh", "power"),
    [
        ("约 5 t 工件，系数为 219 kg/t，产生量为 10.95 kg/a", "100"),
        ("约 5 t 工件，系数为 219 kg/t，产生量为 1095 kg/a", None),
        ("约 5 t 工件，系数为 219 kg/t，产生量为 1,095 kg/a", None),
        ("用量 300 t/a，系数 0.525 kg/t，烟尘 157.5 kg/a，其中有组织排放 14.175 kg/a", None),
        ("用量 300 t/a，系数 0.525 kg/t，烟尘 1575 kg/a", "10"),
        ("约 5 t 工件，系数为 219 kg/t，产生量为 11.2 kg/a", None),  # other digits: something else is counted
        ("约 5 t 工件，系数为 219 kg/t 和 2.19 kg/t，产生量为 10.95 kg/a", None),  # which of the two?
        ("系数为 219 kg/t。\\n约 5 t 工件，产生量为 10.95 kg/a", None),  # another passage
        ("生活用水 12 t/d、3,600 t/a（按 300 d 计），每人每天 0.5 kg", None),
    ],
)
def test_a_result_with_the_digits_of_the_product(zh: str, power: str | None) -> None:
    found = [*products_by_powers(report(OUTLINE % (zh, zh)))]
    assert [each.arguments["power"] for each in found] == ([power] if power else [])


NOUGHT = """\
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory:
  plant:
    sources:
      leaks:
        {name: {zh: 逸散, en: Leaks}, carrier: {zh: 冷媒, en: Refrigerant}, scope: scope 1, kind: fugitive, gases: [HFCs], %s}
"""


@pytest.mark.parametrize(
    ("figures", "is_found"),
    [
        ("stated: {2023: 0 tCO2e, 2024: 0 tCO2e}", True),
        ("stated: {2023: 0 tCO2e, 2024: 1.2 tCO2e}", False),
        ("stated: {2024: 0 tCO2e}, evidence: {zh: 维保记录, en: Records}", False),
        ("stated: {2024: 0 tCO2e}, activity: {2024: 0 kg}", False),
    ],
)
def test_sources_of_nought(figures: str, is_found: bool) -> None:
    assert bool([*nought_without_reason(report(NOUGHT % figures))]) is is_found
