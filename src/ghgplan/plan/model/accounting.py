"""Chapter ``accounting``: by which rules the figures were made."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import AnyQuantity, Code, Entries, OneOf, Year
from ghgplan.plan.text import Text
from ghgplan.reference.entries import Kind
from ghgplan.reference.sets import named_sets

AVERAGE_SERIES = ("mee-nbs", "enterprise-reporting", "ndrc-regional", "ndrc-provincial", "peaking-guide")
"""The library's other series hold margins and life-cycle factors, which are none of scope 2."""


def _named(kind: Kind, names: Collection[str] = ()) -> OneOf:
    """The library's sets of a kind, all of them or those of ``names``, by id or Chinese name."""
    return OneOf({name: each.name.zh for name, each in named_sets(kind).items() if not names or name in names})


Consolidation = Annotated[str, OneOf({"operational control": "运营控制权", "financial control": "财务控制权", "equity share": "股权比例"})]
AssessmentReport = Annotated[str, OneOf({"AR4": "第四次评估报告", "AR5": "第五次评估报告", "AR6": "第六次评估报告"})]
FuelSet = Annotated[str, _named(Kind.FUEL)]
GridSeries = Annotated[str, _named(Kind.GRID_FACTOR, AVERAGE_SERIES)]
DensitySet = Annotated[str, _named(Kind.PARAMETER, ("published-plan", "third-party-code", "practice"))]
HeatSet = Annotated[str, _named(Kind.PARAMETER, ("mee", "shanghai"))]
CoalEquivalentEdition = Annotated[str, _named(Kind.COAL_EQUIVALENT)]
ElectricityValue = Annotated[str, OneOf({"calorific": "当量", "equivalent": "等价"})]


class Grid(Chapter):
    """Which of the library's emission factors of electricity the plan takes."""

    series: GridSeries = key("因子系列；两个全国系列不得混用", "The series of factors; series are never mixed")
    region: Code = key("省份、区域电网或 national（全国），例如 山西", "Province, regional grid or national, like Shanxi")
    year: Year | None = key(
        "固定采用哪一年的因子；省略时取活动数据的年份", "The factors' year for all years; the activity data's own if left out", None
    )


class Override(Chapter):
    """The plan's own values in place of an entry of the library, with where they come from."""

    amount: AnyQuantity | None = key(
        "替代的数值；燃料为其排放因子", "The value in place of the library's; of a fuel its emission factor", None
    )
    calorific_value: AnyQuantity | None = key(
        "燃料的低位发热量，例如 389.31 GJ/万m3", "Of a fuel: net calorific value, like 389.31 GJ/万m3", None
    )
    carbon_content: AnyQuantity | None = key(
        "燃料的单位热值含碳量，例如 15.3 tC/TJ", "Of a fuel: carbon content by energy, like 15.3 tC/TJ", None
    )
    oxidation: AnyQuantity | None = key("燃料的碳氧化率，例如 99 %", "Of a fuel: share of carbon that is oxidised, like 99 %", None)
    source: Text = key("数值的来源", "Where the values come from")


class Accounting(Chapter):
    """By which rules the figures were made."""

    consolidation: Consolidation | None = key(
        "组织边界的合并方法", "How the organisational boundary is drawn (GHG Protocol, chapter 3)", None
    )
    gwp: AssessmentReport | None = key(
        "采用的全球变暖潜势（IPCC 第几次评估报告）", "Which IPCC report the global warming potentials come from", None
    )
    fuels: FuelSet | None = key("燃料参数采用因子库中的哪一组", "Which of the library's sets of fuels is used", None)
    densities: DensitySet | None = key(
        "按体积计量的油品采用哪一组密度", "Which of the library's densities turn litres of fuel into mass", None
    )
    grid: Grid | None = key("外购电力的排放因子", "Which emission factors purchased electricity takes", None)
    heat: HeatSet | None = key(
        "外购热力的排放因子取哪一组；省略时取生态环境部缺省值", "Which factor purchased heat takes; the MEE default if left out", None
    )
    coal_equivalent: CoalEquivalentEdition | None = key(
        "折标系数采用的标准版本", "Which edition the coal-equivalent coefficients come from", None
    )
    electricity_in_coal_equivalent: ElectricityValue | None = key(
        "电力折标用当量值还是等价值；省略时用当量值", "Electricity by its calorific or equivalent value; calorific if left out", None
    )
    supply_coal_rate: AnyQuantity | None = key(
        "供电标准煤耗（等价值），例如 0.302 kgce/kWh", "Coal rate of power supply, for the equivalent value, like 0.302 kgce/kWh", None
    )
    overrides: Entries[Override] = key("以本计划的数值替代因子库条目", "Values of the plan's own in place of the library's, by entry", {})
    standards: tuple[Text, ...] = key("编制依据", "Standards and guidelines the plan follows", ())
    verification: Text | None = key("核查说明", "By whom and to which standard the figures were verified", None)
