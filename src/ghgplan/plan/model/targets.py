"""Chapter ``targets``: what the company promises, in figures and in words."""

from __future__ import annotations

from typing import Annotated

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import AnyQuantity, Name, Names, OneOf, OneOrMore, Share, Year, YesNo
from ghgplan.plan.text import Text

TargetBoundary = Annotated[
    str,
    OneOf(
        {
            "scope 1+2": "范围1+2",
            "scope 3 category 1": "范围3类别1",
            "scope 3": "范围3",
            "total": "排放总量",
            "product footprint": "产品碳足迹",
            "electricity": "用电",
            "energy": "用能",
            "metal": "金属原料",
        }
    ),
]
Term = Annotated[str, OneOf({"short": "短期", "medium": "中期", "long": "长期"})]


class Target(Chapter):
    """One promise. Its figures can be quoted in its statement by their keys: ``{{ reduction }}``."""

    statement: Text = key("目标的表述，可引用本目标的数字", "The promise in words; may quote this target's figures")
    entity: Name | None = key("所属主体；省略表示全公司", "Whose target it is; the whole company's if left out", None)
    pathway: OneOrMore[Name] = key("所依据的路径，一条或多条", "The pathway it stands on, or several", ())
    boundary: TargetBoundary | None = key(
        "目标值覆盖的边界；省略时取路径的边界。占比目标写所占的对象：用电、用能、金属原料",
        "What its figures cover; its pathway's boundary if left out. Of a share what it is a share of: electricity, energy, metal",
        None,
    )
    term: Term | None = key("期限", "Short, medium or long term", None)
    intermediate: YesNo = key(
        "是否为 ASI 5.3 要求的中期目标", "Whether it is the intermediate target that ASI criterion 5.3 asks for", default=False
    )
    base_year: Year | None = key("基准年", "Base year", None)
    year: Year | None = key("目标年", "Target year", None)
    first_year: Year | None = key("期限的起始年", "First year, where the target covers several", None)
    base: AnyQuantity | None = key("基准值", "The value in the base year", None)
    value: AnyQuantity | None = key("目标值", "The value to reach", None)
    reduction: Share | None = key("较基准年下降的比例", "Reduction against the base year, in per cent", None)
    yearly_reduction: Share | None = key("每年下降的比例", "Reduction a year, in per cent", None)
    change: AnyQuantity | None = key("较基准年下降的数量", "Reduction against the base year, in the value's unit", None)
    figures: Names[AnyQuantity] = key("表述中引用的其他数字", "Other figures that the statement quotes", {})
