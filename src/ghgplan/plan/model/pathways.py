"""Chapters ``pathways`` and ``progress``: the intensities to come, and those that came."""

from __future__ import annotations

from typing import Annotated

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import Code, Name, Number, OneOf, Share, UnitName, Year, Yearly
from ghgplan.plan.text import Text
from ghgplan.reference.curves import curves

Boundary = Annotated[str, OneOf({"scope 1+2": "范围1+2", "scope 3 category 1": "范围3类别1"})]

METHODS: dict[str, str] = {
    "asi-tool": "ASI工具",
    "asi-curve": "ASI曲线",
    "linear": "线性",
    "constant rate": "固定比例",
    "absolute contraction": "绝对收缩",
    "company curve": "企业曲线",
}
"""Where a pathway's values come from. Only those of the ASI tool must be stated."""
Method = Annotated[str, OneOf(METHODS)]
Curve = Annotated[str, OneOf({each.id: each.name.zh for each in curves().values()})]


class Pathway(Chapter):
    """An emission intensity year by year, stated or computed: one entity, one boundary."""

    entity: Name = key("所属主体（entities 中的名称）", "Whose pathway it is: a name under entities")
    boundary: Boundary = key(
        "覆盖边界：scope 1+2（工艺）或 scope 3 category 1（采购铝）",
        "What it covers: scope 1+2 (process) or scope 3 category 1 (purchased aluminium)",
    )
    name: Text | None = key("在表格与图中的名称", "Its name in tables and charts, where the boundary's is not enough", None)
    base_year: Year = key("基准年", "Base year")
    base: Number | None = key("基准年的数值；values 中已有基准年时可省略", "The base year's intensity, where values does not have it", None)
    unit: UnitName = key("单位，例如 tCO2e/t", "Unit of all its values, like tCO2e/t")
    method: Method = key(
        "各年数值的来源：asi-tool（ASI 官方工具的输出）、asi-curve（行业减排曲线）、linear（经过给定各点的直线）、"
        "constant rate（每年按上一年的固定比例下降）、absolute contraction（每年下降基准值的固定比例）、company curve（企业自定的剩余比例）",
        "Where its values come from: asi-tool (the output of the official ASI tool), asi-curve (the sector's reduction curve), "
        "linear (straight lines through given points), constant rate (each year less by a percentage of the year before), "
        "absolute contraction (each year less by a percentage of the base value), company curve (the share of the base value that remains)",
    )
    tool: Code | None = key("工具的名称与版本", "Name and version of the tool", None)
    values: Yearly[Number] = key(
        "各年数值，按原文小数位书写；asi-tool 必填，其他方法中写明的年份以此为准",
        "Value by year, with the decimals it was published with; asi-tool needs them, with other methods they lead for their years",
        {},
    )
    curve: Curve | None = key(
        "采用的行业减排曲线；省略时由主体的 activity 与 boundary 决定",
        "The sector's reduction curve; found from the entity's activity and the boundary if left out",
        None,
    )
    rate: Share | None = key(
        "每年下降的比例（constant rate、absolute contraction）；absolute contraction 省略时为 4.2 %",
        "Reduction a year (constant rate, absolute contraction); 4.2 % for absolute contraction if left out",
        None,
    )
    to: Yearly[Number] | None = key("要经过的点：年份与数值（linear）", "The points to go through, by year (linear)", None)
    remaining: Yearly[Share] | None = key(
        "各年剩余的比例（占基准值），其间按直线（company curve）",
        "The share of the base value that remains, by year; straight lines in between (company curve)",
        None,
    )
    years: tuple[Year, ...] = key(
        "计算哪些年份；省略时为基准年次年至 2030 年，以及 aim 与给定的各点",
        "Which years to compute; if left out those after the base year to 2030, the aim and the points given",
        (),
    )
    aim: Year | None = key("要达到其数值的目标年", "The year whose value the company sets itself as target", None)


class Progress(Chapter):
    """What was achieved on a pathway."""

    actual: Yearly[Number] = key("各年实际值（单位同路径）", "Actual value by year, in the pathway's unit")
    remark: Text | None = key("说明", "What explains it", None)
