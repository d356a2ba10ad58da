"""Chapter ``measures``: what is done, what it saves, by whom and until when."""

from __future__ import annotations

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import AnyQuantity, Emissions, Energy, Money, Name, Names, Power, Share, Year, Yearly
from ghgplan.plan.text import Text


class Saving(Chapter):
    """A quantified effect: so much less of something, a year or per tonne of product."""

    of: Text = key("节约的对象，例如天然气、电力、柴油", "What is saved: natural gas, electricity, diesel, ...")
    amount: AnyQuantity = key("节约量，例如 0.85 m3/t 或 1.5 MWh", "How much: 0.85 m3/t, 1.5 MWh")
    base_year: Year | None = key("对比的年份", "The year it is measured against", None)
    mass: AnyQuantity | None = key("折合质量，例如 0.0774 kg/t", "The same as a mass, like 0.0774 kg/t", None)
    stated_reduction: AnyQuantity | None = key(
        "已公布的减排量，例如 1.84 kgCO2e/t", "Emissions avoided as published, like 1.84 kgCO2e/t", None
    )


class Capacity(Chapter):
    """A renewable power plant: what it can and what it yields."""

    name: Text = key("名称", "Its name")
    capacity: Power = key("装机容量", "Installed capacity")
    generation: Energy | None = key("年发电量", "Generation a year", None)


class Substitution(Chapter):
    """A share of one material or energy that grows over the years."""

    of: Text = key("替代物，例如再生铝、绿电", "What takes the place: recycled aluminium, green power")
    share: Yearly[Share] = key("各年占比", "Share by year")


class Measure(Chapter):
    """One measure. Its figures can be quoted in its texts: ``{{ saves.1.amount }}``, ``{{ figures.motors }}``."""

    name: Text | None = key("措施名称", "The measure's name", None)
    category: Text | None = key("措施类型；相邻且相同的类型在表中合并", "Its kind; equal neighbours are merged in the table", None)
    entity: Name | None = key("实施主体", "Whose measure it is", None)
    content: Text = key("措施内容", "What is done")
    status: Text | None = key("实施情况", "How far it is", None)
    benefit: Text | None = key("产生效益", "What it is good for", None)
    from_: Year | None = key("开始年份", "First year", None, written="from")
    to: Year | None = key("完成年份", "Year of completion", None)
    owner: Text | None = key("责任部门", "Department in charge", None)
    cost: Money | None = key("投资", "Investment", None)
    saves: tuple[Saving, ...] = key("量化的节约", "Quantified savings", ())
    capacity: tuple[Capacity, ...] = key("可再生能源装机", "Renewable capacity", ())
    substitutes: tuple[Substitution, ...] = key("材料或能源替代", "Substitution of materials or energy", ())
    reduction: Emissions | None = key("每年减排量", "Emissions avoided a year", None)
    figures: Names[AnyQuantity] = key("文字中引用的其他数字", "Other figures that its texts quote", {})
