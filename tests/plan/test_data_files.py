from __future__ import annotations

from decimal import Decimal

import pytest

from ghgplan.compute.numbers import Stated
from ghgplan.compute.report import compute
from ghgplan.diagnostics import Diagnostic
from ghgplan.plan.data_files import DataFile, data_paths, with_data
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read

PLAN = """\
company: {name: 甲}
document: {title: 计划, version: "1", date: 2025-09-15, languages: [zh]}
entities: {plant: {name: 厂}}
inventory:
  plant:
    activity data: [data/a.csv]
    sources:
      gas: {name: 炉, carrier: 天然气, scope: scope 1, kind: stationary combustion, gases: [CO2], factor: 2 kgCO2/m3}
      grid: {name: 电, carrier: 电力, scope: scope 2, kind: purchased electricity, gases: [CO2], factor: 0.5 tCO2/MWh, activity: {2023: 10 MWh}}
outline: [{title: 甲}]
"""
HEAD = "source,year,amount,unit,voucher\n"


def loaded(content: str | bytes) -> tuple[PlanFile | None, list[Diagnostic]]:
    source = read(PLAN.encode(), "plan.yaml").value
    assert source is not None
    ((path, written),) = data_paths(source)
    assert written.text == "data/a.csv"
    file = DataFile("data/a.csv", content if isinstance(content, bytes) else content.encode())
    filled = with_data(source, {path: file})
    assert filled.value is not None
    plan = parse(filled.value)
    return plan.value, [*filled.diagnostics, *plan.diagnostics]


def test_rows_are_values_of_the_plan_that_know_their_row():
    plan, found = loaded(HEAD + "gas,2023,500,m3,A-1\n\ngas,2024,1.5,万m3,\ngrid,2024,20,MWh,\n")
    assert not found
    assert plan is not None
    report = compute(plan).value
    assert report is not None
    number = report.numbers["inventory.plant.sources.gas.activity.2024"]
    assert isinstance(number.origin, Stated)
    assert (str(number.origin.span), number.value) == ("data/a.csv:4:10", Decimal("1.5"))
    assert report.numbers["inventory.plant.sources.gas.emissions.2023"].rounded == Decimal("1.00")
    assert report.numbers["inventory.plant.scope 2.2024"].rounded == Decimal("10.00")
    assert report.numbers["inventory.plant.scope 2.2023"].rounded == Decimal("5.00")


def test_heads_may_be_chinese_and_in_any_order():
    plan, found = loaded("\ufeff年份,备注,排放源,单位,数量\r\n2023,月报,gas,m3,500\r\n".encode())
    assert not found
    assert plan is not None
    assert plan.plan.inventory["plant"].sources["gas"].activity[2023].value == 500  # type: ignore[index]


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("source,year,amount\ngas,2023,5\n", "GP-F30", "data/a.csv:1:1"),
        ("", "GP-F30", "data/a.csv:1:1"),
        (HEAD + "gaz,2023,5,m3,\n", "GP-R01", "data/a.csv:2:1"),
        (HEAD + "steam furnace,2023,5,m3,\n", "GP-R02", "data/a.csv:2:1"),
        (HEAD + "grid,2023,5,MWh,\n", "GP-F31", "data/a.csv:2:6"),
        (HEAD + "gas,2023,5,m3,\ngas,2023,6,m3,\n", "GP-F31", "data/a.csv:3:5"),
        (HEAD + 'gas,2023,"1,000",m3,\n', "GP-U02", "data/a.csv:2:11"),
        (HEAD + "gas,2023,5,,\n", "GP-U06", "data/a.csv:2:10"),
        (HEAD + "gas,20023,5,m3,\n", "GP-S08", "data/a.csv:2:5"),
        (HEAD + "gas,2023,5,mm3,\n", "GP-U04", "data/a.csv:2:10"),
        ("排放源,年份,数量,单位\n".encode("gb18030"), "GP-Y03", "data/a.csv:1:1"),
        (b"PK\x03\x04xlsx", "GP-Y02", "data/a.csv:1:1"),
    ],
)
def test_what_is_wrong_is_shown_at_its_row(content: str | bytes, code: str, place: str):
    _, found = loaded(content)
    assert [(d.code, str(d.span)) for d in found] == [(code, place)]
    assert all(d.message(language) and d.advice(language) for d in found for language in ("zh", "en"))
