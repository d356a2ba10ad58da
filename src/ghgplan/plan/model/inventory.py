"""Chapter ``inventory``: production, emission sources and stated totals of each entity, by year."""

from __future__ import annotations

from typing import Annotated

from pydantic import WithJsonSchema

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import AnyQuantity, Code, Emissions, Mass, Month, Names, Number, OneOf, Share, Yearly, YesNo
from ghgplan.plan.text import Text

Gas = Annotated[
    str,
    OneOf(
        {
            "CO2": "二氧化碳",
            "CH4": "甲烷",
            "N2O": "氧化亚氮",
            "HFCs": "氢氟碳化物",
            "PFCs": "全氟化碳",
            "SF6": "六氟化硫",
            "NF3": "三氟化氮",
        }
    ),
]
Scope = Annotated[str, OneOf({"scope 1": "范围1", "scope 2": "范围2", "scope 3": "范围3"})]
Scope3Category = Annotated[
    str, OneOf({str(number): f"类别{number}" for number in range(1, 16)}), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 15})
]
SourceKind = Annotated[
    str,
    OneOf(
        {
            "stationary combustion": "固定燃烧",
            "mobile combustion": "移动燃烧",
            "process": "工业过程",
            "fugitive": "逸散",
            "purchased electricity": "外购电力",
            "purchased heat": "外购热力",
            "upstream transport": "上游运输",
            "purchased goods": "外购商品",
            "other": "其他",
        }
    ),
]


class Period(Chapter):
    """The months that a year's figures cover, where they are not the calendar year."""

    from_: Month = key("起始月份，例如 2023-09", "First month, like 2023-09", written="from")
    to: Month = key("截止月份", "Last month")


class Stated(Chapter):
    """Totals as a verification statement or an earlier publication gives them."""

    scope_1: Yearly[Emissions] | None = key("范围1 排放量", "Scope 1 emissions", None)
    scope_2: Yearly[Emissions] | None = key("范围2 排放量", "Scope 2 emissions", None)
    scope_3: Yearly[Emissions] | None = key("范围3 排放量", "Scope 3 emissions", None)
    scope_2_market_based: Yearly[Emissions] | None = key(
        "范围2 排放量（基于市场）", "Scope 2 emissions, market-based", None, written="scope 2 market-based"
    )
    scope_1_2: Yearly[Emissions] | None = key("范围1+2 排放量", "Scope 1 and 2 emissions together", None, written="scope 1+2")
    category_1: Yearly[Emissions] | None = key("类别1：直接排放（ISO 14064-1）", "Category 1: direct emissions (ISO 14064-1)", None)
    category_2: Yearly[Emissions] | None = key("类别2：外购能源间接排放", "Category 2: indirect emissions from imported energy", None)
    category_3: Yearly[Emissions] | None = key("类别3：运输间接排放", "Category 3: indirect emissions from transportation", None)
    category_4: Yearly[Emissions] | None = key("类别4：使用产品间接排放", "Category 4: indirect emissions from products used", None)
    category_5: Yearly[Emissions] | None = key(
        "类别5：产品使用相关间接排放", "Category 5: indirect emissions from the use of products", None
    )
    category_6: Yearly[Emissions] | None = key("类别6：其他间接排放", "Category 6: other indirect emissions", None)
    total: Yearly[Emissions] | None = key("排放总量", "Total emissions", None)
    intensity: Yearly[AnyQuantity] | None = key("单位产量排放强度（范围1+2）", "Scope 1 and 2 emissions per tonne of product", None)


class EmissionSource(Chapter):
    """One source: activity data times emission factor, year by year."""

    name: Text = key("活动或设施", "The activity or facility")
    carrier: Text = key("排放源（燃料、电力等）", "What is used or burnt: petrol, electricity, ...")
    scope: Scope = key("范围", "Scope")
    kind: SourceKind = key("子类别", "Kind of source")
    gases: tuple[Gas, ...] = key("排放气体", "Which gases it emits")
    activity: Yearly[AnyQuantity] | None = key("各年活动数据", "Activity data by year", None)
    unit_converted: YesNo = key("活动数据是否经过单位换算", "Whether the activity data were converted from another unit", default=False)
    evidence: Text | None = key("数据来源", "Where the activity data come from", None)
    fuel: Code | None = key(
        "燃料名称；因子取自 accounting.fuels 所选的一组", "The fuel burnt: its factor comes from the set in accounting.fuels", None
    )
    electricity: YesNo = key(
        "外购电力；因子取自 accounting.grid", "Purchased electricity: its factor comes from accounting.grid", default=False
    )
    heat: YesNo = key("外购热力；因子取自 accounting.heat", "Purchased heat: its factor comes from accounting.heat", default=False)
    gas: Code | None = key(
        "逸散的气体或制冷剂，例如 R-410A；活动数据为其质量",
        "The gas or refrigerant set free, like R-410A: activity data are its mass",
        None,
    )
    factors: Names[AnyQuantity] = key(
        "其他气体的排放因子，例如 {CH4: 0.001 kg/GJ}", "Factors of further gases by gas, like {CH4: 0.001 kg/GJ}", {}
    )
    density: AnyQuantity | None = key("燃料密度，例如 0.86 kg/L", "The fuel's density, like 0.86 kg/L", None)
    region: Code | None = key(
        "电力所在省份或电网，与 accounting.grid 不同时填写", "Province or grid of this electricity, where not that of accounting.grid", None
    )
    category: Scope3Category | None = key("范围3 类别（1—15，GHG Protocol）", "Category of scope 3, 1 to 15 (GHG Protocol)", None)
    biogenic: YesNo = key(
        "生物质来源；其 CO2 单独列示，不计入总量", "Of biogenic origin: its CO2 is reported apart from the totals", default=False
    )
    green_power: Yearly[AnyQuantity] | None = key("各年外购绿电电量", "Purchased green power by year", None)
    certificates: Yearly[AnyQuantity] | None = key("各年绿证对应的电量", "Electricity covered by green-power certificates, by year", None)
    market_factor: AnyQuantity | None = key(
        "其余电量在基于市场方法中的因子；省略时取基于位置的因子",
        "Market-based factor of the electricity left; the location-based one if left out",
        None,
    )
    factor: AnyQuantity | None = key("排放因子", "Emission factor", None)
    factor_source: Text | None = key("排放因子来源", "Where the factor comes from", None)
    gwp: Number | None = key("全球变暖潜势", "Global warming potential", None)
    stated: Yearly[Emissions] | None = key("已公布的排放量", "Emissions as published", None)
    stated_shares: Yearly[Share] | None = key("已公布的占比", "Share of the total as published", None)


class EntityInventory(Chapter):
    """One entity's inventory."""

    periods: Yearly[Period] | None = key("与日历年不同的统计期", "Years whose figures do not cover the calendar year", None)
    production: Yearly[Mass] | None = key("各年产量", "Production by year", None)
    activity_data: tuple[Code, ...] = key(
        "活动数据 CSV 文件（相对于本计划），列为：排放源、年份、数量、单位",
        "CSV files of activity data, relative to this plan, with the columns source, year, amount, unit",
        (),
    )
    sources: Names[EmissionSource] = key("排放源", "Emission sources", {})
    stated: Stated | None = key("已公布的总量", "Totals as published or verified", None)
