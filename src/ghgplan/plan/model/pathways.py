"""Chapters ``pathways`` and ``progress``: the intensities to come, and those that came."""

from __future__ import annotations

from typing import Annotated

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import Code, Name, Number, OneOf, UnitName, Year, Yearly
from ghgplan.plan.text import Text

Boundary = Annotated[str, OneOf({"scope 1+2": "范围1+2", "scope 3 category 1": "范围3类别1"})]


class Pathway(Chapter):
    """An emission intensity year by year: one entity, one boundary."""

    entity: Name = key("所属主体（entities 中的名称）", "Whose pathway it is: a name under entities")
    boundary: Boundary = key(
        "覆盖边界：scope 1+2（工艺）或 scope 3 category 1（采购铝）",
        "What it covers: scope 1+2 (process) or scope 3 category 1 (purchased aluminium)",
    )
    name: Text | None = key("在表格与图中的名称", "Its name in tables and charts, where the boundary's is not enough", None)
    base_year: Year = key("基准年", "Base year")
    base: Number | None = key("基准年的数值；values 中已有基准年时可省略", "The base year's intensity, where values does not have it", None)
    unit: UnitName = key("单位，例如 tCO2e/t", "Unit of all its values, like tCO2e/t")
    method: Annotated[str, OneOf({"asi-tool": "ASI工具"})] = key(
        "数值的来源：asi-tool（ASI 官方工具的输出）", "Where the values come from: asi-tool (the output of the official ASI tool)"
    )
    tool: Code | None = key("工具的名称与版本", "Name and version of the tool", None)
    values: Yearly[Number] = key("各年数值，按原文小数位书写", "Value by year, with the decimals it was published with")
    aim: Year | None = key("要达到其数值的目标年", "The year whose value the company sets itself as target", None)


class Progress(Chapter):
    """What was achieved on a pathway."""

    actual: Yearly[Number] = key("各年实际值（单位同路径）", "Actual value by year, in the pathway's unit")
    remark: Text | None = key("说明", "What explains it", None)
