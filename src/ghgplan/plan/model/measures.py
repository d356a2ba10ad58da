"""Chapter ``measures``: what is done, what it saves, by whom and until when."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.model.pathways import Boundary
from ghgplan.plan.scalars import (
    AnyQuantity,
    Code,
    Emissions,
    Energy,
    Mass,
    Money,
    Name,
    Names,
    Power,
    Quantity,
    Share,
    Time,
    Year,
    Yearly,
    YesNo,
    parse_quantity,
)
from ghgplan.plan.text import Text

_TONNE_KILOMETRE = re.compile(r"(t|吨)\s*[·*×]\s*(km|公里|千米)")


def _freight_factor(value: object) -> Quantity:
    # kgCO2e/t·km is how everybody writes "per tonne-kilometre"; read strictly, the kilometre would stand above the line.
    return parse_quantity(_TONNE_KILOMETRE.sub("tkm", value) if isinstance(value, str) else value)


_PATTERN = r"^\s*[+-]?[0-9]+(\.[0-9]+)?\s*[^0-9\s].*$"
FreightFactor = Annotated[
    Quantity,
    BeforeValidator(_freight_factor),
    WithJsonSchema({"type": "string", "pattern": _PATTERN, "examples": ["0.162 kgCO2e/t·km", "0.9 kgCO2e/km"]}),
]


class Saving(Chapter):
    """A quantified effect: so much less of something, a year or per tonne of product."""

    of: Text = key("节约的对象，例如天然气、电力、柴油", "What is saved: natural gas, electricity, diesel, ...")
    amount: AnyQuantity | None = key(
        "节约量，例如 0.85 m3/t 或 1.5 MWh；写了 before 和 after 时可省略",
        "How much: 0.85 m3/t, 1.5 MWh; follows from before and after where these are given",
        None,
    )
    before: AnyQuantity | None = key("设备更换或改造前的消耗量", "What was used before the replacement", None)
    after: AnyQuantity | None = key("设备更换或改造后的消耗量", "What is used after it", None)
    base_year: Year | None = key("对比的年份", "The year it is measured against", None)
    mass: AnyQuantity | None = key("折合质量，例如 0.0774 kg/t", "The same as a mass, like 0.0774 kg/t", None)
    fuel: Code | None = key(
        "燃料名称，例如 natural gas；排放因子取自 accounting.fuels 选定的因子集",
        "The fuel, like natural gas; its factor is taken from the set that accounting.fuels names",
        None,
    )
    density: AnyQuantity | None = key("以体积计的燃料的密度，例如 0.86 kg/L", "Density of a fuel given by volume, like 0.86 kg/L", None)
    electricity: YesNo = key(
        "是否为外购电力；排放因子取自 accounting.grid",
        "Whether it is purchased electricity; its factor is that of accounting.grid",
        default=False,
    )
    factor: AnyQuantity | None = key(
        "自有排放因子，优先于因子库，例如 2.16 kgCO2e/m3", "A factor of its own, which leads, like 2.16 kgCO2e/m3", None
    )
    stated_reduction: AnyQuantity | None = key(
        "已公布的减排量，例如 1.84 kgCO2e/t", "Emissions avoided as published, like 1.84 kgCO2e/t", None
    )


class Mileage(Chapter):
    """Transport that is no longer needed."""

    name: Text | None = key("名称", "Its name", None)
    distance: AnyQuantity = key(
        "每年减少的里程或周转量，例如 120000 km 或 120000 tkm", "Distance or haulage saved a year: 120000 km, 120000 tkm"
    )
    load: Mass | None = key("因子按吨公里计而里程按公里计时：载重", "The load, where the factor is per t·km and the distance in km", None)
    factor: FreightFactor = key("排放因子，例如 0.162 kgCO2e/t·km", "Emission factor, like 0.162 kgCO2e/t·km")
    stated_reduction: AnyQuantity | None = key("已公布的减排量", "Emissions avoided as published", None)


class Capacity(Chapter):
    """A renewable power plant: what it can and what it yields."""

    name: Text = key("名称", "Its name")
    capacity: Power = key("装机容量", "Installed capacity")
    generation: Energy | None = key(
        "年发电量；写了年利用小时数时可省略", "Generation a year; follows from full-load hours where these are given", None
    )
    full_load_hours: Time | None = key(
        "年利用小时数，例如 1050 h；写了年发电量时可省略",
        "Full-load hours a year, like 1050 h; follows from generation where that is given",
        None,
        written="full-load hours",
    )
    self_use: Share | None = key(
        "自发自用的比例；写明后才计算减排量（替代外购电力）",
        "Share that is used on site; emissions avoided are computed only where it is given (purchased power replaced)",
        None,
    )
    factor: AnyQuantity | None = key(
        "自有电力排放因子，优先于 accounting.grid", "An electricity factor of its own, which leads over accounting.grid", None
    )
    stated_reduction: AnyQuantity | None = key("已公布的减排量", "Emissions avoided as published", None)


class Replaced(Chapter):
    """What a substitution takes the place of."""

    name: Text | None = key("被替代的材料", "What is replaced", None)
    intensity: AnyQuantity = key("其排放强度，例如 16.4 tCO2e/t", "Its emission intensity, like 16.4 tCO2e/t")


class Substitution(Chapter):
    """A share of one material or energy that grows over the years."""

    of: Text = key("替代物，例如再生铝、绿电", "What takes the place: recycled aluminium, green power")
    share: Yearly[Share] = key("各年占比", "Share by year")
    base_share: Share | None = key("基准年已有的占比；省略为零", "Share that there was in the base year; none if left out", None)
    from_: Replaced | None = key("被替代的材料及其排放强度", "What is replaced, and its emission intensity", None, written="from")
    to_intensity: AnyQuantity | None = key(
        "替代物的排放强度，例如 0.6 tCO2e/t", "Emission intensity of what takes the place, like 0.6 tCO2e/t", None
    )
    amount: AnyQuantity | None = key(
        "每吨产品使用该材料的数量，例如 1.05 t/t；省略为 1", "Material per tonne of product, like 1.05 t/t; 1 if left out", None
    )


class Measure(Chapter):
    """One measure. Its figures can be quoted in its texts: ``{{ saves.1.amount }}``, ``{{ figures.motors }}``."""

    name: Text | None = key("措施名称", "The measure's name", None)
    category: Text | None = key("措施类型；相邻且相同的类型在表中合并", "Its kind; equal neighbours are merged in the table", None)
    entity: Name | None = key("实施主体", "Whose measure it is", None)
    boundary: Boundary | None = key(
        "减排所在的边界；省略时按节约对象：能源与里程为 scope 1+2，材料替代为 scope 3 category 1",
        "Where it counts; by what is saved if left out: energy and mileage in scope 1+2, materials in scope 3 category 1",
        None,
    )
    content: Text = key("措施内容", "What is done")
    status: Text | None = key("实施情况", "How far it is", None)
    benefit: Text | None = key("产生效益", "What it is good for", None)
    from_: Year | None = key("开始年份", "First year", None, written="from")
    to: Year | None = key("完成年份", "Year of completion", None)
    ramp: Yearly[Share] | None = key(
        "各年达到全部效果的比例，例如 {2026: 50 %, 2027: 100 %}",
        "How much of the full effect by year, like {2026: 50 %, 2027: 100 %}",
        None,
    )
    lifetime: Time | None = key("效果持续的年数，例如 10 年", "How long it has its effect, like 10 年", None)
    owner: Text | None = key("责任部门", "Department in charge", None)
    cost: Money | None = key("投资", "Investment", None)
    yearly_saving: Money | None = key("每年节约的费用", "Money saved a year", None)
    saves: tuple[Saving, ...] = key("量化的节约", "Quantified savings", ())
    mileage: Mileage | None = key("减少的运输里程", "Transport saved", None)
    capacity: tuple[Capacity, ...] = key("可再生能源装机", "Renewable capacity", ())
    substitutes: tuple[Substitution, ...] = key("材料或能源替代", "Substitution of materials or energy", ())
    green_power: Energy | None = key(
        "每年购买的绿电或绿证电量；只计入基于市场的排放量",
        "Green power or certificates bought a year; count in the market-based figure only",
        None,
    )
    reduction: Emissions | None = key("每年减排量", "Emissions avoided a year", None)
    overlaps: tuple[Name, ...] = key("效果有重叠的其他措施", "Other measures whose effect is partly the same", ())
    overlap: Share | None = key(
        "本措施效果中已计入其他措施的比例，只扣除一次", "How much of this measure's effect the others count too; deducted once", None
    )
    figures: Names[AnyQuantity] = key("文字中引用的其他数字", "Other figures that its texts quote", {})
