"""Chapter ``energy``: what each entity consumes, in physical units and coal equivalent (GB/T 2589)."""

from __future__ import annotations

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import AnyQuantity, CoalEquivalent, Code, Names, Share, Yearly
from ghgplan.plan.text import Text


class EnergyUse(Chapter):
    """Where a carrier goes: a workshop, a building, a process."""

    name: Text = key("用能单位或去向", "The user: a workshop, a building")
    amount: Yearly[AnyQuantity] = key("各年用量", "Amount by year")
    stated_shares: Yearly[Share] | None = key("已公布的占比", "Share as published", None)


class EnergyCarrier(Chapter):
    """One kind of energy, or of energy-consuming water or gas."""

    name: Text = key("能源名称", "The carrier's name")
    consumption: Yearly[AnyQuantity] = key("各年消耗量（实物量）", "Consumption by year, in physical units")
    library: Code | None = key(
        "因子库中的能源品种；折标系数取自 accounting 中 coal equivalent 所选的版本",
        "The carrier in the library: its coefficient comes from the edition that accounting chooses",
        None,
    )
    coefficient: AnyQuantity | None = key("折标系数，例如 1.229 tce/万kWh", "Coal-equivalent coefficient, like 1.229 tce/万kWh", None)
    stated_coal_equivalent: Yearly[CoalEquivalent] | None = key("已公布的折标煤量", "Coal equivalent as published", None)
    stated_shares: Yearly[Share] | None = key("已公布的占比", "Share of the whole as published", None)
    uses: Names[EnergyUse] = key("去向", "Where it goes", {})
    stated_total_shares: Yearly[Share] | None = key(
        "流向表中总量一行已公布的占比", "The share that the flow table's total row was published with", None
    )


class EntityEnergy(Chapter):
    """One entity's energy."""

    carriers: Names[EnergyCarrier] = key("能源种类", "Energy carriers")
